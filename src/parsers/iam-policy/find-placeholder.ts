/**
 * Tells template placeholders in policy files (`${bucket}`, `{{ account }}`) from IAM's own policy variables
 * (`${aws:username}`, `${*}`), which are part of the policy's text. It fills nothing in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */

/** A context key with an optional default: `aws:PrincipalTag/team, 'none'`; or an escaped `*`, `?`, `$`. */
const POLICY_VARIABLE = /^(?:[*?$]|[a-z][a-z0-9.-]*:[A-Za-z][^:{}]*)$/;

/** Offset of the first placeholder in `text`; -1 where there is none. Linear. */
export function findPlaceholder(text: string): number {
  const mustache = text.indexOf('{{');
  const directive = text.search(/%\{|<%/);
  const others = [mustache, directive].filter((at) => at !== -1);
  for (let at = text.indexOf('${'); at !== -1; ) {
    const close = text.indexOf('}', at);
    const inner = close === -1 ? '' : text.slice(at + 2, close).trim();
    if (!POLICY_VARIABLE.test(inner)) return Math.min(at, ...others);
    at = text.indexOf('${', close);
  }
  return others.length === 0 ? -1 : Math.min(...others);
}
