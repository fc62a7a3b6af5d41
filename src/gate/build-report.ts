/** Puts the parts of a run into one report. Sorts and counts; decides nothing. */
import type { Analysis } from '../model/analysis.ts';
import type { FindingChange } from '../model/change.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Report, ReportedProblem } from '../model/report.ts';
import type { Assumption } from '../model/value.ts';
import type { Verdict } from '../model/verdict.ts';

export interface ReportParts {
  readonly identity: Pick<Report, 'engine' | 'rulePack' | 'asOf' | 'policy'>;
  readonly befores: readonly Analysis[];
  readonly after: Analysis;
  readonly changed: ReadonlySet<string>;
  readonly changes: readonly FindingChange[];
  readonly problems: readonly ReportedProblem[];
  readonly verdict: Verdict;
  readonly rules: number;
}

/** The report of a finished run. Its bytes depend on the inputs alone. */
export function buildReport(parts: ReportParts): Report {
  const { befores, after } = parts;
  return {
    schema: 'https://threatdiff.dev/schemas/report/1',
    ...parts.identity,
    before: befores.map((before) => before.snapshot),
    after: after.snapshot,
    verdict: parts.verdict,
    changes: parts.changes,
    problems: parts.problems,
    receipt: buildReceipt(parts),
  };
}

function buildReceipt({ befores, after, changed, changes, rules }: ReportParts): Receipt {
  const understood = new Set([
    ...befores.flatMap((before) => [...before.understood.keys()]),
    ...after.understood.keys(),
  ]);
  const paths = new Set([...befores.flatMap((before) => before.entries), ...after.entries].map((entry) => entry.path));
  const changedFiles = [...changed].filter((path) => paths.has(path));
  return {
    before: befores[0]?.receipt ?? EMPTY_SIDE,
    after: after.receipt,
    changedFiles: changedFiles.length,
    changedFilesOutOfScope: changedFiles.filter((path) => !understood.has(path)).length,
    assumptions: collectAssumptions(changes),
    rules,
  };
}

/** What the shown changes rest on, each once, sorted. */
function collectAssumptions(changes: readonly FindingChange[]): readonly Assumption[] {
  const known = new Map<string, Assumption>();
  for (const { after, baselineState } of changes) {
    if (baselineState === 'unchanged') continue;
    for (const assumption of after?.assumptions ?? []) {
      const { path = '', range } = assumption.location ?? {};
      known.set([assumption.subject, path, range?.startLine ?? 0, assumption.value ?? ''].join('\0'), assumption);
    }
  }
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, assumption]) => assumption);
}

const EMPTY_SIDE: Receipt['before'] = {
  entries: 0,
  ignored: 0,
  filesRead: {},
  units: 0,
  resources: 0,
  resourcesByKind: {},
  unmappedTypes: {},
  unresolvedByReason: {},
  problemsByCode: {},
  ruleOutcomes: { fail: 0, pass: 0, open: 0, notApplicable: 0 },
};
