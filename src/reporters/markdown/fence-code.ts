/** Lines as a fenced code block that nothing in them can end. CommonMark 0.31, "Fenced code blocks". */

/** The fence is longer than any run of backticks inside. Lines stand as they are: the caller has made them visible. */
export function fenceCode(lines: readonly string[], language = ''): readonly string[] {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = '`'.repeat(runs.reduce((length, run) => Math.max(length, run.length), 2) + 1);
  return [`${fence}${language}`, ...lines, fence];
}
