/**
 * `TF_VAR_*` in a line: shell, make, YAML, JSON, and lists of `name` and `value`.
 */
import { literalText } from './literal-text.ts';
import type { LogicalLine } from './logical-lines.ts';
import { QuotedLine } from './quoted-line.ts';
import type { GivenValue } from './supplier-command.ts';

const ASSIGNMENT = /TF_VAR_([A-Za-z_][\w-]{0,100})["']?[ \t]{0,20}([:?]?=|:)[ \t]{0,20}/g;
const NAMED = /\bname["']?\s*:\s*["']?TF_VAR_([A-Za-z_][\w-]{0,100})/;
/** How far below a `name` its `value` may stand. */
const NEAR = 3;
const MOST_VALUES = 50;

/** The variables one line gives. */
export function readEnvironmentValues(path: string, lines: readonly LogicalLine[], at: number): readonly GivenValue[] {
  const line = lines[at];
  if (!line?.text.includes('TF_VAR_')) return [];
  const values: GivenValue[] = [];
  const quoted = new QuotedLine(line.text);
  const matches = [...line.text.matchAll(ASSIGNMENT)];
  if (matches.length > MOST_VALUES) return namesOnly(matches, line.line);
  for (const match of matches) {
    const start = match.index + match[0].length;
    const [, name = '', operator = ''] = match;
    const isEntry = operator === ':' || isMakeAssignment(path, line.text, match.index);
    const text = isEntry ? entryText(line.text.slice(start), operator === ':') : quoted.wordAt(start);
    values.push({ name, text: text === undefined ? undefined : literalText(text), line: line.line });
  }
  const named = values.length === 0 ? NAMED.exec(line.text)?.[1] : undefined;
  return named === undefined ? values : [valueBelow(named, lines, at)];
}

/** Of a line that no person wrote: each is given, and what it is is not known. */
function namesOnly(matches: readonly RegExpExecArray[], line: number): readonly GivenValue[] {
  return [...new Set(matches.map((match) => match[1] ?? ''))].map((name) => ({ name, text: undefined, line }));
}

/** Outside a recipe the rest of the line is the value, quotes included. */
function isMakeAssignment(path: string, text: string, at: number): boolean {
  return /(?:^|\/)(?:GNU)?makefile$|\.mk$/i.test(path) && /^(?:export\s+)?$/.test(text.slice(0, at));
}

/** A YAML or JSON scalar on its line; undefined for a block that begins below. */
function entryText(rest: string, isYaml: boolean): string | undefined {
  const trimmed = rest.trim();
  if (!isYaml) return trimmed;
  const quote = /^["']/.exec(trimmed)?.[0];
  if (quote !== undefined) return new QuotedLine(trimmed).wordAt(0);
  if (/^[|>]/.test(trimmed)) return undefined;
  const comment = trimmed.search(/\s#/);
  return (comment < 0 ? trimmed : trimmed.slice(0, comment)).replace(/,$/, '').trim();
}

function valueBelow(name: string, lines: readonly LogicalLine[], at: number): GivenValue {
  for (const line of lines.slice(at, at + NEAR)) {
    const value = /(?:^|[\s,{"'])value["']?\s*:\s*/.exec(line.text);
    if (!value) continue;
    const text = entryText(line.text.slice(value.index + value[0].length), true);
    return { name, text: text === undefined ? undefined : literalText(text), line: line.line };
  }
  return { name, text: undefined, line: lines[at]?.line ?? 1 };
}
