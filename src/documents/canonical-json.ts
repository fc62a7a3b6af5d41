/**
 * JSON with sorted keys and no white space: the form that is hashed and compared. Accepts plain JSON data only, so
 * that equal facts always have equal bytes.
 */

/** Canonical text of plain JSON data; Maps and undefined are not JSON and must be turned into it first. */
export function canonicalJson(data: unknown): string {
  if (data === null || typeof data !== 'object') return JSON.stringify(data) ?? 'null';
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`).join(',')}}`;
}
