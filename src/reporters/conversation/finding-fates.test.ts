/** What became of findings: fixed only where everything that changed could be read. */
import { describe, expect, it } from 'vitest';
import type { FindingChange } from '../../model/change.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report, ReportedProblem } from '../../model/report.ts';
import { exampleReport } from '../../../test/reports/example-report.ts';
import { findingFates } from './finding-fates.ts';

function changeOf(fingerprint: string, part: Partial<FindingChange>): FindingChange {
  const [example] = exampleReport.changes;
  const finding = example?.after ?? example?.before;
  if (example === undefined || finding === undefined) throw new Error('the example has a change');
  const after: Finding = { ...finding, fingerprint };
  return { ...example, baselineState: 'new', blocks: false, decision: 'shown-severity', after, ...part };
}

function fatesOf(changes: readonly FindingChange[], part: Partial<Report> = {}) {
  return findingFates({ ...exampleReport, changes, problems: [], ...part });
}

const unread: ReportedProblem = {
  ...{ code: 'syntax-error', effect: 'not-evaluated', message: 'a mapping is not closed' },
  ...{ side: 'after', inputChanged: true, blocks: true },
};

describe('findingFates', () => {
  it('is fixed for what is not there any more', () => {
    const { after, ...fixed } = changeOf('a', { baselineState: 'absent', decision: 'fixed' });
    const fate = fatesOf(after === undefined ? [] : [{ ...fixed, before: after }]);
    expect([fate('a'), fate('never seen')]).toEqual(['fixed', 'fixed']);
  });

  it('is what the gate decided for what is there, the worst of several', () => {
    const fate = fatesOf([
      changeOf('blocks', { blocks: true, decision: 'blocks-severity' }),
      changeOf('waived', { decision: 'waived' }),
      changeOf('shown', {}),
      changeOf('several', { decision: 'waived' }),
      changeOf('several', { blocks: true, decision: 'blocks-severity' }),
      changeOf('several', {}),
    ]);
    expect(['blocks', 'waived', 'shown', 'several'].map(fate)).toEqual(['blocks', 'accepted', 'shown', 'blocks']);
  });

  it('is unknown while something that changed could not be read, and without a verdict', () => {
    expect(fatesOf([], { problems: [unread] })('a')).toBe('unknown');
    expect(fatesOf([], { problems: [{ ...unread, effect: 'note', blocks: false }] })('a')).toBe('fixed');
    expect(fatesOf([], { problems: [{ ...unread, side: 'before' }] })('a')).toBe('fixed');
    expect(fatesOf([], { problems: [{ ...unread, inputChanged: false, blocks: false }] })('a')).toBe('fixed');
    const verdict = { conclusion: 'failure', reason: 'a worker died', noVerdict: true } as const;
    expect(fatesOf([], { verdict })('a')).toBe('unknown');
  });
});
