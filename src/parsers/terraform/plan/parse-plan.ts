/**
 * The text of a plan to what is used of it. Reads nothing itself and never throws on input; what is broken or larger
 * than the limits is a trouble with its place, and of a broken plan nothing is used.
 */
import type { DocumentNode } from '../../../documents/document-node.ts';
import { entryOf } from '../../../documents/entry-of.ts';
import { parseJsonDocument } from '../../../documents/parse-json-document.ts';
import type { BudgetLimits } from '../../../model/budget.ts';
import type { PlannedResource, PlannedVariable, PlanTrouble, TerraformPlan } from './terraform-plan.ts';

/** One broken bracket makes many errors; the first few say where. */
const MOST_TROUBLES = 5;

/** Text in, plan out. */
export function parsePlan(text: string, limits: Pick<BudgetLimits, 'nesting' | 'unitSteps' | 'unitResources'>) {
  const parsed = parseJsonDocument(text, { maxDepth: limits.nesting, maxNodes: limits.unitSteps, maxAliases: 0 });
  const broken = parsed.errors.slice(0, MOST_TROUBLES).map(({ kind, message, start, end }): PlanTrouble => {
    const code = kind === 'budget' ? 'budget-exceeded' : 'syntax-error';
    return { code, effect: 'not-evaluated', message, start, end };
  });
  const [root] = parsed.roots;
  if (broken.length > 0 || root === undefined) return unusable(broken);
  const unfit = checkVersion(root);
  if (unfit !== undefined) return unusable([unfit]);
  const resources = collectResources(root);
  if (resources.length > limits.unitResources) {
    const message = `The plan has more than ${limits.unitResources} resources`;
    return unusable([{ code: 'budget-exceeded', effect: 'not-evaluated', message, start: root.start, end: root.end }]);
  }
  const troubles = parsed.issues
    .slice(0, MOST_TROUBLES)
    .map(({ code, message, start, end }): PlanTrouble => ({ code, effect: 'ambiguous', message, start, end }));
  const module = entryOf(entryOf(root, 'configuration')?.value, 'root_module')?.value;
  const variables = collectVariables(root, module);
  return {
    resources,
    variables,
    configuration: module,
    isComplete: isComplete(root),
    troubles,
  } satisfies TerraformPlan;
}

function unusable(troubles: readonly PlanTrouble[]): TerraformPlan {
  return { resources: [], variables: new Map(), configuration: undefined, isComplete: false, troubles };
}

function checkVersion(root: DocumentNode): PlanTrouble | undefined {
  const node = entryOf(root, 'format_version')?.value;
  const version = textOf(node) ?? '';
  const hasParts = entryOf(root, 'planned_values') !== undefined || entryOf(root, 'resource_changes') !== undefined;
  if (/^[01]\.\d/.test(version) && hasParts) return undefined;
  const { start, end } = node ?? { start: root.start, end: root.start + 1 };
  const message = hasParts
    ? `A plan in format ${JSON.stringify(version.slice(0, 20))} cannot be read; it has to be 1.x`
    : 'This is no plan as terraform show -json prints it';
  return { code: 'syntax-error', effect: 'not-evaluated', message, start, end };
}

function isComplete(root: DocumentNode): boolean {
  return !isLiteral(entryOf(root, 'errored')?.value, true) && !isLiteral(entryOf(root, 'complete')?.value, false);
}

/** The changes say what is unknown; what they leave out stands among the planned values. */
function collectResources(root: DocumentNode): readonly PlannedResource[] {
  const known = new Set<string>();
  const resources: PlannedResource[] = [];
  for (const node of itemsOf(entryOf(root, 'resource_changes')?.value)) {
    const head = headOf(node);
    if (head === undefined || entryOf(node, 'deposed') !== undefined) continue;
    known.add(head.address);
    const change = entryOf(node, 'change')?.value;
    const after = entryOf(change, 'after')?.value;
    if (after?.type !== 'map') continue;
    const unknown = entryOf(change, 'after_unknown')?.value;
    const sensitive = entryOf(change, 'after_sensitive')?.value;
    const previousAddress = textOf(entryOf(node, 'previous_address')?.value);
    resources.push({ ...head, after, unknown, sensitive, previousAddress, node });
  }
  const modules = [entryOf(entryOf(root, 'planned_values')?.value, 'root_module')?.value];
  for (const module of modules) {
    for (const node of itemsOf(entryOf(module, 'resources')?.value)) {
      const head = headOf(node);
      const after = entryOf(node, 'values')?.value;
      if (head === undefined || known.has(head.address) || after?.type !== 'map') continue;
      const sensitive = entryOf(node, 'sensitive_values')?.value;
      resources.push({ ...head, after, unknown: undefined, sensitive, previousAddress: undefined, node });
    }
    for (const child of itemsOf(entryOf(module, 'child_modules')?.value)) modules.push(child);
  }
  return resources.sort((a, b) => (a.address === b.address ? 0 : a.address < b.address ? -1 : 1));
}

function headOf(node: DocumentNode): Pick<PlannedResource, 'address' | 'type' | 'name'> | undefined {
  const [address, type, name] = ['address', 'type', 'name'].map((key) => textOf(entryOf(node, key)?.value));
  if (address === undefined || type === undefined || name === undefined) return undefined;
  return textOf(entryOf(node, 'mode')?.value) === 'managed' ? { address, type, name } : undefined;
}

function collectVariables(root: DocumentNode, module: DocumentNode | undefined): ReadonlyMap<string, PlannedVariable> {
  const variables = new Map<string, PlannedVariable>();
  const declared = entryOf(module, 'variables')?.value;
  const given = entryOf(root, 'variables')?.value;
  for (const { key, value } of given?.type === 'map' ? given.entries : []) {
    const found = entryOf(value, 'value')?.value;
    const sensitive = isLiteral(entryOf(entryOf(declared, key.text)?.value, 'sensitive')?.value, true);
    if (found !== undefined) variables.set(key.text, { value: found, sensitive });
  }
  return variables;
}

function itemsOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.type === 'sequence' ? node.items : [];
}

function textOf(node: DocumentNode | undefined): string | undefined {
  return node?.type === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function isLiteral(node: DocumentNode | undefined, value: boolean): boolean {
  return node?.type === 'scalar' && node.value === value;
}
