/** An error of ours for the log of a runner: its stack and those of its causes, no line of which is a command. */
import { harmlessLine } from './harmless-line.ts';

const MOST_CAUSES = 5;

/** Lines, outermost error first. */
export function describeCrash(error: unknown): readonly string[] {
  const lines: string[] = [];
  let current = error;
  for (let depth = 0; depth < MOST_CAUSES && current !== undefined; depth += 1) {
    const stack = current instanceof Error ? (current.stack ?? current.message) : 'something that is no error';
    lines.push(...`${depth === 0 ? '' : 'caused by '}${stack}`.split('\n').map(harmlessLine));
    current = current instanceof Error ? current.cause : undefined;
  }
  return lines;
}
