/** The commits of the stand-in's GitHub as a real repository of git, with the same ids. For tests of the command line. */
import { execFileSync } from 'node:child_process';
import type { GitObjects, Person } from '../github/git/git-objects.ts';

/** Makes `folder` a bare repository with `branches` (name to commit) and everything they reach. */
export function writeGitRepository(
  folder: string,
  objects: GitObjects,
  branches: Readonly<Record<string, string>>,
): void {
  const git = (args: readonly string[], input: string | Uint8Array = ''): string => {
    const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_DIR: folder };
    return execFileSync('git', args, { encoding: 'utf8', input, env, stdio: ['pipe', 'pipe', 'inherit'] }).trim();
  };
  git(['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  const written = new Set<string>();
  const writeTree = (oid: string): void => {
    const entries = objects.tree(oid) ?? [];
    for (const { mode, oid: child } of entries) {
      const content = objects.blob(child);
      if (written.has(child)) continue;
      written.add(child);
      if (mode === '040000') writeTree(child);
      else if (content !== undefined) git(['hash-object', '-w', '--stdin'], content);
    }
    const lines = entries.map((entry) => {
      const type = entry.mode === '040000' ? 'tree' : entry.mode === '160000' ? 'commit' : 'blob';
      return `${entry.mode} ${type} ${entry.oid}\t${entry.name}\n`;
    });
    expectSame(git(['mktree'], lines.join('')), oid);
  };
  for (const [branch, tip] of Object.entries(branches)) {
    for (const oid of objects.history(tip).toReversed()) {
      const commit = objects.commit(oid);
      if (commit === undefined || written.has(oid)) continue;
      written.add(oid);
      writeTree(commit.tree);
      expectSame(git(['hash-object', '-t', 'commit', '-w', '--stdin'], textOf(commit)), oid);
    }
    git(['update-ref', `refs/heads/${branch}`, tip]);
  }
}

function textOf({ tree, parents, author, committer, message }: NonNullable<ReturnType<GitObjects['commit']>>): string {
  const person = ({ name, email, date }: Person) => `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
  const before = parents.map((parent) => `parent ${parent}`);
  const lines = [`tree ${tree}`, ...before, `author ${person(author)}`, `committer ${person(committer)}`, '', message];
  return lines.join('\n');
}

function expectSame(written: string, expected: string): void {
  if (written !== expected) throw new Error(`git has ${written} where the stand-in has ${expected}`);
}
