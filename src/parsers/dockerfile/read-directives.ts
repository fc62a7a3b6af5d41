/**
 * Parser directives at the top of a Dockerfile: `# escape=` and `# syntax=`. They end at the first line that is not
 * one. A shebang line before `# syntax=` is passed over, as BuildKit does.
 */
import type { ReadTrouble, SyntaxDirective } from './instruction.ts';

export interface Directives {
  readonly escape: string;
  readonly syntax?: SyntaxDirective;
  readonly trouble: readonly ReadTrouble[];
}

interface Found {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** `#` or `//`, key, `=`, value; undefined for any other line. */
function directiveOf(line: string, lineStart: number): Found | undefined {
  const trimmed = line.trimStart();
  const mark = trimmed.startsWith('#') ? 1 : trimmed.startsWith('//') ? 2 : 0;
  const equals = line.indexOf('=');
  if (mark === 0 || equals === -1) return undefined;
  const key = line.slice(line.length - trimmed.length + mark, equals).trim();
  const value = line.slice(equals + 1).trim();
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(key) || value === '') return undefined;
  const start = lineStart + line.indexOf(value, equals + 1);
  return { key: key.toLowerCase(), value, start, end: start + value.length };
}

function findDirectives(text: string): readonly Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    const line = text.slice(at, end);
    const directive = directiveOf(line, at);
    const shebang = at === 0 && line.startsWith('#!');
    if (directive === undefined && !shebang) break;
    if (directive !== undefined) found.push(directive);
    at = end + 1;
  }
  return found;
}

/** Reads the directives of a whole file. The default escape character is the backslash. */
export function readDirectives(text: string): Directives {
  const trouble: ReadTrouble[] = [];
  let escape: string | undefined;
  let syntax: SyntaxDirective | undefined;
  for (const { key, value, start, end } of findDirectives(text)) {
    if (key === 'syntax') syntax ??= { image: value.split(/\s/, 1)[0] ?? value, start, end };
    if (key !== 'escape' || text.startsWith('#!')) continue;
    if (escape !== undefined) trouble.push({ message: 'Only one `# escape=` directive is allowed.', start, end });
    else if (value === '\\' || value === '`') escape = value;
    else trouble.push({ message: 'The escape character must be a backslash or a backtick.', start, end });
  }
  return { escape: escape ?? '\\', trouble, ...(syntax === undefined ? {} : { syntax }) };
}
