/** What a door tells the SARIF reporter: who reads it, where the tree is, and where to look up rules. */
import type { RuleFactsLookup } from '../rule-facts.ts';

export interface SarifOptions {
  readonly rule: RuleFactsLookup;
  /**
   * `file`: everything there is to tell. `code-scanning`: what GitHub is to show as open alerts, so without what is
   * fixed or waived; GitHub closes alerts that are not in the next upload, and knows no suppressions.
   */
  readonly audience: 'file' | 'code-scanning';
  /** Results of a run at most, the most important first; GitHub rejects 25,001 and shows 5,000. */
  readonly maxResults: number;
  /** GitHub's category of the run, without a slash at its end: runs of one category replace each other. */
  readonly category: string;
  /** Where the tree of the report stands. Left out, its paths are relative to a root that nobody says. */
  readonly base?: SarifBase;
  /** Where the commits are: for reports on commits of a repository with an address. */
  readonly repository?: { readonly uri: string; readonly branch?: string };
}

export interface SarifBase {
  /** Absolute `file:` URI of a folder, with a slash at its end. */
  readonly uri: string;
  /** Folder of the report's tree below it, with `/` between its parts; `''` for the folder itself. */
  readonly folder: string;
}
