/**
 * The way from one directory of the tree to another.
 */

/** `relativePath('infra/prod', 'infra/modules/x')` is `../modules/x`; `.` for the same directory. */
export function relativePath(from: string, to: string): string {
  const start = from === '' ? [] : from.split('/');
  const end = to === '' ? [] : to.split('/');
  let same = 0;
  while (same < start.length && same < end.length && start[same] === end[same]) same += 1;
  const parts = [...start.slice(same).map(() => '..'), ...end.slice(same)];
  return parts.length === 0 ? '.' : parts.join('/');
}
