/**
 * What was looked at, in a few sentences: the difference between "0 findings" and "0 files understood". The words are
 * ours; the few names in them (types, policy files) come from the pull request and are escaped by the caller.
 */
import type { SideReceipt } from '../model/receipt.ts';
import type { Report } from '../model/report.ts';
import { describeInputs } from './describe-inputs.ts';

/** Lines of plain text, unescaped; the last says what the report is about. */
export function describeReceipt(report: Report): readonly string[] {
  const { after } = report.receipt;
  const lines = [describeFiles(after), describeRules(report), describeChangedFiles(report)];
  const unmapped = listCounts(after.unmappedTypes);
  if (unmapped !== '') lines.push(`no rule can see (type not mapped): ${unmapped}`);
  const unresolved = listCounts(after.unresolvedByReason);
  if (unresolved !== '') lines.push(`values not knowable from the tree: ${unresolved}`);
  const standing = listCounts(countStanding(report));
  if (standing !== '') lines.push(`notes on files that are as before: ${standing}`);
  return [...lines, describeAbout(report)];
}

/** Notes behind which nothing changed, by code. */
function countStanding({ problems }: Report): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { code, inputChanged, side, effect } of problems) {
    if (!inputChanged && side !== 'policy' && effect === 'note') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

function describeFiles(side: SideReceipt): string {
  const files = sum(side.filesRead);
  const ignored = side.ignored === 0 ? '' : `, ${side.ignored} ignored by policy`;
  if (files === 0) return `0 of ${side.entries} files understood${ignored}: nothing was checked`;
  return `${files} of ${side.entries} files understood (${listCounts(side.filesRead)}), ${plural(side.units, 'unit')}, ${plural(side.resources, 'resource')}${ignored}`;
}

function describeRules(report: Report): string {
  const { fail, pass, open } = report.receipt.after.ruleOutcomes;
  return `${plural(report.receipt.rules, 'rule')}: ${fail} fail, ${pass} pass, ${open} open`;
}

function describeChangedFiles(report: Report): string {
  const { changedFiles, changedFilesOutOfScope } = report.receipt;
  if (report.before.length === 0) return `${plural(changedFilesOutOfScope, 'file')} out of scope (no infrastructure)`;
  return `${plural(changedFiles, 'changed file')}, ${changedFilesOutOfScope} of them out of scope (no infrastructure)`;
}

function describeAbout(report: Report): string {
  const { before, after, policy, rules } = describeInputs(report);
  return `before: ${before} · after: ${after} · policy: ${policy} · rules: ${rules} · ${report.engine} · as of ${report.asOf}`;
}

const LISTED = 8;

function listCounts(counts: Readonly<Record<string, number | undefined>>): string {
  const entries = Object.entries(counts).filter(([, amount]) => (amount ?? 0) > 0);
  entries.sort(([a, left], [b, right]) => (right ?? 0) - (left ?? 0) || (a < b ? -1 : 1));
  const more = entries.length > LISTED ? `, and ${entries.length - LISTED} more` : '';
  return (
    entries
      .slice(0, LISTED)
      .map(([name, amount]) => `${amount} ${name}`)
      .join(', ') + more
  );
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, amount) => total + amount, 0);
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
