/** Why a result is open: every unknown among the values that decided, also deep inside lists and policy documents. */
import type { OpenReason } from '../../model/rule-result.ts';
import type { ListValue, MapValue, Origin, UnresolvedReason } from '../../model/value.ts';
import { VALUE_DEPTH } from '../cel/frame.ts';
import type { CelValue } from '../cel/operand.ts';
import type { Read } from '../cel/trace.ts';

/** More reasons than anybody reads; the first ones are kept. */
const MOST_REASONS = 50;

/** Distinct reasons in the order of the record. */
export function findOpenReasons(reads: readonly Read[]): readonly OpenReason[] {
  const found = new Map<string, OpenReason>();
  for (const read of reads) collect(read.value, found, 0);
  return [...found.values()];
}

function collect(value: CelValue, found: Map<string, OpenReason>, depth: number): void {
  if (found.size >= MOST_REASONS || depth > VALUE_DEPTH) return;
  if (value.state === 'unresolved') add(found, value.reason, value.subject, value.origin);
  else if (value.state === 'reference') {
    const subject = value.attribute === '' ? value.target : `${value.target}.${value.attribute}`;
    add(found, 'provider-computed', subject, value.origin);
  } else if (value.state === 'known' && value.type !== 'scalar') collectInside(value, found, depth);
}

function collectInside(value: ListValue | MapValue, found: Map<string, OpenReason>, depth: number): void {
  if (value.openEnded !== undefined) collect(value.openEnded, found, depth + 1);
  if (value.type === 'map') {
    for (const entry of value.entries.values()) collect(entry, found, depth + 1);
    return;
  }
  for (const item of value.items) {
    if (item.presence === 'unknown') add(found, 'unknown-condition', 'an element that may not exist', value.origin);
    collect(item.value, found, depth + 1);
  }
}

function add(found: Map<string, OpenReason>, reason: UnresolvedReason, subject: string, origin: Origin): void {
  const key = `${reason}\0${subject}`;
  if (found.has(key)) return;
  found.set(key, { reason, subject, ...(origin.location === undefined ? {} : { location: origin.location }) });
}
