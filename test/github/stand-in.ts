/**
 * GitHub for tests: a local HTTP server that unmodified clients talk to. It holds every request and every answer of its
 * own to GitHub's description, knows the rules that are not in it, sends signed webhooks and fails on command. It is no
 * product code and needs no network beyond 127.0.0.1.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FileContent, readFolder } from './git/read-folder.ts';
import { GraphqlService } from './graphql/graphql-service.ts';
import { ApiDescription } from './http/api-description.ts';
import { Dispatcher, type Incoming, type Outgoing } from './http/dispatcher.ts';
import { type Fault, Faults } from './http/faults.ts';
import { faultAnswer } from './http/fault-answer.ts';
import { repositoryAskedFor } from './http/repository-asked-for.ts';
import { RepositoryHandle } from './repository-handle.ts';
import { writeCommit } from './state/commits.ts';
import type { Permissions, Repository, State } from './state/state.ts';
import { type Limits, World } from './state/world.ts';
import { buildPayload } from './webhooks/build-payload.ts';
import { type Delivery, type SignOptions, signDelivery } from './webhooks/delivery.ts';
import { type SendOptions, sendDeliveries, type Sent } from './webhooks/send-deliveries.ts';
import type { WebhookDetails, WebhookEvent } from './webhooks/webhook-details.ts';

export interface StandInOptions {
  /** GitHub's limits, lower for tests that reach them. */
  readonly limits?: Partial<Limits>;
  readonly appSlug?: string;
}

export interface RepositoryOptions {
  readonly owner: string;
  readonly name: string;
  /** Content of the first commit: by path, or a folder of the disk. */
  readonly files?: Readonly<Record<string, FileContent>>;
  readonly folder?: string;
  readonly private?: boolean;
  readonly defaultBranch?: string;
}

export interface InstallationOptions {
  readonly account: string;
  readonly permissions?: Permissions;
  /** Full names; every repository of the account where left out. */
  readonly repositories?: readonly string[];
  /** Requests an hour; 5,000 where left out. */
  readonly rateLimit?: number;
  /** ISO 8601; long ago where left out. */
  readonly at?: string;
  readonly events?: readonly string[];
}

/** One request as it was answered. */
export interface RecordedRequest {
  readonly kind: 'rest' | 'graphql';
  /** GitHub's operation id, or `graphql`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** `acme/shop`, also where a GraphQL query names it in its variables; undefined where it is about several. */
  readonly repository: string | undefined;
  /** 0 where the connection was closed instead. */
  readonly status: number;
  readonly fault?: Fault['kind'];
}

const LIMITS: Limits = {
  treeEntries: 100_000,
  listedFiles: 3000,
  comparedFiles: 300,
  diffFiles: 300,
  diffLines: 20_000,
  listedCommits: 250,
  blobText: 512_000,
};

/** An installation that is past every observation. */
const LONG_AGO = '2026-01-01T00:00:00Z';

const EVENTS: readonly string[] = ['pull_request', 'merge_group', 'check_run', 'check_suite', 'push'];

/** What the App asks for. */
const PERMISSIONS: Permissions = {
  metadata: 'read',
  contents: 'read',
  members: 'read',
  checks: 'write',
  pull_requests: 'write',
};

const HOUR = 3_600_000;

/** Costly to make and the same for every stand-in of a process. */
const DESCRIPTION = new ApiDescription();
const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

export class GitHubStandIn {
  readonly privateKey = KEYS.privateKey;
  readonly webhookSecret = 'a secret of this test';
  readonly #world: World;
  readonly #dispatcher: Dispatcher;
  readonly #faults = new Faults();
  readonly #server: Server;
  #requests: RecordedRequest[] = [];

  private constructor(options: StandInOptions) {
    const slug = options.appSlug ?? 'threatdiff';
    const app = { id: 4711, slug, clientId: 'Iv23standin', owner: 'threatdiff', publicKey: KEYS.publicKey };
    this.#world = new World(app, { ...LIMITS, ...options.limits });
    this.#dispatcher = new Dispatcher(this.#world, DESCRIPTION, new GraphqlService(this.#world));
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    // A test that works for seconds between two requests must not lose its connection.
    this.#server.keepAliveTimeout = 0;
  }

  static async start(options: StandInOptions = {}): Promise<GitHubStandIn> {
    const standIn = new GitHubStandIn(options);
    await new Promise<void>((resolve) => standIn.#server.listen(0, '127.0.0.1', resolve));
    const { port } = standIn.#server.address() as AddressInfo;
    standIn.#world.url = `http://127.0.0.1:${port}`;
    return standIn;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** The base address for clients, without a slash at its end. */
  get url(): string {
    return this.#world.url;
  }

  get appId(): number {
    return this.#world.app.id;
  }

  /** The login of the App's own comments. */
  get botLogin(): string {
    return `${this.#world.app.slug}[bot]`;
  }

  /** Moves the time, for tokens that expire and limits that are reset. */
  advance(seconds: number): void {
    this.#world.advance(seconds);
  }

  createRepository(options: RepositoryOptions): RepositoryHandle {
    const world = this.#world;
    const { owner, name, folder, defaultBranch = 'main' } = options;
    const repository: Repository = {
      id: world.nextId(),
      owner: world.account(owner).login,
      name,
      private: options.private ?? false,
      defaultBranch,
      network: world.newNetwork(),
      refs: new Map(),
      collaborators: new Map(),
      requiredChecks: new Map(),
      rulesets: [],
      nextNumber: 1,
      pulls: new Map(),
      comments: [],
      checkSuites: [],
      checkRuns: [],
      sarifs: new Map(),
    };
    const files = { ...(folder === undefined ? {} : readFolder(folder)), ...options.files };
    const first = writeCommit(world, repository, { files, message: 'First commit', parents: [] });
    repository.refs.set(`refs/heads/${defaultBranch}`, first);
    world.state.repositories.set(`${owner}/${name}`.toLowerCase(), repository);
    return new RepositoryHandle(world, `${owner}/${name}`);
  }

  createOrganization(login: string, members: readonly string[] = []): void {
    this.#world.account(login, 'Organization');
    this.#world.state.members.set(login.toLowerCase(), new Set(members.map((each) => this.#world.account(each).login)));
  }

  createTeam(organization: string, slug: string, members: readonly string[]): void {
    const team = { id: this.#world.nextId(), org: organization, slug, members: new Set(members) };
    this.#world.state.teams.set(`${organization}/${slug}`.toLowerCase(), team);
  }

  /** Installs the App and gives the installation's id. */
  install({
    account,
    permissions = PERMISSIONS,
    repositories,
    rateLimit = 5000,
    at = LONG_AGO,
    events = EVENTS,
  }: InstallationOptions): number {
    const id = this.#world.nextId();
    this.#world.state.installations.set(id, {
      id,
      account: this.#world.account(account).login,
      permissions,
      repositories: repositories ? [...repositories] : 'all',
      suspendedAt: null,
      rateLimit,
      createdAt: at,
      events,
    });
    return id;
  }

  setPermissions(installation: number, permissions: Permissions): void {
    this.#installation(installation).permissions = permissions;
  }

  /** Where webhooks go, and how the last of them were answered. */
  setWebhook(webhook: Partial<State['webhook']>): void {
    Object.assign(this.#world.state.webhook, webhook);
  }

  suspend(installation: number, suspended = true): void {
    this.#installation(installation).suspendedAt = suspended ? this.#world.timestamp() : null;
  }

  uninstall(installation: number): void {
    this.#world.state.installations.delete(installation);
  }

  #installation(id: number): { permissions: Permissions; suspendedAt: string | null } {
    const installation = this.#world.state.installations.get(id);
    if (!installation) throw new Error(`there is no installation ${id}`);
    return installation;
  }

  /**
   * The token of a workflow run. For a pull request of a fork every permission to write becomes read.
   * https://docs.github.com/en/actions/security-for-github-actions/security-guides/automatic-token-authentication
   */
  createActionsToken(repository: string, permissions: Permissions, { fromFork = false } = {}): string {
    const read = Object.fromEntries(Object.keys(permissions).map((name) => [name, 'read' as const]));
    const granted = fromFork ? read : permissions;
    return this.#addToken({
      kind: 'actions',
      login: 'github-actions[bot]',
      permissions: granted,
      repositories: [repository],
    });
  }

  createUserToken(login: string): string {
    return this.#addToken({ kind: 'user', login: this.#world.account(login).login, permissions: {} });
  }

  #addToken(part: {
    kind: 'actions' | 'user';
    login: string;
    permissions: Permissions;
    repositories?: string[];
  }): string {
    const token = `${part.kind === 'user' ? 'ghp' : 'ghs'}_${randomBytes(18).toString('hex')}`;
    this.#world.state.tokens.set(token, { token, ...part, expiresAt: this.#world.now() + HOUR });
    return token;
  }

  /** Makes requests fail. See `Fault`. */
  fail(fault: Fault): void {
    const state = fault.kind === 'stale' ? structuredClone(this.#world.state) : undefined;
    this.#faults.arm({ ...fault, state });
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  /** Every request since the start or since `forgetRequests`, in order. */
  requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** How many requests there were of each operation. */
  countRequests(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { operation } of this.#requests) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  }

  forgetRequests(): void {
    this.#requests = [];
  }

  /** What clients did that is not in GitHub's description, and what the stand-in itself got wrong: empty in a good test. */
  violations(): readonly string[] {
    return this.#dispatcher.violations;
  }

  /** A signed webhook, not sent. */
  prepare<Event extends WebhookEvent>(
    event: Event,
    details: WebhookDetails[Event],
    options: Partial<SignOptions> = {},
  ): Delivery {
    return this.#sign(event, buildPayload(this.#world, event, details), options);
  }

  /** The webhooks of everything that happened since the last time, not sent. */
  takeRaised(options: Partial<SignOptions> = {}): readonly Delivery[] {
    return this.#world.raised.splice(0).map(({ event, payload }) => this.#sign(event, payload, options));
  }

  #sign(event: WebhookEvent, payload: unknown, options: Partial<SignOptions>): Delivery {
    return signDelivery(event, payload, { secret: this.webhookSecret, appId: this.appId, ...options });
  }

  /** Sends one webhook to an address. */
  async deliver<Event extends WebhookEvent>(
    url: string,
    event: Event,
    details: WebhookDetails[Event],
  ): Promise<readonly Sent[]> {
    return await this.send(url, [this.prepare(event, details)]);
  }

  /** Sends webhooks: in order, in disorder, twice, or lost. */
  async send(url: string, deliveries: readonly Delivery[], options: SendOptions = {}): Promise<readonly Sent[]> {
    return await sendDeliveries(url, deliveries, options);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await receive(request, this.url);
    const operation = this.#dispatcher.nameOf(incoming);
    const about = { operation, method: incoming.method, path: incoming.url.pathname };
    const fault = this.#faults.pick(about);
    const record = (status: number): void => {
      const kind = operation === 'graphql' ? 'graphql' : 'rest';
      const repository = repositoryAskedFor(incoming);
      this.#requests.push({ kind, ...about, repository, status, ...(fault ? { fault: fault.kind } : {}) });
    };
    if (fault?.kind === 'hang') {
      record(0);
      return;
    }
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delay ?? 1000));
    const failure = fault && faultAnswer(fault, this.#world.now());
    const stale = failure || !reads(incoming) ? undefined : this.#faults.pickStale(about);
    const dropped = fault?.kind === 'drop';
    const outgoing = dropped ? undefined : (failure ?? this.#dispatcher.answer(incoming, stale));
    if (!outgoing || fault?.kind === 'drop-answer') {
      record(0);
      response.destroy();
      return;
    }
    record(outgoing.status);
    send(response, outgoing);
  }
}

/** Only reads can be stale; a query of GraphQL is one. */
function reads({ method, url, body }: Incoming): boolean {
  return (
    method === 'GET' ||
    (url.pathname.endsWith('/graphql') && !/^\s*\{\s*"query"\s*:\s*"\s*mutation\b/.test(body.toString('utf8')))
  );
}

async function receive(request: IncomingMessage, base: string): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', base),
    headers,
    body: Buffer.concat(chunks),
  };
}

function send(response: ServerResponse, { status, headers, body }: Outgoing): void {
  response.writeHead(status, { ...headers, 'x-github-request-id': 'stand-in', date: new Date().toUTCString() });
  response.end(body);
}
