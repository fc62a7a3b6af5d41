/** Follows a property path that stands outside of CEL (`points_at`, messages, discriminators). */
import type { Operand } from '../cel/operand.ts';
import { selectField } from '../cel/select-field.ts';
import type { PropertyPath } from '../property-path.ts';

/** The value at the path; undefined where the rule has no element and the path wants one. */
export function selectPath(
  judged: { readonly resource: Operand; readonly item: Operand | undefined },
  path: PropertyPath,
): Operand | undefined {
  const start = path.root === 'item' ? judged.item : judged.resource;
  return start === undefined ? undefined : path.names.reduce(selectField, start);
}
