/**
 * Splits a text into the lines a shell sees: a backslash at the end joins the next one, comment lines fall away.
 */

export interface LogicalLine {
  readonly text: string;
  /** Of its beginning, from 1. */
  readonly line: number;
  /** Columns before its first character that is no space. */
  readonly indent: number;
}

const LONGEST = 4000;

/** Lines in order; a line longer than 4,000 characters is cut there, and what follows is its own line. */
export function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let open: { parts: string[]; line: number; length: number } | undefined;
  for (const [at, raw] of text.split('\n').entries()) {
    const row = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const joins = row.endsWith('\\') || row.endsWith('`');
    const part = joins ? row.slice(0, -1) : row;
    open ??= { parts: [], line: at + 1, length: 0 };
    open.parts.push(open.parts.length === 0 ? part : ` ${part.trimStart()}`);
    open.length += part.length;
    if (joins && open.length < LONGEST) continue;
    add(lines, open.parts.join(''), open.line);
    open = undefined;
  }
  if (open) add(lines, open.parts.join(''), open.line);
  return lines;
}

function add(lines: LogicalLine[], text: string, line: number): void {
  const trimmed = text.trimStart();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('//')) return;
  const indent = text.length - trimmed.length;
  for (let start = 0; start < text.length; start += LONGEST) {
    lines.push({ text: text.slice(start, start + LONGEST), line, indent });
  }
}
