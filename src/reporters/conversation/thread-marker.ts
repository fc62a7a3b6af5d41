/** What an answer of ours says, as a hidden last line: so that nothing is said twice. Counts only in our own comments. */
import type { ThreadState } from './review-thread.ts';

type Said = Exclude<ThreadState, 'open'>;

const LINE = /^<!-- threatdiff:thread ([a-z]{1,20}) -->$/;
const STATES: readonly Said[] = ['moved', 'back', 'fixed', 'accepted', 'shown'];

export const threadMarker = {
  mark: (body: string, state: Said): string => `${body.trimEnd()}\n\n<!-- threatdiff:thread ${state} -->\n`,
  /** Undefined where the comment is no answer of this kind. */
  read: (body: string): Said | undefined => {
    const found = LINE.exec(body.trimEnd().split('\n').at(-1)?.trim() ?? '')?.[1];
    return STATES.find((state) => state === found);
  },
};
