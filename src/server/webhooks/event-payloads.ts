/**
 * The few fields of GitHub's events the server reads. Narrower than GitHub's types on purpose: an event is a hint of
 * where to look, and nothing it says about state is used. https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */

export interface EventRepository {
  readonly id: number;
  readonly name: string;
  readonly owner: { readonly login: string } | null;
  readonly default_branch?: string;
}

export interface RepositoryEvent {
  readonly repository?: EventRepository | undefined;
  readonly installation?: { readonly id: number } | undefined;
}

export interface PullRequestEvent extends RepositoryEvent {
  readonly action: string;
  readonly pull_request: { readonly head: { readonly sha: string } };
  /** Of `edited`. */
  readonly changes?: { readonly base?: unknown } | undefined;
  /** Of `synchronize`: the head before. */
  readonly before?: string;
}

export interface CheckRunEvent extends RepositoryEvent {
  readonly check_run: {
    readonly id: number;
    readonly name: string;
    readonly head_sha: string;
    readonly app?: { readonly id?: number | null } | null;
  };
}

export interface CheckSuiteEvent extends RepositoryEvent {
  readonly check_suite: {
    readonly id: number;
    readonly updated_at?: string;
    readonly head_sha: string;
    readonly app?: { readonly id?: number | null } | null;
  };
}

export interface PushEvent extends RepositoryEvent {
  readonly ref: string;
  readonly forced: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly commits: readonly {
    readonly added?: readonly string[];
    readonly modified?: readonly string[];
    readonly removed?: readonly string[];
  }[];
}

export interface InstallationEvent {
  readonly action: string;
  readonly installation: { readonly id: number };
  /** Of `deleted`: what it was installed on. */
  readonly repositories?: readonly { readonly id: number }[] | undefined;
}

export interface InstallationRepositoriesEvent {
  readonly installation: { readonly id: number; readonly account?: object | null };
  readonly repositories_added: readonly { readonly id: number; readonly full_name: string }[];
  readonly repositories_removed: readonly { readonly id?: number }[];
}
