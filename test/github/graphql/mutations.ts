/**
 * The mutations in use. An App may resolve a thread only with contents: write, although it may write comments with
 * pull_requests: write alone.
 * https://docs.github.com/en/graphql/reference/mutations#resolvereviewthread
 */
import type { Token } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { type FoundNode, findNode } from './find-node.ts';
import { graphqlFailure } from './graphql-failure.ts';
import { Viewer } from './viewer.ts';

interface Input<T> {
  readonly input: T & { readonly clientMutationId?: string | null };
}

const RESOLVE = 'pull_requests=write,contents=write';
const MINIMIZE = 'pull_requests=write; issues=write';

export function resolveMutation(world: World, token: Token): Readonly<Record<string, unknown>> {
  const viewer = new Viewer(world, token);
  const thread = (threadId: string, resolvedBy: string | null): unknown => {
    const found = commentFor(viewer, threadId, RESOLVE);
    if (!('resolvedBy' in found.comment)) throw missing(threadId);
    found.comment.resolvedBy = resolvedBy;
    return findNode(viewer, threadId).node;
  };
  const minimized = (subjectId: string, reason: string | null): unknown => {
    commentFor(viewer, subjectId, MINIMIZE).comment.minimized = reason;
    return findNode(viewer, subjectId).node;
  };
  return {
    resolveReviewThread: ({ input }: Input<{ threadId: string }>) => ({
      clientMutationId: input.clientMutationId ?? null,
      thread: thread(input.threadId, token.login),
    }),
    unresolveReviewThread: ({ input }: Input<{ threadId: string }>) => ({
      clientMutationId: input.clientMutationId ?? null,
      thread: thread(input.threadId, null),
    }),
    minimizeComment: ({ input }: Input<{ subjectId: string; classifier: string }>) => ({
      clientMutationId: input.clientMutationId ?? null,
      minimizedComment: minimized(input.subjectId, input.classifier.toLowerCase()),
    }),
    unminimizeComment: ({ input }: Input<{ subjectId: string }>) => ({
      clientMutationId: input.clientMutationId ?? null,
      unminimizedComment: minimized(input.subjectId, null),
    }),
  };
}

function commentFor(viewer: Viewer, id: string, needed: string): Required<FoundNode> {
  const found = findNode(viewer, id);
  viewer.require(found.repository, needed);
  if (!found.comment) throw missing(id);
  return { ...found, comment: found.comment };
}

function missing(id: string): Error {
  return graphqlFailure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}
