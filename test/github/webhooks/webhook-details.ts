/**
 * What a test says about an event; the payload is made from it and the state. Does nothing.
 */
interface Common {
  /** Full name. */
  readonly repository: string;
  /** Login of who caused it. */
  readonly sender?: string;
}

export interface WebhookDetails {
  readonly pull_request: Common & {
    readonly action:
      | 'opened'
      | 'synchronize'
      | 'reopened'
      | 'closed'
      | 'edited'
      | 'ready_for_review'
      | 'converted_to_draft';
    readonly number: number;
    /** For `synchronize`: the head before. */
    readonly before?: string;
    /** For `edited`: the base branch before, where it changed. */
    readonly previousBase?: { readonly ref: string; readonly sha: string };
  };
  readonly merge_group: Common & {
    readonly action: 'checks_requested';
    readonly group: {
      readonly head_sha: string;
      readonly head_ref: string;
      readonly base_sha: string;
      readonly base_ref: string;
    };
  };
  readonly check_run: Common & {
    readonly action: 'rerequested' | 'requested_action' | 'created' | 'completed';
    readonly checkRun: number;
    /** For `requested_action`: the button's identifier. */
    readonly identifier?: string;
  };
  readonly check_suite: Common & { readonly action: 'rerequested' | 'requested'; readonly checkSuite: number };
  readonly push: Common & { readonly ref: string; readonly before: string; readonly after: string };
  readonly issue_comment: Common & {
    readonly action: 'created' | 'edited' | 'deleted';
    readonly comment: number;
    /** For `edited`: the text before. */
    readonly previousBody?: string;
  };
  readonly installation: {
    readonly action: 'created' | 'deleted' | 'suspend' | 'unsuspend' | 'new_permissions_accepted';
    readonly installation: number;
    readonly sender?: string;
  };
  readonly installation_repositories: {
    readonly action: 'added' | 'removed';
    readonly installation: number;
    readonly repositories: readonly string[];
    readonly sender?: string;
  };
}

export type WebhookEvent = keyof WebhookDetails;

export interface RaisedEvent {
  readonly event: WebhookEvent;
  readonly payload: unknown;
}
