/** A JSON object whose keys come from the input: sorted, so that equal reports have equal bytes. */
import { z } from 'zod';

function sortKeys<Value extends object>(record: Value): Value {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as Value;
}

/** Schema of an object with these values under any keys, written in the order of the keys. */
export function sortedRecord<Value extends z.ZodType>(values: Value): z.ZodRecord<z.ZodString, Value> {
  return z.record(z.string(), values).overwrite(sortKeys);
}
