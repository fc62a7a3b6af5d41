/**
 * The elements a macro runs over: items of a list or keys of a map, each with whether it is certainly there, and
 * whether unknown ones may follow.
 */
import type { ListValue, MapValue, UnresolvedValue } from '../../model/value.ts';
import { Operand } from './operand.ts';
import { partsOf } from './parts-of.ts';
import type { Trace } from './trace.ts';
import { unresolvedBecause } from './unresolved-because.ts';
import { joinTraces } from './join-traces.ts';

export interface RangeElement {
  readonly operand: Operand;
  readonly certain: boolean;
  /** Why it may not be there; undefined when certain. */
  readonly doubt: Trace;
}

export type CelRange =
  | {
      readonly state: 'elements';
      readonly elements: readonly RangeElement[];
      readonly open: Trace;
      readonly isOpen: boolean;
    }
  | { readonly state: 'unknown'; readonly trace: Trace }
  | { readonly state: 'error'; readonly operand: Operand };

/** Elements of an operand; an absent list has none. */
export function iterateRange(operand: Operand): CelRange {
  const { value } = operand;
  switch (value.state) {
    case 'absent':
      return { state: 'elements', elements: [], open: undefined, isOpen: false };
    case 'unresolved':
    case 'reference':
      return { state: 'unknown', trace: operand.consume() };
    case 'known':
      if (value.type === 'list') return rangeOf(operand, value.openEnded, listElements(operand, value));
      if (value.type === 'map') return rangeOf(operand, value.openEnded, mapKeys(operand, value));
      break;
    case 'error':
      return { state: 'error', operand };
    case 'null':
      break;
  }
  return { state: 'error', operand: Operand.error('not a list or map', operand.consume()) };
}

function rangeOf(
  operand: Operand,
  openEnded: UnresolvedValue | undefined,
  elements: readonly RangeElement[],
): CelRange {
  const open = openEnded === undefined ? undefined : unknownBelow(operand, openEnded);
  return { state: 'elements', elements, open, isOpen: openEnded !== undefined };
}

function listElements(operand: Operand, list: ListValue): readonly RangeElement[] {
  return partsOf(operand, list).flatMap((part, index) => {
    const item = list.items[index];
    if (item === undefined) return [];
    const element = new Operand(item.value, part.read, part.trace);
    return [{ operand: element, certain: item.presence === 'yes', doubt: doubtOf(operand, item.presence === 'yes') }];
  });
}

function mapKeys(operand: Operand, map: MapValue): readonly RangeElement[] {
  return [...map.entries].flatMap(([key, value]) => {
    if (value.state === 'absent') return [];
    const certain = value.state !== 'unresolved' || !value.mayBeAbsent;
    const read = operand.read === undefined ? undefined : { parent: operand.read, segment: key, value };
    const trace = joinTraces(operand.trace, read === undefined ? undefined : { read });
    return [{ operand: Operand.scalar(key, trace), certain, doubt: doubtOf(operand, certain) }];
  });
}

function doubtOf(operand: Operand, certain: boolean): Trace {
  if (certain) return undefined;
  return unknownBelow(operand, unresolvedBecause('unknown-condition', 'an element that may not exist'));
}

function unknownBelow(operand: Operand, value: UnresolvedValue): Trace {
  return { read: { parent: operand.read, segment: '?', value } };
}
