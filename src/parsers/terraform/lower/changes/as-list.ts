/** Change of an attribute: one value where a list belongs. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';

/** One value as a list of it, references and unknowns too; lists stay. */
export function asList(value: Value): Value {
  if (value.state === 'absent' || value.state === 'null') return value;
  if (value.state === 'known' && value.type === 'list') return value;
  return { state: 'known', type: 'list', items: [{ presence: 'yes', value }], origin: value.origin };
}
