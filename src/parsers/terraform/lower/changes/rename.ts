/** Change of an attribute: other names inside a block. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';

interface Renamed {
  readonly name: string;
  readonly change: (value: Value) => Value;
}

/**
 * A block with its attributes under the names of a table; what the table does not have is left out. For places whose
 * type the dictionary cannot reach by path: elements of maps and of lists in lists.
 */
export function rename(names: Readonly<Record<string, string | Renamed>>): (value: Value) => Value {
  return (value) => {
    if (value.state !== 'known' || value.type !== 'map') return value;
    const entries = new Map<string, Value>();
    for (const [from, to] of Object.entries(names)) {
      const entry = value.entries.get(from);
      if (entry === undefined || entry.state === 'null' || entry.state === 'absent') continue;
      if (typeof to === 'string') entries.set(to, entry);
      else entries.set(to.name, to.change(entry));
    }
    return { ...value, entries };
  };
}
