/** Which paths a change touches: files, listings of directories, renames; and everything where there is no before. */
import { describe, expect, it } from 'vitest';
import { buildAnalysis } from '../../test/builders/build-analysis.ts';
import type { Analysis } from '../model/analysis.ts';
import { changedPaths } from './changed-paths.ts';

function tree(files: Record<string, string>, understood: Record<string, string> = {}): Analysis {
  const entries = Object.entries(files).map(([path, blob]) => ({ path, blob, mode: 'file' as const, size: 1 }));
  return buildAnalysis({ entries, understood: new Map(Object.entries(understood)) });
}

describe('changedPaths', () => {
  it('holds added, changed and deleted files and the directories whose listing differs', () => {
    const changed = changedPaths(
      [tree({ 'a/x': '1', 'a/y': '1', z: '1' })],
      tree({ 'a/x': '2', 'b/n': '1', z: '1' }),
      new Map(),
    );
    expect([...changed].sort()).toEqual(['a', 'a/x', 'a/y', 'b', 'b/n']);
  });

  it('does not charge a pure rename, unless another parser reads it now', () => {
    const renames = new Map([['b/m.tf', 'a/m.tf']]);
    const before = tree({ 'a/m.tf': '1' }, { 'a/m.tf': 'terraform' });
    expect(changedPaths([before], tree({ 'b/m.tf': '1' }, { 'b/m.tf': 'terraform' }), renames).has('b/m.tf')).toBe(
      false,
    );
    expect(
      changedPaths([tree({ 'a/m.tf': '1' })], tree({ 'b/m.tf': '1' }, { 'b/m.tf': 'terraform' }), renames).has(
        'b/m.tf',
      ),
    ).toBe(true);
  });

  it('counts everything as changed without a before, and against any of several', () => {
    expect(changedPaths([], tree({ x: '1' }), new Map()).has('x')).toBe(true);
    expect(changedPaths([tree({ x: '1' }), tree({ x: '2' })], tree({ x: '1' }), new Map()).has('x')).toBe(true);
  });
});
