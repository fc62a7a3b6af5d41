/** Names GitHub cannot write in JSON: marked, kept apart, never hiding a file. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ListedItem, readTreeItems } from './read-tree-items.ts';

const file = (path: string, sha: string, mode = '100644'): ListedItem => ({ path, mode, type: 'blob', sha, size: 1 });
const folder = (path: string): ListedItem => ({ path, mode: '040000', type: 'tree', sha: 'f' });

it('knows the modes of git, folders aside, in the order of paths', () => {
  const items: ListedItem[] = [
    file('run.sh', '1', '100755'),
    folder('modules'),
    file('modules/a.tf', '2'),
    { path: 'vendor', mode: '160000', type: 'commit', sha: '3' },
    file('link', '4', '120000'),
    file('old', '5', '100664'),
  ];
  expect(readTreeItems(items).map(({ path, mode, size }) => `${path} ${mode} ${size}`)).toEqual([
    'link link 1',
    'modules/a.tf file 1',
    'old file 1',
    'run.sh executable 1',
    'vendor gitlink 0',
  ]);
});

it('marks names that were not UTF-8 and keeps those apart that became the same', () => {
  const items = [
    file('a\u{FFFD}.tf', '1'),
    file('a\u{FFFD}.tf', '2'),
    file('é.tf', '3'),
    file('é.tf', '4'),
    file('b.tf', '5'),
  ];
  expect(readTreeItems(items)).toEqual([
    { path: '(2)a\u{FFFD}.tf', mode: 'file', blob: '2', size: 1, pathNotUtf8: true },
    { path: '(2)é.tf', mode: 'file', blob: '4', size: 1, pathNotUtf8: true },
    { path: 'a\u{FFFD}.tf', mode: 'file', blob: '1', size: 1, pathNotUtf8: true },
    { path: 'b.tf', mode: 'file', blob: '5', size: 1 },
    { path: 'é.tf', mode: 'file', blob: '3', size: 1, pathNotUtf8: true },
  ]);
});

it('marks everything below folders that became the same', () => {
  const items = [folder('é'), file('é/a.tf', '1'), folder('é'), file('é/b.tf', '2'), file('c.tf', '3')];
  expect(readTreeItems(items).map(({ path, pathNotUtf8 = false }) => [path, pathNotUtf8])).toEqual([
    ['c.tf', false],
    ['é/a.tf', true],
    ['é/b.tf', true],
  ]);
});

it('lets nobody read a file of unknown size', () => {
  const [entry] = readTreeItems([{ path: 'a', mode: '100644', type: 'blob', sha: '1' }]);
  expect(entry?.size).toBe(Number.MAX_SAFE_INTEGER);
});

it('never loses a file and never repeats a path', () => {
  const name = fc.constantFrom('a', 'b', '\u{FFFD}', '(2)a', 'd/a', 'd/(2)a', 'd/\u{FFFD}');
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const entries = readTreeItems(names.map((path, index) => file(path, String(index))));
      expect(new Set(entries.map(({ path }) => path)).size).toBe(names.length);
      expect(entries.map(({ blob }) => Number(blob)).sort((a, b) => a - b)).toEqual(names.map((_, index) => index));
    }),
    { seed: 7, numRuns: 300 },
  );
});
