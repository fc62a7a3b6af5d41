/**
 * Reading a property or a map entry. What is not there is absent and no error; what lies inside an unresolved value
 * or another resource's attribute is unresolved and may be absent.
 */
import { below } from './below.ts';
import { insideOf } from './inside-of.ts';
import { Operand } from './operand.ts';

/** `target.field`; of an open-ended map what is not named may still be there. */
export function selectField(target: Operand, field: string): Operand {
  const { value } = target;
  switch (value.state) {
    case 'known': {
      if (value.type !== 'map') return Operand.error(`no such field: ${field}`, target.trace);
      const entry = value.entries.get(field);
      if (entry !== undefined) return below(target, field, entry);
      if (value.openEnded !== undefined) return below(target, '?', { ...value.openEnded, mayBeAbsent: true });
      return below(target, field, { state: 'absent' });
    }
    case 'absent':
    case 'null':
      return below(target, field, { state: 'absent' });
    case 'error':
      return target;
    case 'unresolved':
    case 'reference':
      return new Operand(insideOf(value), target.read, target.trace);
  }
}
