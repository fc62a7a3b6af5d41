/**
 * The log Probot gets: passes on the message of an error and nothing else, because Probot's errors carry the whole
 * event. Everything below an error is dropped; the guard has logged the event already.
 */
import type { Options } from 'probot';
import type { Log } from '../log.ts';

type ProbotLog = NonNullable<Options['log']>;

export function quietLog(log: Log): ProbotLog {
  const silent = () => undefined;
  const say = (...words: readonly unknown[]) => log('error', 'probot', { error: firstMessage(words) });
  const quiet = {
    level: 'error',
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error: say,
    fatal: say,
    silent,
    child: () => quiet,
  };
  // What Probot and Octokit call of a pino logger, and no more.
  return quiet as unknown as ProbotLog;
}

function firstMessage(words: readonly unknown[]): string {
  for (const word of words) {
    if (word instanceof Error) return word.message.split('\n', 1)[0] ?? 'unknown';
    const { err } = (typeof word === 'object' && word !== null ? word : {}) as { readonly err?: unknown };
    if (err instanceof Error) return err.message.split('\n', 1)[0] ?? 'unknown';
    if (typeof word === 'string') return word;
  }
  return 'unknown';
}
