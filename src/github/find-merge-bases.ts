/**
 * The best common ancestors of two commits, all of them: GitHub names one, and an author of criss-crossing merges could
 * choose which. Reads commits only, through comparisons, whose answers never change.
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
import { runBounded } from '../source/run-bounded.ts';
import type { GitHubClient } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import { mergeBasesKey } from './merge-bases-key.ts';
import type { RecentAnswers } from './recent-answers.ts';
import type { GitHubRepository } from './repository-name.ts';

interface Comparison {
  readonly mergeBase: string;
  /** Commits of the head that the base does not have, as far as this page goes. */
  readonly commits: readonly { readonly sha: string; readonly parents: readonly string[] }[];
  readonly total: number;
}

export interface MergeBaseOptions {
  readonly client: GitHubClient;
  readonly repository: GitHubRepository;
  readonly recent: RecentAnswers;
}

const PAGE = 100;
const MOST_COMMITS = 2000;
/** Each costs a request. */
const MOST_MERGES = 50;
const IN_FLIGHT = 8;

/**
 * Commit ids: GitHub's choice first, the others sorted; none where the histories share nothing. One request for a head
 * of up to a hundred commits without merges. Throws a GitHubError, also for a head with more than 50 merges.
 */
export async function findMergeBases(
  options: MergeBaseOptions,
  base: string,
  head: string,
): Promise<readonly string[]> {
  return options.recent.remember(
    mergeBasesKey(options.repository.id, base, head),
    () => 1,
    () => search(options, base, head),
  );
}

async function search(options: MergeBaseOptions, base: string, head: string): Promise<readonly string[]> {
  const first = await compareWithCommits(options, base, head);
  if (first === undefined) return [];
  const { mergeBase } = first;
  const commits = [...first.commits];
  for (let page = 2; commits.length < first.total && page <= MOST_COMMITS / PAGE; page += 1) {
    const next = await compare(options, { base, head, page, perPage: PAGE });
    for (const commit of next?.commits ?? []) commits.push(commit);
  }
  if (commits.length < first.total) throw tooMuch(options, `has more than ${MOST_COMMITS} commits of its own`);
  const own = new Set(commits.map(({ sha }) => sha));
  // Every shared commit is one of these or an ancestor of one.
  const edge = new Set(commits.flatMap(({ parents }) => parents.filter((parent) => !own.has(parent))));
  edge.delete(mergeBase);
  if (edge.size > MOST_MERGES) throw tooMuch(options, `merges more than ${MOST_MERGES} commits`);
  const others = await withoutAncestorsOf(options, mergeBase, [...edge].sort());
  return [mergeBase, ...(await independent(options, others))];
}

/**
 * Comparing fails where the difference of the files is too large. The second page has no files, and no commits either:
 * then a head without merges still has one merge base.
 */
async function compareWithCommits(
  options: MergeBaseOptions,
  base: string,
  head: string,
): Promise<Comparison | undefined> {
  try {
    return await compare(options, { base, head, page: 1, perPage: PAGE });
  } catch (error) {
    const isSize = error instanceof GitHubError && (error.kind === 'unavailable' || error.kind === 'invalid');
    if (!isSize) throw error;
    const bare = await compare(options, { base, head, page: 2, perPage: 1 });
    if (bare === undefined) return undefined;
    if (!(await isLine(options, head, bare.mergeBase))) throw error;
    return { ...bare, commits: [], total: 0 };
  }
}

/** Whether there is only one way back from the head, and it leads to the merge base. */
async function isLine({ client, repository }: MergeBaseOptions, head: string, mergeBase: string): Promise<boolean> {
  const { owner, name } = repository;
  const parentsOf = new Map<string, readonly string[]>();
  let commit = head;
  for (let page = 1; page <= MOST_COMMITS / PAGE; page += 1) {
    const { data } = await client.call(`list the commits of ${owner}/${name}`, (octokit) =>
      octokit.rest.repos.listCommits({ owner, repo: name, sha: head, per_page: PAGE, page }),
    );
    for (const { sha, parents } of data) {
      parentsOf.set(
        sha,
        parents.map((parent) => parent.sha),
      );
    }
    for (let parents = parentsOf.get(commit); commit !== mergeBase; parents = parentsOf.get(commit)) {
      if (parents === undefined) break;
      const [parent] = parents;
      if (parent === undefined || parents.length > 1) return false;
      commit = parent;
    }
    if (commit === mergeBase) return true;
    if (data.length < PAGE) return false;
  }
  return false;
}

/** Those that are not ancestors of `of`. */
async function withoutAncestorsOf(
  options: MergeBaseOptions,
  of: string,
  commits: readonly string[],
): Promise<readonly string[]> {
  const bases = await runBounded(commits, IN_FLIGHT, (commit) =>
    compare(options, { base: of, head: commit, page: 2, perPage: 1 }),
  );
  return commits.filter((commit, index) => bases[index]?.mergeBase !== commit);
}

/** Those that are no ancestor of another one. */
async function independent(options: MergeBaseOptions, commits: readonly string[]): Promise<readonly string[]> {
  let left = commits;
  for (const commit of commits) {
    if (!left.includes(commit)) continue;
    const rest = left.filter((other) => other !== commit);
    left = [commit, ...(await withoutAncestorsOf(options, commit, rest))].sort();
  }
  return left;
}

interface Page {
  readonly base: string;
  readonly head: string;
  readonly page: number;
  readonly perPage: number;
}

/** Undefined where the histories share nothing. */
async function compare(
  { client, repository: { owner, name } }: MergeBaseOptions,
  { base, head, page, perPage }: Page,
): Promise<Comparison | undefined> {
  try {
    const { data } = await client.call(`compare ${base} and ${head} of ${owner}/${name}`, (octokit) =>
      octokit.rest.repos.compareCommitsWithBasehead({
        owner,
        repo: name,
        basehead: `${base}...${head}`,
        per_page: perPage,
        page,
      }),
    );
    const commits = data.commits.map(({ sha, parents }) => ({ sha, parents: parents.map((parent) => parent.sha) }));
    return { mergeBase: data.merge_base_commit.sha, commits, total: data.total_commits };
  } catch (error) {
    if (error instanceof GitHubError && /no common ancestor/i.test(error.message)) return undefined;
    throw error;
  }
}

function tooMuch({ repository: { owner, name } }: MergeBaseOptions, reason: string): GitHubError {
  return new GitHubError({
    kind: 'invalid',
    action: `find what the head shares with its base in ${owner}/${name}`,
    reason: `the branch ${reason}`,
    hint: 'Rebase the branch onto its base.',
  });
}
