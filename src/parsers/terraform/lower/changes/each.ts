/** Change of an attribute: another change for each element of a list. Keeps unknown lists unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';
import { asList } from './as-list.ts';

/** Changes every element; one value alone is a list of it. */
export function each(change: (value: Value) => Value): (value: Value) => Value {
  return (value) => {
    if (value.state === 'unresolved') return value;
    const list = asList(value);
    if (list.state !== 'known' || list.type !== 'list') return list;
    return { ...list, items: list.items.map((item) => ({ ...item, value: change(item.value) })) };
  };
}
