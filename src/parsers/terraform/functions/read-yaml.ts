/**
 * `yamldecode`: one YAML document to a value. What YAML readers disagree about is left unknown.
 */
import { parseYamlDocument } from '../../../documents/parse-yaml-document.ts';
import type { DocumentNode } from '../../../documents/document-node.ts';
import type { Value } from '../../../model/value.ts';
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { makeList } from '../values/make-list.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import type { CallSite } from './terraform-function.ts';

const MOST_NODES = 100_000;
const MOST_ALIASES = 1000;

/** The value; undefined for a syntax error, an unknown tag, or more than one document. */
export function readYaml(text: string, site: CallSite): Value | undefined {
  const { session } = site.env;
  const limits = { maxDepth: session.limits.nesting, maxNodes: MOST_NODES, maxAliases: MOST_ALIASES };
  const { roots, errors, issues } = parseYamlDocument(text, limits);
  if (errors.some((error) => error.kind === 'budget')) return exceedBudget(session, 'yamldecode()', site.origin);
  if (errors.length > 0 || roots.length > 1) return undefined;
  if (issues.length > 0) return makeUnresolved('unsupported-expression', 'yamldecode()', site.origin);
  const [root] = roots;
  const walk = { left: MOST_NODES, failed: false };
  const value: Value = root ? toValue(root, site, walk) : { state: 'null', origin: site.origin };
  const affordable = walk.left >= 0 && takeSteps(session, MOST_NODES - walk.left);
  if (!affordable) return exceedBudget(session, 'yamldecode()', site.origin);
  return walk.failed ? undefined : value;
}

/** Aliases share nodes, so the bound counts visits. */
function toValue(node: DocumentNode, site: CallSite, walk: { left: number; failed: boolean }): Value {
  const { origin } = site;
  walk.left -= 1;
  if (node.tag !== undefined) walk.failed = true;
  if (walk.left < 0 || walk.failed) return { state: 'null', origin };
  if (node.type === 'sequence') {
    return makeList(
      node.items.map((item) => toValue(item, site, walk)),
      origin,
    );
  }
  if (node.type === 'map') {
    return makeMap(
      node.entries.map(({ key, value }) => [key.text, toValue(value, site, walk)] as const),
      origin,
    );
  }
  return node.value === null ? { state: 'null', origin } : makeScalar(node.value, origin);
}
