/** Reading an element of a list by number or an entry of a map by key. Beyond the end of a list is absent. */
import type { ListValue } from '../../model/value.ts';
import { below } from './below.ts';
import { insideOf } from './inside-of.ts';
import { joinTraces } from './join-traces.ts';
import { Operand } from './operand.ts';
import { selectField } from './select-field.ts';
import { unresolvedBecause } from './unresolved-because.ts';

/** `target[key]`. An element after one that may not exist has no certain number. */
export function selectIndex(target: Operand, key: Operand): Operand {
  const trace = joinTraces(target.trace, key.consume());
  if (target.value.state === 'error') return target;
  if (key.value.state === 'error') return key;
  if (key.value.state === 'unresolved' || key.value.state === 'reference') {
    return new Operand(insideOf(key.value), target.read, trace);
  }
  if (key.value.state === 'absent') return Operand.absent(trace);
  if (key.value.state === 'null' || key.value.type !== 'scalar') return Operand.error('invalid index', trace);
  const { value } = target;
  if (value.state !== 'known' || value.type !== 'list') {
    return selectField(target, String(key.value.value)).after(trace);
  }
  const index = Number(key.value.value);
  if (typeof key.value.value === 'string' || !Number.isInteger(index)) return Operand.error('invalid index', trace);
  return selectItem(target, value, index).after(trace);
}

function selectItem(target: Operand, list: ListValue, index: number): Operand {
  const item = list.items[index];
  const isShifted = list.items.slice(0, Math.max(0, index + 1)).some((before) => before.presence === 'unknown');
  if (isShifted) {
    return below(target, '?', { ...unresolvedBecause('unknown-condition', `[${index}]`), mayBeAbsent: true });
  }
  if (item === undefined) return below(target, '?', list.openEnded ?? { state: 'absent' });
  const part = target.parts?.[index];
  return part === undefined ? below(target, index, item.value) : new Operand(item.value, part.read, part.trace);
}
