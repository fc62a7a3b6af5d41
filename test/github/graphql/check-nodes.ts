/**
 * Check suites of a commit and their runs as GraphQL shows them. Reads the state only.
 */
import { appShape } from '../shapes/accounts.ts';
import { latestRuns } from '../shapes/checks.ts';
import { nodeId } from '../shapes/node-id.ts';
import { htmlUrl } from '../shapes/repository.ts';
import type { CheckRun, CheckSuite, Repository } from '../state/state.ts';
import { type Connection, type ConnectionValues, connection } from './connection.ts';
import type { Viewer } from './viewer.ts';

type Node = Readonly<Record<string, unknown>>;

interface Filter {
  readonly appId?: number | null;
  readonly checkName?: string | null;
  readonly checkType?: 'ALL' | 'LATEST' | null;
}

export interface CheckSuiteValues extends ConnectionValues {
  readonly filterBy?: Filter | null;
}

export function checkSuitesOf(
  viewer: Viewer,
  repository: Repository,
  oid: string,
  values: CheckSuiteValues,
): Connection {
  viewer.require(repository, 'checks=read');
  const { appId, checkName } = values.filterBy ?? {};
  const suites = repository.checkSuites.filter(
    (suite) =>
      suite.commit === oid &&
      (appId ?? appOf(viewer, suite).databaseId) === appOf(viewer, suite).databaseId &&
      (!checkName || runsOf(repository, suite).some(({ name }) => name === checkName)),
  );
  return connection('checkSuites', suites, values, (suite) => suiteNode(viewer, repository, suite));
}

function suiteNode(viewer: Viewer, repository: Repository, suite: CheckSuite): Node {
  return {
    __typename: 'CheckSuite',
    id: nodeId('CheckSuite', suite.id),
    databaseId: suite.id,
    app: appOf(viewer, suite),
    checkRuns: (values: CheckSuiteValues) => {
      const { checkName, checkType } = values.filterBy ?? {};
      const named = runsOf(repository, suite).filter(({ name }) => !checkName || name === checkName);
      const runs = checkType === 'ALL' ? named : latestRuns(named);
      return connection('checkRuns', runs, values, (run) => runNode(viewer, repository, run));
    },
  };
}

function runNode(viewer: Viewer, repository: Repository, run: CheckRun): Node {
  return {
    __typename: 'CheckRun',
    id: nodeId('CheckRun', run.id),
    databaseId: run.id,
    name: run.name,
    externalId: run.externalId,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    url: `${htmlUrl(viewer.world, repository)}/runs/${run.id}`,
    annotations: (values: ConnectionValues) => connection('annotations', run.annotations, values, (each) => each),
  };
}

function runsOf(repository: Repository, suite: CheckSuite): readonly CheckRun[] {
  return repository.checkRuns.filter((run) => run.suite === suite.id);
}

function appOf(viewer: Viewer, suite: CheckSuite): { readonly databaseId: unknown; readonly slug: unknown } {
  const { id, slug, name } = appShape(viewer.world, suite.app);
  return { databaseId: id, slug, ...{ name } };
}
