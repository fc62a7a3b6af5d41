/** Reads `item.CidrIp`, `resource.Tags` or `Endpoint.Port` into a root and names; without a root it is the resource. */
import type { PropertyPath } from './property-path.ts';

/** The path; undefined where the text is none. `item` alone is the element itself. */
export function parsePropertyPath(text: string): PropertyPath | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/.test(text)) return undefined;
  const [first = '', ...rest] = text.split('.');
  if (first === 'item' || first === 'resource') return { root: first, names: rest };
  return { root: 'resource', names: [first, ...rest] };
}
