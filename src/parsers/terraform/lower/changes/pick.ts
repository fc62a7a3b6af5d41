/** Change of an attribute: one field of a block. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';
import { singleBlock } from './single-block.ts';

/** One field of a block that may be written once. */
export function pick(field: string): (value: Value) => Value {
  return (value) => {
    const block = singleBlock(value);
    if (block.state !== 'known' || block.type !== 'map') return block;
    return block.entries.get(field) ?? block.openEnded ?? { state: 'absent', origin: block.origin };
  };
}
