/** What a run found out, ready to be shown. Plain data and the lookups of the reporters. */
import type { CheckResult } from '../check-pull-request.ts';
import type { GitHubClient } from '../github/github-client.ts';
import type { SarifTarget } from '../github/publish/upload-sarif.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import type { JudgedChange } from '../reporters/check-run/combine-check-runs.ts';
import type { RuleFactsLookup } from '../reporters/rule-facts.ts';
import type { ChangeSource } from '../source/snapshot.ts';

export interface JudgedRun {
  /** What the event is about. */
  readonly first: CheckResult;
  /** Its trees, for the lines of source a page shows. */
  readonly change: ChangeSource;
  readonly facts: RuleFactsLookup;
  /** The same first, then every other open pull request on its commit. */
  readonly judged: readonly [JudgedChange, ...JudgedChange[]];
  readonly mode: 'change' | 'state';
  /** Paragraphs of Markdown that belong above the report. */
  readonly notes: readonly string[];
  /** Others that belong below it, and into no comment. */
  readonly footnotes: readonly string[];
  /** Where a summary comment belongs. */
  readonly conversation?: {
    readonly client: GitHubClient;
    readonly repository: RepositoryName;
    readonly number: number;
    readonly runUrl: string;
  };
  /** Where alerts belong; undefined for a merge group, a recorded run and a pull request that has moved on. */
  readonly alerts?: { readonly client: GitHubClient; readonly target: SarifTarget };
}
