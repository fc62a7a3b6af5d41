/**
 * What to do on a pull request so that its review comments say what is wanted: post, edit, answer, resolve, delete. Pure;
 * an empty plan where nothing changed. Never deletes or hides what a person wrote, and says nothing twice.
 */
import type { ReviewComment } from '../review-comments/review-comment.ts';
import { describeReply, type ReplyOptions } from './describe-reply.ts';
import { findingMarker } from './finding-marker.ts';
import type { FindingFate } from './finding-fates.ts';
import { isInPlace } from './is-in-place.ts';
import { type MatchedComment, matchThreads } from './match-threads.ts';
import type { ReviewThread, SettledState, ThreadState } from './review-thread.ts';
import { sameBody } from './same-body.ts';
import { threadMarker } from './thread-marker.ts';
import { withoutSuggestions } from './without-suggestions.ts';

/** `body` always with its marker. */
export type ConversationAction =
  | { readonly kind: 'create'; readonly comments: readonly ReviewComment[] }
  | { readonly kind: 'update'; readonly comment: number; readonly body: string }
  | { readonly kind: 'resolve' | 'unresolve'; readonly thread: string }
  | { readonly kind: 'reply'; readonly thread: ReviewThread; readonly state: ThreadState; readonly body: string }
  | { readonly kind: 'delete'; readonly comments: readonly number[] };

export interface ConversationPlan {
  /** In the order to carry them out: new comments first, so that a finding is never without one; deleting last. */
  readonly actions: readonly ConversationAction[];
  /** By fingerprint: addresses of comments that are there and stay. */
  readonly addresses: ReadonlyMap<string, string>;
}

export interface ConversationInput extends ReplyOptions {
  readonly threads: readonly ReviewThread[];
  readonly wanted: readonly ReviewComment[];
  readonly fate: (fingerprint: string) => FindingFate;
}

/** See ConversationPlan. */
export function planConversation(input: ConversationInput): ConversationPlan {
  const matched = matchThreads(input.threads, input.wanted);
  const taken = new Set(matched.map(({ thread }) => thread));
  const said = new Set(input.wanted.flatMap(({ fingerprints }) => fingerprints));
  const parts = [
    ...matched.map((each) => planWanted(each, input)),
    ...input.threads.filter((thread) => !taken.has(thread)).map((thread) => planOther(thread, said, input)),
  ];
  const comments = parts.flatMap(({ create }) => (create === undefined ? [] : [create]));
  const actions = parts.flatMap((part) => part.actions);
  const sorted = ORDER.flatMap((kind) => actions.filter((action) => action.kind === kind));
  return {
    actions: comments.length === 0 ? sorted : [{ kind: 'create', comments }, ...sorted],
    addresses: new Map(parts.flatMap(({ stays }) => stays)),
  };
}

interface Part {
  readonly create?: ReviewComment;
  readonly actions: readonly ConversationAction[];
  /** Fingerprints with the address of their comment. */
  readonly stays: readonly (readonly [string, string])[];
}

function planWanted({ wanted, thread }: MatchedComment, input: ConversationInput): Part {
  // Out of place, a comment nobody answered is posted anew where it belongs; an answered one keeps its thread.
  if (thread !== undefined && (thread.answered || isInPlace(thread, wanted))) {
    const stays = wanted.fingerprints.map((each) => [each, thread.comment.url] as const);
    return { actions: keep(thread, wanted, input), stays };
  }
  const create = { ...wanted, body: findingMarker.mark(wanted.body, wanted.fingerprints) };
  return { create, actions: thread === undefined ? [] : [removal(thread)], stays: [] };
}

/** A thread no comment is wanted for, or not another one; `said` are the findings that have one. */
function planOther(thread: ReviewThread, said: ReadonlySet<string>, input: ConversationInput): Part {
  const fates = thread.fingerprints.map(input.fate);
  const blocking = thread.fingerprints.filter((_, index) => fates[index] === 'blocks');
  const isSecond = blocking.length > 0 && blocking.every((each) => said.has(each));
  if (isSecond && !thread.answered) return { actions: [removal(thread)], stays: [] };
  const state = settle(fates);
  const stays = blocking.filter((each) => !said.has(each)).map((each) => [each, thread.comment.url] as const);
  return { actions: state === undefined ? [] : conclude(thread, state, input), stays };
}

/** Resolving before answering: an answer says that both are done. */
const ORDER = ['update', 'resolve', 'unresolve', 'reply', 'delete'] as const;

function keep(thread: ReviewThread, wanted: ReviewComment, input: ConversationInput): readonly ConversationAction[] {
  const actions: ConversationAction[] = [];
  const inPlace = isInPlace(thread, wanted);
  // A suggestion replaces the lines its thread stands on: anywhere else it would damage the file.
  const text = inPlace ? wanted.body : withoutSuggestions(wanted.body);
  const body = findingMarker.mark(text, wanted.fingerprints);
  if (!sameBody(thread.comment.body, body)) actions.push({ kind: 'update', comment: thread.comment.id, body });
  const wasSettled = isSettled(thread.state);
  if (wasSettled && thread.resolved && thread.mayToggle) actions.push({ kind: 'unresolve', thread: thread.id });
  if (!inPlace && thread.state !== 'moved') {
    actions.push(reply(thread, 'moved', describeReply.moved(wanted, wasSettled, input)));
  } else if (wasSettled) actions.push(reply(thread, 'back', describeReply.back(input)));
  return actions;
}

/** Undefined while something of it blocks or cannot be known: the thread is left as it is. */
function settle(fates: readonly FindingFate[]): SettledState | undefined {
  if (fates.includes('blocks') || fates.includes('unknown')) return undefined;
  if (fates.includes('shown')) return 'shown';
  return fates.includes('accepted') ? 'accepted' : 'fixed';
}

function conclude(thread: ReviewThread, state: SettledState, options: ReplyOptions): readonly ConversationAction[] {
  if (!thread.answered) return [removal(thread)];
  if (thread.state === state) return [];
  const answer = reply(thread, state, describeReply.settled(state, options));
  return thread.resolved || !thread.mayToggle ? [answer] : [{ kind: 'resolve', thread: thread.id }, answer];
}

function isSettled(state: ThreadState): state is SettledState {
  return state === 'fixed' || state === 'accepted' || state === 'shown';
}

function reply(thread: ReviewThread, state: Exclude<ThreadState, 'open'>, text: string): ConversationAction {
  return { kind: 'reply', thread, state, body: threadMarker.mark(text, state) };
}

/** Our answers first: a thread whose first comment goes loses what tells it is ours. */
function removal({ comment, replies }: ReviewThread): ConversationAction {
  return { kind: 'delete', comments: [...replies, comment.id] };
}
