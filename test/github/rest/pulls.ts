/**
 * Pull requests, their files and their commits.
 * https://docs.github.com/en/rest/pulls/pulls
 */
import { type ChangedFile, compareTrees } from '../git/compare-trees.ts';
import { mergeBases } from '../git/merge-bases.ts';
import { type Answer, type Call, created, type Handlers, ok } from '../http/call.ts';
import { invalidField, unprocessable } from '../http/http-error.ts';
import { paginate } from '../http/paginate.ts';
import { commitShape, fileShape } from '../shapes/commits.ts';
import { commitsOfPull, pullShape, simplePullShape } from '../shapes/pulls.ts';
import { openPull } from '../state/pulls.ts';
import { fullNameOf, type Pull, type Repository } from '../state/state.ts';
import { diffAnswer } from './diff-answer.ts';
import { findPull } from './find-pull.ts';

export const pullHandlers = {
  'pulls/list': (call) => {
    const pulls = [...call.repository.pulls.values()].filter((pull) => isWanted(call, pull));
    const key = call.query('sort') === 'updated' ? 'updatedAt' : 'createdAt';
    const ascending = call.query('direction') === 'asc' ? 1 : -1;
    pulls.sort((a, b) => ascending * (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.number - b.number));
    return paginate(call, pulls, { shape: (pull) => simplePullShape(call.world, call.repository, pull) });
  },

  'pulls/get': (call) => {
    const pull = findPull(call);
    if (/\bdiff\b/.test(call.accept)) return diffAnswer(call, filesOf(call, pull));
    return ok(pullShape(call.world, call.repository, pull));
  },

  'pulls/create': createPull,

  /** The list stops at 3,000 files without a word: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
  'pulls/list-files': (call) => {
    const pull = findPull(call);
    return paginate(call, filesOf(call, pull).slice(0, call.world.limits.listedFiles), {
      shape: (file) => fileShape(call.world, call.repository, file, pull.head.sha),
    });
  },

  /** At most 250: https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request */
  'pulls/list-commits': (call) => {
    const commits = commitsOfPull(call.world, call.repository, findPull(call));
    return paginate(call, commits.slice(0, call.world.limits.listedCommits), {
      shape: (oid) => commitShape(call.world, call.repository, oid),
    });
  },
} satisfies Handlers;

function isWanted(call: Call, pull: Pull): boolean {
  const [state, head, base] = [call.query('state') ?? 'open', call.query('head'), call.query('base')];
  const label = `${pull.head.repository.split('/')[0]}:${pull.head.ref}`;
  // A head without its owner is ignored by GitHub.
  const fits = head === undefined || !head.includes(':') || head === label;
  return (state === 'all' || pull.state === state) && fits && (base === undefined || base === pull.base.ref);
}

function filesOf(call: Call, pull: Pull): readonly ChangedFile[] {
  const base = mergeBases(call.objects, pull.base.sha, pull.head.sha)[0] ?? '';
  const tree = (oid: string): string => call.objects.commit(oid)?.tree ?? '';
  return compareTrees(call.objects, tree(base), tree(pull.head.sha));
}

interface CreatePull {
  readonly title?: string;
  readonly head: string;
  readonly base: string;
  readonly body?: string;
  readonly draft?: boolean;
}

function createPull(call: Call): Answer {
  const { title = '', head, base, body, draft } = call.body<CreatePull>();
  const [owner, branch = ''] = head.includes(':') ? head.split(':') : [undefined, head];
  const from = owner === undefined ? call.repository : forkOf(call, owner);
  if (!from?.refs.has(`refs/heads/${branch}`)) throw invalidField('PullRequest', 'head', 'invalid');
  if (!call.repository.refs.has(`refs/heads/${base}`)) throw invalidField('PullRequest', 'base', 'invalid');
  const tip = call.repository.refs.get(`refs/heads/${base}`) ?? '';
  const sha = from.refs.get(`refs/heads/${branch}`) ?? '';
  if (call.objects.history(tip).includes(sha)) {
    throw unprocessable('Validation Failed', [
      { resource: 'PullRequest', code: 'custom', message: `No commits between ${base} and ${branch}` },
    ]);
  }
  const same = (pull: Pull): boolean =>
    pull.state === 'open' &&
    pull.head.ref === branch &&
    pull.head.repository === fullNameOf(from) &&
    pull.base.ref === base;
  if ([...call.repository.pulls.values()].some(same)) {
    throw unprocessable('Validation Failed', [
      {
        resource: 'PullRequest',
        code: 'custom',
        message: `A pull request already exists for ${from.owner}:${branch}.`,
      },
    ]);
  }
  const wanted = {
    title,
    base,
    branch,
    from,
    user: call.login,
    ...(draft ? { draft } : {}),
    ...(body ? { body } : {}),
  };
  const pull = openPull(call.world, call.repository, wanted);
  call.world.raise('pull_request', { action: 'opened', repository: fullNameOf(call.repository), number: pull.number });
  return created(pullShape(call.world, call.repository, pull));
}

function forkOf(call: Call, owner: string): Repository | undefined {
  const { network } = call.repository;
  return [...call.world.state.repositories.values()].find(
    (each) => each.network === network && each.owner.toLowerCase() === owner.toLowerCase(),
  );
}
