/** The life of review comments, decided without GitHub: what is posted, kept, answered and deleted, and that it ends. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewComment } from '../review-comments/review-comment.ts';
import { findingMarker } from './finding-marker.ts';
import type { FindingFate } from './finding-fates.ts';
import { type ConversationPlan, planConversation } from './plan-conversation.ts';
import type { ReviewThread } from './review-thread.ts';

const HEAD = 'abc1234def5678abc1234def5678abc1234def56';

function wantedAt(line: number, ...fingerprints: readonly string[]): ReviewComment {
  const place = { kind: 'lines', side: 'RIGHT', line } as const;
  return { fingerprints, path: 'main.tf', place, body: `About ${fingerprints.join(' and ')}.` };
}

function threadOf(comment: ReviewComment, part: Partial<ReviewThread> = {}): ReviewThread {
  const { place } = comment;
  return {
    id: 'thread-1',
    comment: { id: 1, url: 'https://github.example/1', body: findingMarker.mark(comment.body, comment.fingerprints) },
    fingerprints: comment.fingerprints,
    path: comment.path,
    place: place.kind === 'file' ? 'file' : { side: place.side, startLine: place.startLine, line: place.line },
    resolved: false,
    mayToggle: true,
    answered: false,
    replies: [],
    state: 'open',
    ...part,
  };
}

function plan(
  threads: readonly ReviewThread[],
  wanted: readonly ReviewComment[],
  fate: (fingerprint: string) => FindingFate = () => 'fixed',
): ConversationPlan {
  const link = ({ path, range }: { path: string; range: { startLine: number } }) =>
    `https://x/${path}#${range.startLine}`;
  return planConversation({ threads, wanted, fate, headSha: HEAD, link });
}

/** One line for each action. */
function actions(...input: Parameters<typeof plan>): readonly string[] {
  return plan(...input).actions.map((action) => {
    if (action.kind === 'create')
      return `create ${action.comments.map(({ fingerprints }) => fingerprints.join('+')).join()}`;
    if (action.kind === 'delete') return `delete ${action.comments.join(' ')}`;
    if (action.kind === 'reply') return `reply ${action.body.split('\n')[0]}`;
    return action.kind === 'update' ? `update ${findingMarker.read(action.body).join('+')}` : action.kind;
  });
}

const a = wantedAt(5, 'a');

describe('a new finding', () => {
  it('is one comment with the others, in one review', () => {
    expect(actions([], [a, wantedAt(9, 'b', 'c')])).toEqual(['create a,b+c']);
  });

  it('is nothing new once it is there', () => {
    expect(plan([threadOf(a)], [a])).toEqual({ actions: [], addresses: new Map([['a', 'https://github.example/1']]) });
  });

  it('is left as it is while only the commit of its links differs', () => {
    const at = (commit: string) => ({ ...a, body: `[main.tf](https://github.com/o/r/blob/${commit}/main.tf#L5)` });
    expect(actions([threadOf(at('1'.repeat(40)))], [at('2'.repeat(40))])).toEqual([]);
  });
});

describe('a finding that moves', () => {
  it('keeps its thread where GitHub moved that with it', () => {
    const there = threadOf(wantedAt(7, 'a'));
    expect(actions([there], [wantedAt(7, 'a')])).toEqual([]);
  });

  it.each(['outdated', { side: 'RIGHT', startLine: undefined, line: 3 }] as const)(
    'is posted anew where nobody answered (%j)',
    (place) => {
      expect(actions([threadOf(a, { place, replies: [7] })], [a])).toEqual(['create a', 'delete 7 1']);
    },
  );

  it('is said once in the thread somebody answered, without a button that would edit other lines', () => {
    const wanted = { ...a, body: 'Text\n\n```suggestion\nsafe = true\n```' };
    const thread = threadOf(wanted, { place: 'outdated', answered: true });
    const planned = plan([thread], [wanted]).actions;
    expect(planned).toMatchObject([
      { kind: 'update', body: 'Text\n\n```\nsafe = true\n```\n\n<!-- threatdiff:finding a -->\n' },
      { kind: 'reply', state: 'moved' },
    ]);
    const plain = threadOf(a, { place: 'outdated', answered: true });
    expect(actions([plain], [a])).toEqual(['reply Still there in abc1234, at [`main.tf:5`](<https://x/main.tf#5>).']);
    expect(actions([{ ...plain, state: 'moved' }], [a])).toEqual([]);
  });

  it('stays on its file where GitHub refused the line', () => {
    expect(actions([threadOf(a, { place: 'file' })], [a])).toEqual([]);
  });
});

describe('a fixed finding', () => {
  it('takes its comment with it where nobody answered', () => {
    expect(actions([threadOf(a, { replies: [3] })], [])).toEqual(['delete 3 1']);
  });

  it('is answered once, and resolved where we may', () => {
    const thread = threadOf(a, { answered: true });
    expect(actions([thread], [])).toEqual(['resolve', 'reply Fixed in abc1234.']);
    expect(actions([{ ...thread, mayToggle: false }], [])).toEqual(['reply Fixed in abc1234.']);
    expect(actions([{ ...thread, resolved: true }], [])).toEqual(['reply Fixed in abc1234.']);
    expect(actions([{ ...thread, state: 'fixed' }], [])).toEqual([]);
  });

  it('is half of a comment: its text is edited in place', () => {
    expect(actions([threadOf(wantedAt(5, 'a', 'b'))], [wantedAt(5, 'b')])).toEqual(['update b']);
  });

  it('is not said of what is accepted, only shown, or not known', () => {
    const thread = threadOf(a, { answered: true, resolved: true });
    expect(actions([thread], [], () => 'accepted')).toEqual([
      'reply Accepted by a waiver; not blocking since abc1234.',
    ]);
    expect(actions([thread], [], () => 'shown')).toEqual(['reply Does not block any more since abc1234.']);
    expect(actions([thread], [], () => 'unknown')).toEqual([]);
    expect(actions([threadOf(a)], [], () => 'unknown')).toEqual([]);
  });

  it('is not said of what still blocks and has no room: its thread stays and is linked', () => {
    const { actions: none, addresses } = plan([threadOf(a)], [wantedAt(9, 'b')], () => 'blocks');
    expect(none.map(({ kind }) => kind)).toEqual(['create']);
    expect([...addresses.keys()]).toEqual(['a']);
  });
});

describe('a finding that returns', () => {
  it('is answered in its thread, which is opened again', () => {
    const thread = threadOf(a, { answered: true, state: 'fixed', resolved: true });
    expect(actions([thread], [a])).toEqual(['unresolve', 'reply Back in abc1234.']);
    expect(actions([{ ...thread, mayToggle: false }], [a])).toEqual(['reply Back in abc1234.']);
    expect(actions([{ ...thread, state: 'back', resolved: false }], [a])).toEqual([]);
  });

  it('says where, when it is elsewhere', () => {
    const thread = threadOf(a, { answered: true, state: 'fixed', place: 'outdated' });
    expect(actions([thread], [a])).toEqual(['reply Back in abc1234, at [`main.tf:5`](<https://x/main.tf#5>).']);
  });

  it('does not open what a person resolved while it was there', () => {
    expect(actions([threadOf(a, { resolved: true })], [a])).toEqual([]);
  });
});

describe('two threads for one finding', () => {
  const older = threadOf(a);
  const younger = threadOf(a, { id: 'thread-2', comment: { ...older.comment, id: 2 } });

  it('become the older one', () => {
    expect(actions([younger, older], [a], () => 'blocks')).toEqual(['delete 2']);
  });

  it('become the one with an answer, and stay where both have one', () => {
    expect(actions([older, { ...younger, answered: true }], [a], () => 'blocks')).toEqual(['delete 1']);
    const both = [older, younger].map((each) => ({ ...each, answered: true }));
    expect(actions(both, [a], () => 'blocks')).toEqual([]);
  });

  it('become the one in place, as after an interrupted move', () => {
    expect(actions([{ ...older, place: 'outdated' }, younger], [a], () => 'blocks')).toEqual(['delete 1']);
  });
});

describe('any conversation', () => {
  const letters = ['a', 'b', 'c', 'd'];
  const comment = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.uniqueArray(fc.constantFrom(...letters), { minLength: 1, maxLength: 2 }))
    .map(([line, names]) => wantedAt(line, ...names));
  const push = fc.record({
    wanted: fc.array(comment, { maxLength: 4 }).map(disjoint),
    fates: fc.tuple(...letters.map(() => fc.constantFrom<FindingFate>('fixed', 'accepted', 'shown', 'unknown'))),
    /** Which threads become outdated before, get an answer, or are resolved by a person. */
    people: fc.array(fc.constantFrom('nothing', 'outdate', 'answer', 'resolve', 'lose'), { maxLength: 4 }),
  });

  it('settles: a second look at the same commit finds nothing to do, and no answer of a person is deleted', () => {
    fc.assert(
      fc.property(fc.array(push, { minLength: 1, maxLength: 6 }), (pushes) => {
        let threads: readonly ReviewThread[] = [];
        for (const { wanted, fates, people } of pushes) {
          threads = threads.map((thread, index) => meddle(thread, people[index] ?? 'nothing'));
          const said = new Set(wanted.flatMap(({ fingerprints }) => fingerprints));
          const fate = (name: string) => (said.has(name) ? 'blocks' : (fates[letters.indexOf(name)] ?? 'fixed'));
          const answered = threads.filter((each) => each.answered).map(({ id }) => id);
          threads = apply(threads, plan(threads, wanted, fate));
          expect(plan(threads, wanted, fate).actions).toEqual([]);
          expect(threads.map(({ id }) => id)).toEqual(expect.arrayContaining(answered));
          for (const name of said) expect(threads.some(({ fingerprints }) => fingerprints.includes(name))).toBe(true);
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

/** A finding is in one comment. */
function disjoint(comments: readonly ReviewComment[]): readonly ReviewComment[] {
  const seen = new Set<string>();
  return comments.flatMap((each) => {
    const fingerprints = each.fingerprints.filter((name) => !seen.has(name));
    for (const name of fingerprints) seen.add(name);
    return fingerprints.length === 0 ? [] : [{ ...each, fingerprints, body: `About ${fingerprints.join(' and ')}.` }];
  });
}

function meddle(thread: ReviewThread, how: string): ReviewThread {
  if (how === 'outdate') return { ...thread, place: 'outdated' };
  if (how === 'answer') return { ...thread, answered: true };
  if (how === 'lose') return { ...thread, mayToggle: false };
  return how === 'resolve' ? { ...thread, resolved: true } : thread;
}

/** What GitHub would show after the plan. */
function apply(threads: readonly ReviewThread[], { actions: planned }: ConversationPlan): readonly ReviewThread[] {
  let next = Math.max(0, ...threads.map(({ comment }) => comment.id));
  let after = threads;
  const change = (matches: (thread: ReviewThread) => boolean, part: Partial<ReviewThread>) => {
    after = after.map((each) => (matches(each) ? { ...each, ...part } : each));
  };
  for (const action of planned) {
    if (action.kind === 'create') {
      const posted = action.comments.map((each) => {
        next += 1;
        return threadOf(each, { id: `thread-${next}`, comment: { id: next, url: `u${next}`, body: each.body } });
      });
      after = [...after, ...posted];
    } else if (action.kind === 'update') {
      const { comment: id, body } = action;
      const comment = after.find((each) => each.comment.id === id)?.comment;
      if (comment !== undefined) {
        const part = { comment: { ...comment, body }, fingerprints: findingMarker.read(body) };
        change((each) => each.comment.id === id, part);
      }
    } else if (action.kind === 'reply') change((each) => each.id === action.thread.id, { state: action.state });
    else if (action.kind === 'delete') after = after.filter(({ comment }) => !action.comments.includes(comment.id));
    else change((each) => each.id === action.thread, { resolved: action.kind === 'resolve' });
  }
  return after;
}
