/** Lines of code as they can be looked at in a report: visible, and no more of them than anybody reads there. */
import { makeVisible } from '../make-visible.ts';

const MOST_LINES = 60;
const LONGEST_LINE = 300;

/** Whole lines of at most `room` characters together; `…` stands for the rest. Tabs become two spaces. */
export function showCode(lines: readonly string[], room: number): readonly string[] {
  const shown: string[] = [];
  let left = room;
  for (const line of lines.slice(0, MOST_LINES)) {
    const visible = makeVisible(line.replaceAll('\t', '  ').replace(/\r$/, ''), LONGEST_LINE);
    left -= visible.length + 1;
    if (left < 0) break;
    shown.push(visible);
  }
  return shown.length < lines.length ? [...shown, '…'] : shown;
}
