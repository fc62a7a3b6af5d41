/** What `fix` says beside its diff: what is fixed, what has no mechanical fix, and the verdict with the fixes in. */
import type { FixedTree } from '../fixes/fix-tree.ts';
import type { FindingChange } from '../model/change.ts';
import { makeVisible } from '../reporters/make-visible.ts';
import { withoutWorkflowCommands } from '../reporters/without-workflow-commands.ts';

const MOST_LINES = 50;

/** Lines ending in a newline. `left` is what was asked for and is still there. */
export function describeFixes(tree: FixedTree, left: readonly FindingChange[], written: boolean): string {
  const { files, fixed, report, isCut } = tree;
  const lines: string[] = [];
  const count = `${countOf(fixed.length, 'finding')} in ${countOf(files.length, 'file')}`;
  if (fixed.length === 0 && left.length === 0) lines.push('There is nothing to fix here.');
  else if (fixed.length === 0) lines.push('Nothing here has a mechanical fix that is certain.');
  else lines.push(written ? `Fixed ${count}.` : `Fixes ${count}; nothing was written.`);
  for (const change of fixed.slice(0, MOST_LINES)) lines.push(`  ${describe(change)}`);
  if (fixed.length > MOST_LINES) lines.push(`  and ${fixed.length - MOST_LINES} more`);
  if (isCut) lines.push('There is more to fix than one run does: run it again.');
  if (left.length > 0) {
    lines.push(`${countOf(left.length, 'finding')} without a mechanical fix; threatdiff rules ID says what to do:`);
    for (const change of left.slice(0, MOST_LINES)) lines.push(`  ${describe(change)}`);
    if (left.length > MOST_LINES) lines.push(`  and ${left.length - MOST_LINES} more`);
  }
  const { conclusion, reason } = report.verdict;
  lines.push(`With ${fixed.length === 0 ? 'nothing changed' : 'this in'}: ${conclusion}. ${makeVisible(reason)}`);
  return `${withoutWorkflowCommands(lines.join('\n'))}\n`;
}

function describe({ after }: FindingChange): string {
  if (after === undefined) return '';
  const { id, severity, ruleId, address, anchor } = after;
  const place = `${makeVisible(anchor.path)}:${anchor.range.startLine}`;
  return `${id}  ${severity.padEnd(8)}  ${ruleId}  ${makeVisible(address)}  ${place}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
