/**
 * One report as GitHub's code scanning takes it, the same through every door: alerts of two uploads are told apart by
 * their category, so it stands here, once.
 */
import type { Report } from '../../model/report.ts';
import type { RuleFactsLookup } from '../rule-facts.ts';
import { sarifReport } from './sarif-report.ts';

/** At most `maxResults` findings, the most important first. See `sarifReport`. */
export function codeScanningSarif(report: Report, rule: RuleFactsLookup, maxResults: number): string {
  const options = { rule, audience: 'code-scanning', maxResults, category: 'threatdiff' } as const;
  return sarifReport([{ report, options }]);
}
