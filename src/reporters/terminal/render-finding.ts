/** One blocking finding for a terminal: where, the source, what is true, why it matters, the smallest fix. */
import type { Patch } from '../../model/patch.ts';
import { describeFinding } from '../describe-finding.ts';
import { describePlace } from '../describe-place.ts';
import { describeRegression } from '../describe-regression.ts';
import type { ShownChange } from '../group-changes.ts';
import { makeVisible } from '../make-visible.ts';
import type { Paint } from './paint.ts';
import { renderExcerpt } from './render-excerpt.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { wrapText } from './wrap-text.ts';

/** What stands before prose (`  why  `) and before source (`    1234 │ …`, and the marks of a cut line). */
const BEFORE_PROSE = 7;
const BEFORE_SOURCE = 13;
const [MOST_EDITS, MOST_LINES] = [3, 12];

/** Indented lines. What comes from the pull request is made visible; the rule's prose is ours. */
export function renderFinding(
  { change, finding }: ShownChange,
  options: Pick<TerminalOptions, 'excerpt' | 'rule' | 'width'>,
  painted: (kind: Paint, text: string) => string,
): readonly string[] {
  const place = painted('bold', makeVisible(describePlace(finding.anchor)));
  const lines = [
    `  ${place}  ${painted('red', finding.severity)}  ${finding.ruleId}  ${painted('dim', finding.id)}`,
    `  ${makeVisible(describeFinding(finding))}`,
    ...renderSource(finding.anchor, options, painted),
  ];
  const regression = describeRegression(change, finding);
  if (regression !== undefined) lines.push(`  ${regression}`);
  for (const { reason, subject } of finding.openReasons) lines.push(`  not known: ${makeVisible(subject)} (${reason})`);
  const rule = options.rule(finding.ruleId, finding.anchor.path);
  const why = rule === undefined ? [] : renderProse('why', rule.why, options.width);
  const fix =
    change.patch === undefined ? renderProse('fix', rule?.fix ?? '', options.width) : renderPatch(change.patch);
  return [...lines, ...why, ...fix];
}

/** The lines a mechanical fix writes; `threatdiff fix` applies all of them. */
function renderPatch({ path, edits }: Patch): readonly string[] {
  const shown = edits.slice(0, MOST_EDITS).flatMap(({ startLine, endLine, lines }) => {
    const which = startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;
    const code = lines.slice(0, MOST_LINES).map((line) => `         ${makeVisible(line.replaceAll('\t', '  '), 300)}`);
    const more = lines.length > MOST_LINES ? ['         …'] : [];
    const what = lines.length === 0 ? `delete ${which}` : `replace ${which}`;
    return [`${what} of ${makeVisible(path)}${lines.length === 0 ? '' : ' with:'}`, ...code, ...more];
  });
  const more = edits.length > MOST_EDITS ? [`and ${edits.length - MOST_EDITS} more edits`] : [];
  return [...shown, ...more].map((line, index) =>
    line.startsWith(' ') ? line : `  ${index === 0 ? 'fix' : '   '}  ${line}`,
  );
}

function renderSource(
  anchor: ShownChange['finding']['anchor'],
  { excerpt, width }: Pick<TerminalOptions, 'excerpt' | 'width'>,
  painted: (kind: Paint, text: string) => string,
): readonly string[] {
  const source = excerpt(anchor);
  if (source === undefined) return [];
  const [line, carets] = renderExcerpt(source, anchor.range, width - BEFORE_SOURCE);
  return [`    ${line}`, `    ${painted('red', carets)}`];
}

function renderProse(label: string, prose: string, width: number): readonly string[] {
  if (prose.trim() === '') return [];
  const lines = prose
    .trim()
    .split('\n')
    .map((line) => makeVisible(line, 1000))
    .join('\n');
  const indent = ' '.repeat(label.length);
  return wrapText(lines, width - BEFORE_PROSE).map((line, index) => `  ${index === 0 ? label : indent}  ${line}`);
}
