/** A rule's own text of several lines for places without Markdown; its indentation stays. */
import { plainText } from './plain-text.ts';

const LONGEST_LINE = 500;

/** At most `maxLines` lines, each made safe like any other text. */
export function plainLines(text: string, maxLines = 60): string {
  const lines = text.trim().split(/\r?\n/);
  const shown = lines.slice(0, maxLines).map((line) => {
    const indent = line.length - line.trimStart().length;
    return `${' '.repeat(Math.min(indent, 40))}${plainText(line.trimStart(), LONGEST_LINE)}`;
  });
  return [...shown, ...(lines.length > maxLines ? ['…'] : [])].join('\n');
}
