/**
 * Tells a value that stands in the text from one that is made when the command runs.
 */

/** The text itself; undefined where a shell, a pipeline or a template would put something else. */
export function literalText(text: string): string | undefined {
  return /[$`]|\{\{|<%|%[A-Za-z_]\w*%|^@/.test(text) ? undefined : text;
}
