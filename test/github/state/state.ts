/**
 * What the stand-in remembers, as plain data: it can be copied whole, which is how stale reads are made. Git objects are
 * not in it, as they never change. Does nothing.
 */
export type Access = 'read' | 'write' | 'admin';
export type Permissions = Readonly<Record<string, Access>>;
export type Side = 'LEFT' | 'RIGHT';

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
}

export interface Installation {
  readonly id: number;
  readonly account: string;
  permissions: Permissions;
  /** Full names, or every repository of the account. */
  repositories: 'all' | string[];
  suspendedAt: string | null;
  /** Requests an hour. */
  rateLimit: number;
  readonly createdAt: string;
  readonly events: readonly string[];
}

export interface Token {
  readonly token: string;
  readonly kind: 'installation' | 'actions' | 'user';
  /** The login that is shown as the author of what it writes. */
  readonly login: string;
  readonly installation?: number;
  readonly permissions: Permissions;
  /** Full names; undefined where the installation decides. */
  readonly repositories?: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  defaultBranch: string;
  /** Which object database: the same for a repository and its forks. */
  readonly network: number;
  readonly parent?: string;
  /** From `refs/heads/main` to a commit. */
  readonly refs: Map<string, string>;
  readonly collaborators: Map<string, Access>;
  readonly requiredChecks: Map<string, readonly RequiredCheck[]>;
  readonly rulesets: Ruleset[];
  nextNumber: number;
  readonly pulls: Map<number, Pull>;
  comments: IssueComment[];
  readonly checkSuites: CheckSuite[];
  readonly checkRuns: CheckRun[];
  /** `off` as in private repositories whose owner has not bought it. */
  codeScanning?: 'off';
  readonly sarifs: Map<string, { readonly ref: string; readonly commit: string; readonly sarif: string }>;
}

export interface RequiredCheck {
  readonly context: string;
  /** The app that must report it; any where undefined. */
  readonly appId?: number;
}

/** In force on the default branch. */
export interface Ruleset {
  readonly id: number;
  readonly checks: readonly RequiredCheck[];
  readonly strict?: boolean;
  readonly mergeQueue?: boolean;
  readonly workflows?: readonly string[];
  readonly bypassActors?: readonly {
    readonly actor_type: string;
    readonly actor_id?: number;
    readonly bypass_mode?: string;
  }[];
}

/** One delivery as the App may list it, the newest first. */
export interface Delivered {
  /** 0 where nobody answered. */
  readonly status: number;
  readonly event: string;
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly user: string;
  state: 'open' | 'closed';
  draft: boolean;
  /** Nobody but people with write access may write then; apps may not. */
  locked: boolean;
  mergedAt: string | null;
  closedAt: string | null;
  readonly createdAt: string;
  updatedAt: string;
  readonly head: { readonly repository: string; readonly ref: string; sha: string };
  /** `sha` is the tip when the pull request was opened or last pushed to, not the tip of now. */
  readonly base: { ref: string; sha: string };
  reviews: Review[];
  reviewComments: ReviewComment[];
}

export interface Review {
  readonly id: number;
  readonly user: string;
  readonly body: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING' | 'DISMISSED';
  readonly commit: string;
  readonly submittedAt: string;
}

export interface ReviewComment {
  readonly id: number;
  /** The review it belongs to; a reply has its own. */
  readonly review: number;
  readonly user: string;
  body: string;
  readonly path: string;
  /** A comment on a whole file has no line and is never outdated by one. */
  readonly subject: 'line' | 'file';
  readonly side: Side;
  readonly startSide: Side | null;
  /** Null once the line is gone from the difference: outdated. Of a file always null, as everything below. */
  line: number | null;
  startLine: number | null;
  position: number | null;
  commit: string;
  readonly originalLine: number | null;
  readonly originalStartLine: number | null;
  readonly originalPosition: number | null;
  readonly originalCommit: string;
  readonly hunk: string;
  /** The first comment of the thread. */
  readonly replyTo: number | null;
  minimized: string | null;
  /** Who resolved the thread; only meaningful on its first comment. */
  resolvedBy: string | null;
  readonly createdAt: string;
  updatedAt: string;
}

export interface IssueComment {
  readonly id: number;
  readonly issue: number;
  readonly user: string;
  /** The app that wrote it. */
  readonly app: boolean;
  body: string;
  minimized: string | null;
  readonly createdAt: string;
  updatedAt: string;
}

export interface CheckSuite {
  readonly id: number;
  readonly commit: string;
  readonly branch: string | null;
  readonly app: boolean;
  readonly createdAt: string;
  updatedAt: string;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: number;
  name: string;
  readonly commit: string;
  /** Ours, or another app's with the same name. */
  readonly app: boolean;
  status: string;
  conclusion: string | null;
  detailsUrl: string | null;
  externalId: string;
  startedAt: string;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: Annotation[];
  actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
}

export interface Team {
  readonly id: number;
  readonly org: string;
  readonly slug: string;
  readonly members: Set<string>;
}

export interface State {
  readonly accounts: Map<string, Account>;
  readonly repositories: Map<string, Repository>;
  readonly installations: Map<number, Installation>;
  readonly tokens: Map<string, Token>;
  /** From organisation to its members. */
  readonly members: Map<string, Set<string>>;
  readonly teams: Map<string, Team>;
  readonly webhook: { url: string; insecure: boolean; deliveries: readonly Delivered[] };
}

export function emptyState(): State {
  return {
    accounts: new Map(),
    repositories: new Map(),
    installations: new Map(),
    tokens: new Map(),
    members: new Map(),
    teams: new Map(),
    webhook: { url: 'https://threatdiff.example/api/github/webhooks', insecure: false, deliveries: [] },
  };
}

/** Names of owners, repositories, branches of a fork and so on are looked up without regard to case. */
export function fullNameOf(repository: Pick<Repository, 'owner' | 'name'>): string {
  return `${repository.owner}/${repository.name}`;
}
