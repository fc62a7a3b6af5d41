/**
 * What a result inherits from everything it was computed from: assumptions and secrecy. Bounded, because it runs on
 * every operation.
 */
import type { Assumption, ListValue, MapValue, Value } from '../../../model/value.ts';
import { mergeAssumptions } from './merge-assumptions.ts';

const MOST_ASSUMED = 500;
const MOST_VISITED = 200_000;

export interface Traits {
  readonly assumptions: readonly Assumption[] | undefined;
  readonly sensitive: boolean;
}

/**
 * Union over the values and what is nested in them. Of very large values only the first parts give assumptions; what
 * is too large to search for secrets counts as one.
 */
export function gatherTraits(values: readonly Value[]): Traits {
  const open: Value[] = [...values];
  let assumptions: readonly Assumption[] | undefined;
  let sensitive = false;
  let visited = 0;
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    visited += 1;
    if (visited <= MOST_ASSUMED) assumptions = mergeAssumptions(assumptions, value.origin?.assumptions);
    if (value.state !== 'known') continue;
    if (value.type === 'scalar') sensitive ||= value.sensitive === true;
    else if (open.length + visited > MOST_VISITED) sensitive = true;
    else for (const nested of partsOf(value)) open.push(nested);
  }
  return { assumptions, sensitive };
}

function* partsOf(value: ListValue | MapValue): Generator<Value> {
  if (value.type === 'map') yield* value.entries.values();
  else for (const item of value.items) yield item.value;
}
