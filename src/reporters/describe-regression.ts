/** What a regression says beside its finding: that the pull request takes something away. Words of ours only. */
import type { FindingChange } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';

/** One sentence; undefined for what is no regression, and for what is gone: there the finding's own words say it. */
export function describeRegression({ regression }: FindingChange, { outcome, anchor }: Finding): string | undefined {
  if (!regression || anchor.side === 'before') return undefined;
  const before = 'The same resource passed before this change';
  return outcome === 'open' ? `${before}; now that is not known.` : `${before}.`;
}
