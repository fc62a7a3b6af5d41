/** The check runs of our name on a commit out of GraphQL, in the shape REST's list gives. Pure. */
import type { ForeignCheckRun, ListedCheckRuns, OwnCheckRun } from '../publish/list-check-runs.ts';

export interface CheckSuiteNodes {
  readonly nodes: readonly ({
    readonly app: { readonly databaseId: number | null; readonly slug: string } | null;
    readonly checkRuns: {
      readonly nodes: readonly (CheckRunNode | null)[];
      readonly pageInfo: { readonly hasNextPage: boolean };
    } | null;
  } | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

interface CheckRunNode {
  readonly databaseId: number | null;
  readonly url: string;
  readonly externalId: string | null;
  readonly status: string;
  readonly conclusion: string | null;
  readonly annotations: { readonly totalCount: number } | null;
}

/** Undefined where a part is missing, or where an id is not the one of the run's page: then REST has to be asked. */
export function checkRunsOfSuites(suites: CheckSuiteNodes, appId: number): ListedCheckRuns | undefined {
  if (suites.pageInfo.hasNextPage) return undefined;
  const own: OwnCheckRun[] = [];
  const foreign: ForeignCheckRun[] = [];
  for (const suite of suites.nodes) {
    const runs = suite?.checkRuns ?? undefined;
    if (runs === undefined || runs.pageInfo.hasNextPage) return undefined;
    for (const node of runs.nodes) {
      const run = node === null ? undefined : describe(node);
      if (run === undefined) return undefined;
      const { id, conclusion } = run;
      const { databaseId = null, slug = 'unknown' } = suite?.app ?? {};
      if (databaseId === appId) own.push(run);
      else foreign.push({ id, appId: databaseId ?? undefined, appSlug: slug, conclusion });
    }
  }
  return { own: own.sort(newestFirst), foreign: foreign.sort(newestFirst) };
}

/** GraphQL's integers have 32 bits, and ids of check runs need more: then only the address of the page has it. */
function describe(node: CheckRunNode): OwnCheckRun | undefined {
  const { databaseId, url, externalId, status, conclusion, annotations } = node;
  const inUrl = /\/(\d{1,16})(?:[?#]|$)/.exec(url)?.[1];
  const id = Number(inUrl ?? Number.NaN);
  if (!Number.isSafeInteger(id) || (databaseId ?? id) !== id || annotations === null) return undefined;
  return {
    ...{ id, url, externalId: externalId ?? '', completed: status === 'COMPLETED' },
    conclusion: conclusion?.toLowerCase(),
    annotations: annotations.totalCount,
  };
}

function newestFirst(one: { readonly id: number }, other: { readonly id: number }): number {
  return other.id - one.id;
}
