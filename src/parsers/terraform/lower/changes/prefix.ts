/** Change of an attribute: a fixed text before it. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';

/** A scalar with text before it; the source text stays in its origin. */
export function prefix(text: string): (value: Value) => Value {
  return (value) => {
    if (value.state !== 'known' || value.type !== 'scalar') return value;
    return { ...value, value: `${text}${String(value.value)}` };
  };
}
