/** Change of an attribute: one block for each element of a list in it. Keeps unknown values unknown; knows no resource type. */
import type { ListItem, MapValue, Value } from '../../../../model/value.ts';
import { asList } from './as-list.ts';

/** Blocks with a list attribute as one block per element, under another name: CloudFormation takes one event each. */
export function spread(from: string, to: string): (value: Value) => Value {
  return (value) => {
    if (value.state !== 'known' || value.type !== 'list') return value;
    return { ...value, items: value.items.flatMap((item) => spreadItem(item, from, to)) };
  };
}

function spreadItem(item: ListItem, from: string, to: string): readonly ListItem[] {
  const block = item.value;
  if (block.state !== 'known' || block.type !== 'map') return [item];
  const list = asList(block.entries.get(from) ?? { state: 'absent' });
  if (list.state !== 'known' || list.type !== 'list') return [item];
  const elements: readonly ListItem[] = list.openEnded
    ? [...list.items, { presence: 'unknown', value: list.openEnded }]
    : list.items;
  return elements.map((element) => ({
    presence: item.presence === 'yes' ? element.presence : 'unknown',
    value: withEntry(block, to, element.value),
  }));
}

function withEntry(block: MapValue, name: string, value: Value): MapValue {
  return { ...block, entries: new Map(block.entries).set(name, value) };
}
