/**
 * Tells a plan in JSON from every other JSON file, by its root keys. Strict: with a key that no plan has it is none, so
 * that nobody can pass a policy or a template off as a plan.
 */

/** https://developer.hashicorp.com/terraform/internals/json-format#plan-representation, and what OpenTofu adds. */
const KEYS: ReadonlySet<string> = new Set([
  'format_version',
  'terraform_version',
  'variables',
  'planned_values',
  'resource_drift',
  'resource_changes',
  'deferred_changes',
  'action_invocations',
  'deferred_action_invocations',
  'relevant_attributes',
  'output_changes',
  'prior_state',
  'configuration',
  'checks',
  'timestamp',
  'applyable',
  'complete',
  'errored',
  'backend',
]);
const REQUIRED = ['format_version', 'terraform_version', 'planned_values'] as const;

/** True for the text of a plan, also of one that breaks off. Linear. */
export function recognizePlan(text: string): boolean {
  if (!REQUIRED.every((key) => text.includes(`"${key}"`))) return false;
  const keys = rootKeys(text);
  return REQUIRED.every((key) => keys.has(key)) && [...keys].every((key) => KEYS.has(key));
}

/** Texts at the first level that a colon follows, as written. */
function rootKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  let depth = 0;
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfText(text, at);
      last = text.slice(at + 1, end);
      at = end;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === ':' && depth === 1) keys.add(last);
  }
  return keys;
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
