/** Change of an attribute: blocks as a map. Keeps unknown values unknown; knows no resource type. */
import type { UnresolvedValue, Value } from '../../../../model/value.ts';
import { asList } from './as-list.ts';

/**
 * Repeated blocks as a map from one attribute of theirs to what `change` makes of the block: Terraform repeats
 * `parameter { name, value }` where CloudFormation has `{ name: value }`. A block whose key is not known leaves the map
 * open; one that may not be there gives an entry that may be absent.
 */
export function mapBy(key: string, change: (block: Value) => Value): (value: Value) => Value {
  return (value) => {
    if (value.state !== 'known') return value;
    const list = asList(value);
    if (list.state !== 'known' || list.type !== 'list') return list;
    const entries = new Map<string, Value>();
    let openEnded: UnresolvedValue | undefined = list.openEnded;
    for (const { presence, value: block } of list.items) {
      const name = keyOf(block, key);
      if (name === undefined) openEnded ??= unknownBlock(block);
      else entries.set(name, presence === 'yes' ? change(block) : { ...unknownBlock(block), mayBeAbsent: true });
    }
    return { state: 'known', type: 'map', entries, origin: list.origin, ...(openEnded && { openEnded }) };
  };
}

function keyOf(block: Value, key: string): string | undefined {
  const name = block.state === 'known' && block.type === 'map' ? block.entries.get(key) : undefined;
  return name?.state === 'known' && name.type === 'scalar' ? String(name.value) : undefined;
}

function unknownBlock(block: Value): UnresolvedValue {
  if (block.state === 'unresolved') return block;
  const origin = block.origin ?? { from: 'source' };
  return { state: 'unresolved', reason: 'unknown-key', subject: 'block', mayBeAbsent: false, origin };
}
