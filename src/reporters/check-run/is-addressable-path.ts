/**
 * Whether a path of a tree can stand in an annotation or an address. A tree may hold any bytes; GitHub, browsers and
 * readers understand fewer, and an address that `..` leads elsewhere is not ours.
 */
import { makeVisible } from '../make-visible.ts';

const LONGEST_PATH = 1000;

/** Relative, without empty, `.` or `..` parts, without characters nobody sees, and of a bearable length. */
export function isAddressablePath(path: string): boolean {
  if (path.length === 0 || path.length > LONGEST_PATH || path.includes('\\')) return false;
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) return false;
  return makeVisible(path, Number.POSITIVE_INFINITY) === path;
}
