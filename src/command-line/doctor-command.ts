/** `threatdiff doctor`: whether the check really holds merges in a repository, and what is missing. Changes nothing. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../config/user-error.ts';
import { diagnoseRepository } from '../doctor/diagnose-repository.ts';
import type { Diagnosis } from '../doctor/diagnosis.ts';
import { look } from '../doctor/look.ts';
import { createGitHubClient, type GitHubAuth } from '../github/create-github-client.ts';
import type { GitHubClient } from '../github/github-client.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import { makeVisible } from '../reporters/make-visible.ts';
import type { Command, ExitCode, ParsedArguments } from './command.ts';
import type { Host } from './host.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Says whether the check really holds merges on GitHub.',
  usage: [
    'doctor --repository OWNER/NAME [--branch NAME]',
    'doctor --repository OWNER/NAME --app-id N --private-key-file FILE',
  ],
  options: [
    { name: 'repository', value: 'OWNER/NAME', description: 'Repository on GitHub that is looked at.' },
    {
      name: 'branch',
      value: 'NAME',
      description: 'Branch whose rules are looked at; the default branch where not given.',
    },
    { name: 'app-id', value: 'N', description: 'Number of the App that the check must come from.' },
    {
      name: 'private-key-file',
      value: 'FILE',
      description: 'Key of the App, for whoever runs it: shows permissions and webhooks too.',
    },
    { name: 'check-name', value: 'NAME', description: 'Name of the check; threatdiff where not given.' },
    { name: 'api-url', value: 'URL', description: "GitHub's interface; https://api.github.com where not given." },
  ],
  maxPositionals: 0,
  run: runDoctor,
};

const WORDS: Readonly<Record<Diagnosis['state'], string>> = {
  ok: 'ok',
  warning: 'warning',
  problem: 'PROBLEM',
  unknown: 'unknown',
  'not-seen': 'not seen',
};

async function runDoctor({ options }: ParsedArguments, host: Host): Promise<ExitCode> {
  const repository = readRepository(options.get('repository'));
  const appId = readAppId(options.get('app-id'));
  const clients = await connect(repository, appId, { options, host });
  const found = await diagnoseRepository({
    ...clients,
    ...{ repository, appId, branch: options.get('branch'), now: host.now() },
    checkName: options.get('check-name') ?? 'threatdiff',
    organisationPolicyRepository: undefined,
  });
  const width = Math.max(...Object.values(WORDS).map(({ length }) => length));
  const lines = found.flatMap(({ about, state, says, remedy }) => [
    `${WORDS[state].padEnd(width)}  ${about}: ${makeVisible(says, 1000)}`,
    ...(remedy === undefined ? [] : [`${' '.repeat(width)}  -> ${makeVisible(remedy, 1000)}`]),
  ]);
  await host.stdout.write(`${lines.join('\n')}\n`);
  if (found.some(({ state }) => state === 'problem')) return 1;
  return found.some(({ state }) => state === 'unknown') ? 3 : 0;
}

function readRepository(value: string | undefined): RepositoryName {
  const parts = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(value ?? '');
  const [, owner, name] = parts ?? [];
  if (owner !== undefined && name !== undefined) return { owner, name };
  throw new UserError('--repository names no repository.', 'Write --repository OWNER/NAME, as it stands on GitHub.');
}

function readAppId(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw new UserError('--app-id is not a number.', 'It stands on the page of the App, under "About".');
}

interface Given {
  readonly options: ParsedArguments['options'];
  readonly host: Host;
}

interface Clients {
  readonly client: GitHubClient | undefined;
  readonly app: GitHubClient | undefined;
}

/** A token sees what its person may see; without one the repository is read as the App's installation. */
async function connect(repository: RepositoryName, appId: number | undefined, given: Given): Promise<Clients> {
  const { options, host } = given;
  const open = (auth: GitHubAuth) => openClient(auth, given);
  const file = options.get('private-key-file');
  const { GITHUB_TOKEN, GH_TOKEN } = host.environment;
  const token = [GITHUB_TOKEN, GH_TOKEN].map((each) => each?.trim()).find((each) => each !== undefined && each !== '');
  if (file === undefined) {
    if (token !== undefined) return { client: open({ token }), app: undefined };
    const hint = 'Set GITHUB_TOKEN, or give --app-id and --private-key-file.';
    throw new UserError('There is no token to ask GitHub with.', hint);
  }
  if (appId === undefined) throw new UserError('--private-key-file needs --app-id.', 'Say which App the key is of.');
  const privateKey = await readKey(resolve(host.directory, file));
  const app = open({ appId, privateKey });
  if (token !== undefined) return { client: open({ token }), app };
  const { owner, name } = repository;
  const installed = await look(
    app.call(`find the installation of ${owner}/${name}`, (octokit) =>
      octokit.rest.apps.getRepoInstallation({ owner, repo: name }),
    ),
  );
  // Without one the App cannot read the repository, and what is found says so.
  if (installed.kind !== 'seen') return { client: undefined, app };
  return { client: open({ appId, privateKey, installationId: installed.value.data.id }), app };
}

function openClient(auth: GitHubAuth, { options, host }: Given): GitHubClient {
  const baseUrl = readApiUrl(options.get('api-url'));
  return createGitHubClient({ auth, baseUrl, userAgent: `threatdiff/${host.version}`, now: host.now });
}

/** A token goes to no address in the clear but to this machine. */
function readApiUrl(value = 'https://api.github.com'): string {
  const url = URL.parse(value);
  const isLocal = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return value.replace(/\/$/, '');
  throw new UserError('--api-url is not an https address.', 'Of a GitHub Enterprise Server: https://HOST/api/v3.');
}

async function readKey(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const name = JSON.stringify(file.slice(0, 200));
    throw new UserError(`--private-key-file names ${name}, which cannot be read.`, undefined, { cause });
  }
}
