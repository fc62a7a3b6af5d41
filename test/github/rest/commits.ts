/**
 * Commits with what they change, and the comparison of two.
 * https://docs.github.com/en/rest/commits/commits
 */
import { compareTrees } from '../git/compare-trees.ts';
import { mergeBases } from '../git/merge-bases.ts';
import type { Answer, Call, Handlers } from '../http/call.ts';
import { HttpError, notFound, unprocessable } from '../http/http-error.ts';
import { pageOf, paginate } from '../http/paginate.ts';
import { commitShape, fileShape } from '../shapes/commits.ts';
import { simplePullShape } from '../shapes/pulls.ts';
import { apiUrl, htmlUrl } from '../shapes/repository.ts';
import { findCommit } from '../state/commits.ts';
import { fullNameOf } from '../state/state.ts';
import { diffAnswer } from './diff-answer.ts';

export const commitHandlers = {
  'repos/list-commits': (call) => {
    const { world, repository } = call;
    const start = findCommit(world, repository, call.query('sha') ?? repository.defaultBranch);
    if (start === undefined) throw notFound();
    const path = call.query('path');
    const history = call.objects.history(start).filter((oid) => path === undefined || touches(call, oid, path));
    return paginate(call, history, { shape: (oid) => commitShape(world, repository, oid) });
  },

  'repos/get-commit': (call) => {
    const { world, repository } = call;
    const oid = findCommit(world, repository, call.text('ref'));
    if (oid === undefined) throw unprocessable(`No commit found for SHA: ${call.text('ref')}`);
    const files = changesOf(call, oid);
    const sum = (key: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[key], 0);
    const [additions, deletions] = [sum('additions'), sum('deletions')];
    const page = pageOf(call, files.slice(0, world.limits.listedFiles), world.limits.comparedFiles);
    const shape = {
      ...commitShape(world, repository, oid),
      stats: { additions, deletions, total: additions + deletions },
      files: page.items.map((file) => fileShape(world, repository, file, oid)),
    };
    return { status: 200, body: shape, headers: page.headers };
  },

  'repos/compare-commits-with-basehead': compareCommits,

  'repos/list-pull-requests-associated-with-commit': (call) => {
    const { world, repository } = call;
    const sha = call.text('commit_sha');
    const pulls = [...repository.pulls.values()].filter((pull) => call.objects.history(pull.head.sha).includes(sha));
    const merged = call.objects.history(repository.refs.get(`refs/heads/${repository.defaultBranch}`) ?? '');
    // A commit of the default branch belongs to the pull request that brought it; any other to all open ones.
    const wanted = pulls.filter((pull) => (merged.includes(sha) ? pull.mergedAt !== null : pull.state === 'open'));
    return paginate(call, wanted, { shape: (pull) => simplePullShape(world, repository, pull) });
  },
} satisfies Handlers;

function changesOf(call: Call, oid: string): ReturnType<typeof compareTrees> {
  const commit = call.objects.commit(oid);
  const parent = call.objects.commit(commit?.parents[0] ?? '');
  return compareTrees(call.objects, parent?.tree ?? '', commit?.tree ?? '');
}

function touches(call: Call, oid: string, path: string): boolean {
  return changesOf(call, oid).some((file) => file.path === path || file.path.startsWith(`${path}/`));
}

/** `base...head`, where both may be branches, `owner:branch` of a fork, or commits. */
function compareCommits(call: Call): Answer {
  const { world, repository } = call;
  const [base, head] = call
    .text('basehead')
    .split('...')
    .map((name) => endOf(call, name));
  if (base === undefined || head === undefined) throw notFound();
  const bases = mergeBases(call.objects, base, head);
  const common = bases[0];
  if (common === undefined) throw new HttpError(404, `No common ancestor between ${base} and ${head}.`);
  const files = compareTrees(call.objects, treeOf(call, common), treeOf(call, head));
  if (/\bdiff\b/.test(call.accept)) return diffAnswer(call, files);
  const ahead = only(call, head, base).reverse();
  const behind = only(call, base, head).length;
  const page = pageOf(call, ahead, 250);
  const spec = call.text('basehead');
  const html = `${htmlUrl(world, repository)}/compare/${encodeURI(spec)}`;
  const first = (call.query('page') ?? '1') === '1';
  const body = {
    url: `${apiUrl(world, repository)}/compare/${encodeURI(spec)}`,
    html_url: html,
    permalink_url: `${htmlUrl(world, repository)}/compare/${base}...${head}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitShape(world, repository, base),
    merge_base_commit: commitShape(world, repository, common),
    status: relation(ahead.length, behind),
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    commits: page.items.map((oid) => commitShape(world, repository, oid)),
    // Only the first page has files, and never more than 300.
    ...(first
      ? { files: files.slice(0, world.limits.comparedFiles).map((file) => fileShape(world, repository, file, head)) }
      : {}),
  };
  return { status: 200, body, headers: page.headers };
}

function endOf(call: Call, name: string): string | undefined {
  const [owner, branch] = name.includes(':') ? name.split(':') : [undefined, name];
  if (owner === undefined) return findCommit(call.world, call.repository, branch ?? '');
  const network = [...call.world.state.repositories.values()].filter(
    (each) => each.network === call.repository.network,
  );
  const fork = network.find((each) => fullNameOf(each).toLowerCase().startsWith(`${owner.toLowerCase()}/`));
  return fork && findCommit(call.world, fork, branch ?? '');
}

function treeOf(call: Call, commit: string): string {
  return call.objects.commit(commit)?.tree ?? '';
}

function only(call: Call, here: string, there: string): string[] {
  const known = new Set(call.objects.history(there));
  return call.objects.history(here).filter((oid) => !known.has(oid));
}

function relation(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
