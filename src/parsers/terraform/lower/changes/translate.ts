/** Change of an attribute: other words for the same value. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';

/** Booleans and strings translated by a table; what the table does not have stays. */
export function translate(table: Readonly<Record<string, string | boolean>>): (value: Value) => Value {
  return (value) => {
    if (value.state !== 'known' || value.type !== 'scalar') return value;
    const key = String(value.value);
    const translated = Object.hasOwn(table, key) ? table[key] : undefined;
    return translated === undefined ? value : { ...value, value: translated };
  };
}
