/** Change of an attribute: a block that a flag of its own switches off. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';
import { singleBlock } from './single-block.ts';

/**
 * The block; absent where the flag is certainly false, perhaps absent where the flag is not known. `otherwise` is what
 * the flag is where nobody writes it.
 */
export function whenEnabled(flag: string, otherwise: boolean): (value: Value) => Value {
  return (value) => {
    const block = singleBlock(value);
    if (block.state !== 'known' || block.type !== 'map') return block;
    const enabled = block.entries.get(flag);
    if (enabled?.state === 'unresolved') return { ...enabled, mayBeAbsent: true };
    const isKnown = enabled?.state === 'known' && enabled.type === 'scalar';
    const isOn = isKnown ? String(enabled.value) !== 'false' : otherwise;
    return isOn ? block : { state: 'absent', origin: block.origin };
  };
}
