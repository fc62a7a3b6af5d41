/** Change of an attribute: a block that a flag of its own switches off. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';
import { singleBlock } from './single-block.ts';

/** The block; absent where the flag is certainly false, perhaps absent where the flag is not known. */
export function whenEnabled(flag: string): (value: Value) => Value {
  return (value) => {
    const block = singleBlock(value);
    if (block.state !== 'known' || block.type !== 'map') return block;
    const enabled = block.entries.get(flag);
    if (enabled?.state === 'unresolved') return { ...enabled, mayBeAbsent: true };
    const isOff = enabled?.state === 'known' && enabled.type === 'scalar' && String(enabled.value) === 'false';
    return isOff ? { state: 'absent', origin: block.origin } : block;
  };
}
