/** `Fn::FindInMap`: a value of `Mappings` by two keys. With a key that is not known, the value all candidates share. */
import { isOrdinary } from '../../../dictionary/is-ordinary.ts';
import type { DocumentNode, MapEntry } from '../../../documents/document-node.ts';
import { entryOf } from '../../../documents/entry-of.ts';
import type { Value } from '../../../model/value.ts';
import { argumentList } from '../argument-list.ts';
import { equalValues } from '../equal-values.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { addAssumptions } from '../add-assumptions.ts';
import { scalarText } from '../scalar-text.ts';

/** Candidates that are compared for an unknown key. */
const MOST_CANDIDATES = 100;

export function findInMap(evaluator: Evaluator, call: IntrinsicCall): Value {
  const nodes = argumentList(call, 3, 4);
  if (nodes === undefined) return evaluator.invalid(call, 'Fn::FindInMap takes a map and two keys');
  const [map, top, second] = nodes.slice(0, 3).map((node) => evaluator.evaluate(node));
  if (map === undefined || top === undefined || second === undefined)
    return evaluator.invalid(call, 'Keys are missing');
  const name = keyOf(map);
  if (name === undefined) return unknownKey(evaluator, call, map);
  const mapping = evaluator.template.mappings.get(name);
  if (mapping === undefined) return evaluator.undeclared(call.node, `Mappings.${name}`);
  const rows = rowsOf(evaluator, mapping.value, keyOf(top));
  const candidates = rows.flatMap((row) => rowsOf(evaluator, row, keyOf(second)));
  const unknown = [top, second].find((key) => keyOf(key) === undefined);
  if (unknown !== undefined && !isKey(unknown)) return evaluator.invalid(call, 'A key of Fn::FindInMap is not text');
  const byDefault = entryOf(nodes[3], 'DefaultValue');
  const possible = byDefault === undefined ? candidates : [...candidates, byDefault.value];
  if (unknown !== undefined) return sharedValue(evaluator, call, { candidates: possible, unknown });
  const assumptions = [map, top, second].flatMap((key) => key.origin?.assumptions ?? []);
  const [found] = candidates;
  if (found === undefined) return missing(evaluator, call, nodes[3]);
  return addAssumptions(evaluator.evaluate(found), assumptions, () => evaluator.spend(1, call.node));
}

function keyOf(key: Value): string | undefined {
  return key.state === 'known' && key.type === 'scalar' ? scalarText(key) : undefined;
}

function isKey(key: Value): boolean {
  return key.state === 'unresolved' || key.state === 'reference';
}

/** The value of a key, or all values where the key is not known; none once the budget is spent. */
function rowsOf(evaluator: Evaluator, node: DocumentNode, key: string | undefined): readonly DocumentNode[] {
  if (node.type !== 'map' || !evaluator.spend(1 + (node.entries.length >> 5), node)) return [];
  const entries: readonly (MapEntry | undefined)[] = key === undefined ? node.entries : [entryOf(node, key)];
  return entries.flatMap((entry) => (entry === undefined ? [] : [entry.value]));
}

function sharedValue(
  evaluator: Evaluator,
  call: IntrinsicCall,
  { candidates, unknown }: { candidates: readonly DocumentNode[]; unknown: Value },
): Value {
  const [first, ...others] = candidates.slice(0, MOST_CANDIDATES).map((node) => evaluator.evaluate(node));
  const all = candidates.length <= MOST_CANDIDATES;
  if (first !== undefined && all && others.every((other) => equalValues(first, other))) return first;
  return unknownKey(evaluator, call, unknown);
}

function unknownKey(evaluator: Evaluator, call: IntrinsicCall, key: Value): Value {
  if (key.state === 'reference') return evaluator.unresolved(call.node, 'derived-value', key.target);
  if (key.state !== 'unresolved') return evaluator.unresolved(call.node, 'unknown-key', 'Fn::FindInMap');
  return evaluator.unresolved(call.node, isOrdinary(key.reason) ? 'unknown-key' : key.reason, key.subject);
}

/** The fourth argument, `{ DefaultValue: … }`, belongs to the language extensions. */
function missing(evaluator: Evaluator, call: IntrinsicCall, fallback: DocumentNode | undefined): Value {
  const byDefault = entryOf(fallback, 'DefaultValue');
  if (byDefault !== undefined) return evaluator.evaluate(byDefault.value);
  return evaluator.undeclared(call.node, 'Fn::FindInMap');
}
