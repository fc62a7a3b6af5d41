/**
 * The roots of GraphQL queries: a repository by name, anything by its id, who asks.
 */
import type { Token } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { findNode } from './find-node.ts';
import { graphqlFailure } from './graphql-failure.ts';
import { actorNode } from './pull-nodes.ts';
import { repositoryNode } from './repository-node.ts';
import { Viewer } from './viewer.ts';

export function resolveQuery(world: World, token: Token): Readonly<Record<string, unknown>> {
  const viewer = new Viewer(world, token);
  return {
    viewer: () => actorNode(viewer, token.login),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = world.findRepository(`${owner}/${name}`);
      if (repository && viewer.sees(repository)) return repositoryNode(viewer, repository);
      throw graphqlFailure('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
    node: ({ id }: { id: string }) => findNode(viewer, id).node,
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => nodeOrError(viewer, id)),
  };
}

/** One that is gone is null with an error of its own; the others are answered. */
function nodeOrError(viewer: Viewer, id: string): unknown {
  try {
    return findNode(viewer, id).node;
  } catch (error) {
    return error;
  }
}
