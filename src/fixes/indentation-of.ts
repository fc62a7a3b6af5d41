/** Blanks a line begins with. */

/** Spaces and tabs before the first other character; the whole line where there is none. */
export function indentationOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length);
}
