/** Change of an attribute: a block as keys and values. Keeps unknown blocks unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';
import { objectWith } from './object-with.ts';
import { singleBlock } from './single-block.ts';

/** `access_logs { enabled = true }` as `[{ key: "access_logs.s3.enabled", value: true }]`; the table gives the keys. */
export function attributesOf(keys: Readonly<Record<string, string>>): (value: Value) => Value {
  return (value) => {
    const block = singleBlock(value);
    if (block.state !== 'known' || block.type !== 'map') return block;
    const items = Object.entries(keys).flatMap(([name, key]) => {
      const pair = objectWith('value', { key })(block.entries.get(name) ?? { state: 'absent' });
      return pair.state === 'known' ? [{ presence: 'yes' as const, value: pair }] : [];
    });
    return { state: 'known', type: 'list', items, origin: block.origin };
  };
}
