/**
 * `filter` and `map`: lists computed from lists. An element whose predicate is unknown stays, with unknown presence;
 * every element remembers where it came from.
 */
import type { ListItem, ListValue, Value } from '../../model/value.ts';
import type { Frame } from './frame.ts';
import { type CelRange, iterateRange, type RangeElement } from './iterate-range.ts';
import { joinTraces } from './join-traces.ts';
import { notBoolean } from './not-boolean.ts';
import { Operand } from './operand.ts';
import type { ForElement } from './quantify.ts';
import type { Part, Trace } from './trace.ts';
import { truthOf } from './truth-of.ts';

type Elements = Extract<CelRange, { state: 'elements' }>;

export interface ListSteps {
  /** Keeps every element where undefined. */
  readonly predicate: ForElement | undefined;
  /** Keeps the element itself where undefined. */
  readonly transform: ForElement | undefined;
}

/** `filter` (no transform), `map`, and `map` with a predicate. Errors are fatal, as in CEL. */
export function buildList(range: Operand, steps: ListSteps, frame: Frame): Operand {
  const found = iterateRange(range);
  if (found.state === 'unknown') return Operand.unknown(found.trace);
  if (found.state === 'error') return found.operand;
  const items: ListItem[] = [];
  const parts: Part[] = [];
  for (const element of found.elements) {
    frame.spend(1);
    const kept = keepElement(element, steps.predicate);
    if (kept.state === 'error') return kept.operand;
    if (kept.state === 'dropped') continue;
    const result = steps.transform === undefined ? element.operand : steps.transform(element.operand);
    if (result.value.state === 'error') return result;
    // Lists made here may hold CEL integers; only the engine reads them back.
    items.push({ presence: kept.certain ? 'yes' : 'unknown', value: result.value as Value });
    parts.push({ read: result.read, trace: joinTraces(kept.trace, result.trace) });
  }
  // A list without elements was decided by the list it was made from.
  const trace = items.length === 0 ? range.consume() : range.trace;
  return new Operand(listOf(items, found, range), undefined, trace, parts);
}

type Kept =
  | { readonly state: 'kept'; readonly certain: boolean; readonly trace: Trace }
  | { readonly state: 'dropped' }
  | { readonly state: 'error'; readonly operand: Operand };

function keepElement(element: RangeElement, predicate: ForElement | undefined): Kept {
  if (predicate === undefined) return { state: 'kept', certain: element.certain, trace: element.doubt };
  const result = predicate(element.operand);
  const truth = truthOf(result.value);
  if (truth === 'error') return { state: 'error', operand: notBoolean(result) };
  if (truth === 'false') return { state: 'dropped' };
  const trace = joinTraces(element.doubt, result.consume());
  return { state: 'kept', certain: element.certain && truth === 'true', trace };
}

function listOf(items: readonly ListItem[], found: Elements, range: Operand): ListValue {
  const source = range.value;
  const openEnded = found.isOpen && source.state === 'known' && source.type !== 'scalar' ? source.openEnded : undefined;
  return {
    state: 'known',
    type: 'list',
    items,
    origin: { from: 'computed' },
    ...(openEnded === undefined ? {} : { openEnded }),
  };
}
