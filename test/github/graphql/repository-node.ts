/**
 * A repository as GraphQL shows it, and the way to its objects and pull requests. Reads the state only.
 */
import { mergeBases } from '../git/merge-bases.ts';
import { nodeId } from '../shapes/node-id.ts';
import { htmlUrl } from '../shapes/repository.ts';
import { findCommit } from '../state/commits.ts';
import { fullNameOf, type Pull, type Repository } from '../state/state.ts';
import { type ConnectionValues, connection } from './connection.ts';
import { type ObjectValues, objectNode } from './git-nodes.ts';
import { graphqlFailure } from './graphql-failure.ts';
import { actorNode, pullNode } from './pull-nodes.ts';
import type { Viewer } from './viewer.ts';

type Node = Readonly<Record<string, unknown>>;

export function repositoryNode(viewer: Viewer, repository: Repository): Node {
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullNameOf(repository),
    owner: actorNode(viewer, repository.owner),
    url: htmlUrl(viewer.world, repository),
    isPrivate: repository.private,
    isFork: repository.parent !== undefined,
    isArchived: false,
    visibility: repository.private ? 'PRIVATE' : 'PUBLIC',
    object: (values: ObjectValues) => objectNode(viewer, repository, values),
    ref: ({ qualifiedName }: { qualifiedName: string }) => refNode(viewer, repository, qualifiedName),
    refs: ({ refPrefix, ...values }: ConnectionValues & { readonly refPrefix: string }) => {
      viewer.require(repository, 'contents=read');
      const names = [...repository.refs.keys()].filter((name) => name.startsWith(refPrefix)).sort();
      return connection('refs', names, values, (name) => refNode(viewer, repository, name));
    },
    defaultBranchRef: () => refNode(viewer, repository, repository.defaultBranch),
    pullRequest: ({ number }: { number: number }) => {
      viewer.require(repository, 'pull_requests=read');
      const pull = repository.pulls.get(number);
      if (pull) return pullNode(viewer, repository, pull);
      throw graphqlFailure('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
    },
    pullRequests: (values: PullRequestValues) => {
      viewer.require(repository, 'pull_requests=read');
      const wanted = [...repository.pulls.values()].filter((pull) => fits(pull, values));
      if (values.orderBy?.direction === 'DESC') wanted.reverse();
      return connection('pullRequests', wanted, values, (pull) => pullNode(viewer, repository, pull));
    },
  };
}

interface PullRequestValues extends ConnectionValues {
  readonly states?: readonly string[] | null;
  readonly baseRefName?: string | null;
  readonly headRefName?: string | null;
  /** Numbers, times of making and the order of the map agree. */
  readonly orderBy?: { readonly direction: string } | null;
}

function fits(pull: Pull, { states, baseRefName, headRefName }: PullRequestValues): boolean {
  const state = pull.mergedAt === null ? pull.state.toUpperCase() : 'MERGED';
  return (
    (states?.includes(state) ?? true) &&
    (baseRefName ?? pull.base.ref) === pull.base.ref &&
    (headRefName ?? pull.head.ref) === pull.head.ref
  );
}

export function refNode(viewer: Viewer, repository: Repository, name: string): Node | null {
  viewer.require(repository, 'contents=read');
  const full = name.startsWith('refs/') ? name : `refs/heads/${name}`;
  const oid = repository.refs.get(full);
  if (oid === undefined) return null;
  return {
    id: nodeId('Ref', `${repository.id}:${full}`),
    name: full.replace(/^refs\/(heads|tags)\//, ''),
    prefix: full.replace(/[^/]+$/, ''),
    target: () => objectNode(viewer, repository, { oid }),
    compare: ({ headRef }: { headRef: string }) => comparisonNode(viewer, repository, oid, headRef),
  };
}

/** Of a name of this repository only, as GitHub has it; null where there is no such commit or nothing is shared. */
function comparisonNode(viewer: Viewer, repository: Repository, base: string, headRef: string): Node | null {
  const objects = viewer.world.objectsOf(repository);
  const head = findCommit(viewer.world, repository, headRef);
  if (head === undefined || mergeBases(objects, base, head).length === 0) return null;
  const [ofBase, ofHead] = [objects.history(base), objects.history(head)];
  const ahead = ofHead.filter((oid) => !ofBase.includes(oid)).reverse();
  const behindBy = ofBase.filter((oid) => !ofHead.includes(oid)).length;
  const apart = behindBy === 0 ? 'AHEAD' : 'DIVERGED';
  const status = ahead.length > 0 ? apart : behindBy === 0 ? 'IDENTICAL' : 'BEHIND';
  const node = (oid: string): Node | null => objectNode(viewer, repository, { oid });
  return {
    id: nodeId('Comparison', `${base}:${head}`),
    status,
    aheadBy: ahead.length,
    behindBy,
    baseTarget: () => node(base),
    headTarget: () => node(head),
    commits: (values: ConnectionValues) => connection('commits', ahead, values, node),
  };
}
