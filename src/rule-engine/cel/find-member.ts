/** `x in list` and `key in map`, three-valued: certain only by an element that is certainly there and equal. */
import type { MapValue } from '../../model/value.ts';
import type { Frame } from './frame.ts';
import { isEqual } from './is-equal.ts';
import { joinTraces } from './join-traces.ts';
import { Operand } from './operand.ts';
import { quantify } from './quantify.ts';

/** Absent is in nothing, and nothing is in something absent. */
export function findMember(member: Operand, range: Operand, frame: Frame): Operand {
  if (member.value.state === 'error') return member;
  const { value } = range;
  if (member.value.state === 'absent') return Operand.scalar(false, joinTraces(member.consume(), range.consume()));
  if (value.state === 'known' && value.type === 'map') return findKey(member, range, value);
  const found = quantify(range, (element) => isEqual(member, element, true, frame), true, frame);
  return found.value.state === 'error' ? found : found.after(member.consume());
}

function findKey(member: Operand, range: Operand, map: MapValue): Operand {
  const trace = joinTraces(member.consume(), range.consume());
  if (member.value.state !== 'known' || member.value.type !== 'scalar') {
    const isEmpty = map.entries.size === 0 && map.openEnded === undefined;
    return isEmpty ? Operand.scalar(false, trace) : Operand.unknown(trace);
  }
  const entry = map.entries.get(String(member.value.value));
  if (entry === undefined) return map.openEnded === undefined ? Operand.scalar(false, trace) : Operand.unknown(trace);
  if (entry.state === 'absent') return Operand.scalar(false, trace);
  return entry.state === 'unresolved' && entry.mayBeAbsent ? Operand.unknown(trace) : Operand.scalar(true, trace);
}
