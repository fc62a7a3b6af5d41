/** What a runner sets for a step: variables, the event's file, folders. For both ways a test can run the Action. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import type { GitHubStandIn } from '../github/stand-in.ts';

export interface StepOptions {
  readonly standIn: GitHubStandIn;
  readonly repository: RepositoryHandle;
  readonly event: string;
  /** What stands in the event's file; a string as it is. Undefined: there is no such file. */
  readonly payload?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Over what the runner sets; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface StepContext {
  /** Made for this step. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Everything below a folder of its own, whose name the caller removes. */
export function makeContext({
  standIn,
  repository,
  event,
  payload,
  inputs = {},
  environment = {},
}: StepOptions): StepContext {
  const folder = mkdtempSync(join(tmpdir(), 'threatdiff-step-'));
  for (const name of ['temp', 'workspace']) mkdirSync(join(folder, name));
  for (const name of ['output', 'summary.md']) writeFileSync(join(folder, name), '');
  if (payload !== undefined) {
    writeFileSync(join(folder, 'event.json'), typeof payload === 'string' ? payload : JSON.stringify(payload));
  }
  const { defaultBranch, id } = repository.state;
  const all: Readonly<Record<string, string | undefined>> = {
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: standIn.url,
    GITHUB_GRAPHQL_URL: `${standIn.url}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_ID: String(id),
    GITHUB_RUN_ID: '77',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_SHA: repository.tip(),
    GITHUB_WORKFLOW_REF: `${repository.fullName}/.github/workflows/threatdiff.yml@refs/heads/${defaultBranch}`,
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    RUNNER_TEMP: join(folder, 'temp'),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...environment,
  };
  const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { folder, environment: Object.fromEntries(set) };
}

/** The payload of an event as GitHub sends it. */
export function payloadOf(...[standIn, event, details]: PrepareArguments): unknown {
  return JSON.parse(standIn.prepare(event, details).body);
}

type PrepareArguments = {
  [Event in 'pull_request' | 'merge_group' | 'push']: [
    standIn: GitHubStandIn,
    event: Event,
    details: Parameters<typeof GitHubStandIn.prototype.prepare<Event>>[1],
  ];
}['pull_request' | 'merge_group' | 'push'];
