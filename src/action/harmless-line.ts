/**
 * A line for the log of a runner, which looks for commands in everything a step prints: `::name::` at the start of a
 * line, `##[name]` anywhere in it. Text of a pull request must not be one.
 */
import { makeVisible } from '../reporters/make-visible.ts';

const BREAK = '\u200b';

/** One line that no runner takes for a command. */
export function harmlessLine(text: string): string {
  return makeVisible(text, 2000)
    .replaceAll('##[', `##${BREAK}[`)
    .replace(/^\s*(?=::)/, BREAK);
}
