/**
 * A repository of the stand-in in the hands of a test: what people do on github.com and with git. Raises the events
 * GitHub would send webhooks for; sends none.
 */
import type { GitObjects } from './git/git-objects.ts';
import type { FileContent } from './git/read-folder.ts';
import { addReview, addReviewComment } from './rest/add-review.ts';
import { moveBranch, writeCommit } from './state/commits.ts';
import { closePull, createMergeGroup, type MergeGroup, mergePull, openPull } from './state/pulls.ts';
import {
  type Access,
  type CheckRun,
  fullNameOf,
  type IssueComment,
  type Pull,
  type Repository,
  type RequiredCheck,
  type Ruleset,
  type ReviewComment,
} from './state/state.ts';
import type { World } from './state/world.ts';

export interface CommitOptions {
  /** The branch that moves; it begins at `from`, or at the default branch, where it is new. */
  readonly branch: string;
  readonly files: Readonly<Record<string, FileContent | null>>;
  readonly message?: string;
  readonly author?: string;
  /** A branch or commit to begin at, or to replace what is there (a forced push). */
  readonly from?: string;
  /** More parents: a merge commit, whose content is that of `files` on the first parent. */
  readonly merges?: readonly string[];
}

export interface PullRequestOptions {
  readonly head: string;
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  readonly user?: string;
  readonly draft?: boolean;
  /** The fork the branch is in. */
  readonly from?: RepositoryHandle;
}

export class RepositoryHandle {
  readonly #world: World;
  readonly fullName: string;

  constructor(world: World, fullName: string) {
    this.#world = world;
    this.fullName = fullName;
  }

  /** The state behind it, to assert on. */
  get state(): Repository {
    return this.#world.repository(this.fullName);
  }

  /** Its commits, trees and blobs, to compare with. */
  get objects(): GitObjects {
    return this.#world.objectsOf(this.state);
  }

  get owner(): string {
    return this.state.owner;
  }

  get name(): string {
    return this.state.name;
  }

  /** The commit a branch is at. */
  tip(branch = this.state.defaultBranch): string {
    const commit = this.state.refs.get(`refs/heads/${branch}`);
    if (commit === undefined) throw new Error(`${this.fullName} has no branch ${branch}`);
    return commit;
  }

  /** Pushes one commit and gives its id. */
  commit({ branch, files, message, author, from, merges = [] }: CommitOptions): string {
    const present = this.state.refs.get(`refs/heads/${branch}`);
    const start = from === undefined ? (present ?? this.tip()) : (this.state.refs.get(`refs/heads/${from}`) ?? from);
    const commit = writeCommit(this.#world, this.state, {
      files,
      parents: [start, ...merges],
      ...(message === undefined ? {} : { message }),
      ...(author === undefined ? {} : { author }),
    });
    moveBranch(this.#world, this.state, branch, commit);
    return commit;
  }

  /** Moves a branch to a commit that is there already. */
  push(branch: string, commit: string): void {
    moveBranch(this.#world, this.state, branch, commit);
  }

  fork(owner: string): RepositoryHandle {
    const world = this.#world;
    const account = world.account(owner).login;
    const fork: Repository = {
      ...this.state,
      id: world.nextId(),
      owner: account,
      parent: this.fullName,
      refs: new Map([...this.state.refs].filter(([ref]) => ref.startsWith('refs/heads/'))),
      collaborators: new Map(),
      requiredChecks: new Map(),
      rulesets: [],
      nextNumber: 1,
      pulls: new Map(),
      comments: [],
      checkSuites: [],
      checkRuns: [],
      sarifs: new Map(),
    };
    world.state.repositories.set(fullNameOf(fork).toLowerCase(), fork);
    return new RepositoryHandle(world, fullNameOf(fork));
  }

  /** As when a fork is deleted while its pull request is open. */
  delete(): void {
    this.#world.state.repositories.delete(this.fullName.toLowerCase());
  }

  openPullRequest({ head, base, title, user, from = this, ...rest }: PullRequestOptions): Pull {
    const pull = openPull(this.#world, this.state, {
      ...rest,
      title: title ?? `Change ${head}`,
      user: user ?? from.owner,
      from: from.state,
      branch: head,
      base: base ?? this.state.defaultBranch,
    });
    this.#raise(pull, 'opened');
    return pull;
  }

  pull(number: number): Pull {
    const pull = this.state.pulls.get(number);
    if (!pull) throw new Error(`${this.fullName} has no pull request ${number}`);
    return pull;
  }

  closePullRequest(number: number): void {
    closePull(this.#world, this.pull(number));
    this.#raise(this.pull(number), 'closed');
  }

  reopenPullRequest(number: number): void {
    Object.assign(this.pull(number), { state: 'open', closedAt: null });
    this.#raise(this.pull(number), 'reopened');
  }

  /** Merges whatever the checks say, and gives the merge commit. */
  mergePullRequest(number: number): string {
    const commit = mergePull(this.#world, this.state, this.pull(number));
    this.#raise(this.pull(number), 'closed');
    return commit;
  }

  setDraft(number: number, draft: boolean): void {
    this.pull(number).draft = draft;
    this.#raise(this.pull(number), draft ? 'converted_to_draft' : 'ready_for_review');
  }

  retarget(number: number, branch: string): void {
    const pull = this.pull(number);
    const previousBase = { ...pull.base };
    Object.assign(pull.base, { ref: branch, sha: this.tip(branch) });
    const details = { action: 'edited', repository: this.fullName, number, previousBase } as const;
    this.#world.raise('pull_request', details);
  }

  createMergeGroup(...numbers: readonly number[]): MergeGroup {
    const group = createMergeGroup(
      this.#world,
      this.state,
      numbers.map((number) => this.pull(number)),
    );
    this.#world.raise('merge_group', { action: 'checks_requested', repository: this.fullName, group });
    return group;
  }

  /** A comment by a person. */
  comment(number: number, user: string, body: string): IssueComment {
    const now = this.#world.timestamp();
    const comment: IssueComment = {
      id: this.#world.nextId(),
      issue: this.pull(number).number,
      user: this.#world.account(user).login,
      app: false,
      body,
      minimized: null,
      createdAt: now,
      updatedAt: now,
    };
    this.state.comments.push(comment);
    this.#world.raise('issue_comment', { action: 'created', repository: this.fullName, comment: comment.id });
    return comment;
  }

  /** A person's answer in the thread of a comment, with everything GitHub does for one. */
  replyToReviewComment(number: number, to: number, user: string, body: string): ReviewComment {
    const pull = this.pull(number);
    const first = pull.reviewComments.find(({ id }) => id === to);
    if (!first) throw new Error(`there is no review comment ${to}`);
    const by = { world: this.#world, objects: this.objects, login: user };
    const review = addReview(by, pull, { body: '', commit: pull.head.sha, state: 'COMMENTED' });
    return addReviewComment(by, { pull, review, path: first.path, body, place: first, replyTo: first.replyTo ?? to });
  }

  /** Somebody with write access, or the author, deletes a comment; answers to it stay. */
  deleteReviewComment(number: number, comment: number): void {
    const pull = this.pull(number);
    pull.reviewComments = pull.reviewComments.filter(({ id }) => id !== comment);
  }

  resolveThread(number: number, first: number, user: string | null): void {
    const comment = this.pull(number).reviewComments.find(({ id }) => id === first);
    if (!comment) throw new Error(`there is no review comment ${first}`);
    comment.resolvedBy = user;
  }

  lock(number: number, locked = true): void {
    this.pull(number).locked = locked;
  }

  addCollaborator(login: string, access: Access): void {
    this.state.collaborators.set(this.#world.account(login).login, access);
  }

  requireCheck(check: RequiredCheck, branch = this.state.defaultBranch): void {
    this.state.requiredChecks.set(branch, [...(this.state.requiredChecks.get(branch) ?? []), check]);
  }

  /** A ruleset on the default branch. */
  addRuleset(ruleset: Ruleset): void {
    this.state.rulesets.push(ruleset);
  }

  /** Somebody presses the button beside a check, or "Re-run". */
  pressCheckButton(checkRun: number, identifier: string, sender: string): void {
    const details = { action: 'requested_action', repository: this.fullName, checkRun, identifier, sender } as const;
    this.#world.raise('check_run', details);
  }

  rerequestCheck(checkRun: number, sender: string): void {
    this.#world.raise('check_run', { action: 'rerequested', repository: this.fullName, checkRun, sender });
  }

  checkRuns(commit: string): readonly CheckRun[] {
    return this.state.checkRuns.filter((run) => run.commit === commit);
  }

  /**
   * The required checks that keep a commit from being merged into a branch. Success, neutral and skipped satisfy.
   * https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks
   */
  missingChecks(commit: string, branch = this.state.defaultBranch): readonly string[] {
    const satisfied = (check: RequiredCheck): boolean => {
      const fitting = this.checkRuns(commit).filter(
        (run) =>
          run.name === check.context && (check.appId === undefined || (check.appId === this.#world.app.id) === run.app),
      );
      return ['success', 'neutral', 'skipped'].includes(fitting.at(-1)?.conclusion ?? '');
    };
    const required = this.state.requiredChecks.get(branch) ?? [];
    return required.filter((check) => !satisfied(check)).map(({ context }) => context);
  }

  #raise(pull: Pull, action: 'opened' | 'closed' | 'reopened' | 'ready_for_review' | 'converted_to_draft'): void {
    this.#world.raise('pull_request', { action, repository: this.fullName, number: pull.number });
  }
}
