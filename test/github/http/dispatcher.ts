/**
 * From a request to its answer: route, identity, limits, GitHub's description, permission, handler, and GitHub's
 * description again for our own answer. Knows no socket. What a client does wrong in form is remembered, for tests.
 */
import { createHash } from 'node:crypto';
import type { GraphqlService } from '../graphql/graphql-service.ts';
import type { OperationId } from '../operations.ts';
import { HANDLERS } from '../rest/handlers.ts';
import type { State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import type { ApiDescription } from './api-description.ts';
import { authenticate, type Identity } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { type Answer, Call } from './call.ts';
import { HttpError, notFound, unprocessable } from './http-error.ts';
import { RateLimits } from './rate-limits.ts';

export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface Outgoing {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer | undefined;
}

export class Dispatcher {
  readonly #world: World;
  readonly #description: ApiDescription;
  readonly #graphql: GraphqlService;
  readonly #limits: RateLimits;
  readonly #violations: string[] = [];

  constructor(world: World, description: ApiDescription, graphql: GraphqlService) {
    this.#world = world;
    this.#description = description;
    this.#graphql = graphql;
    this.#limits = new RateLimits(world);
  }

  /** Requests that do not fit GitHub's description, and our own answers that do not. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  /** GitHub's operation id; `graphql`; or the path where the operation is not one in use. */
  nameOf(request: Incoming): string {
    if (isGraphql(request)) return 'graphql';
    return this.#description.find(request.method, pathOf(request))?.id ?? `${request.method} ${request.url.pathname}`;
  }

  /** `stale` is the state a read is answered from instead of the present one. */
  answer(request: Incoming, stale: State | undefined): Outgoing {
    let headers: Record<string, string> = {};
    try {
      if (!request.headers['user-agent']) throw new HttpError(403, 'Request forbidden by administrative rules.');
      const identity = authenticate(this.#world, request.headers['authorization']);
      const resource = isGraphql(request) ? 'graphql' : 'core';
      const free = this.nameOf(request) === 'rate-limit/get';
      if (!free) this.#limits.take(identity, resource);
      headers = this.#limits.headers(identity, resource);
      const read = (): Answer => (isGraphql(request) ? this.#query(request, identity) : this.#rest(request, identity));
      const answer = stale ? this.#world.within(stale, read) : read();
      const outgoing = write(answer, headers);
      if (!isUnchanged(request, outgoing)) return outgoing;
      this.#limits.giveBack(identity, resource);
      const { etag = '' } = outgoing.headers;
      return { status: 304, headers: { ...this.#limits.headers(identity, resource), etag }, body: undefined };
    } catch (error) {
      if (error instanceof HttpError) return this.#failure(error, headers);
      this.#violations.push(`${this.nameOf(request)}: the stand-in failed: ${String(error)}`);
      return this.#failure(new HttpError(500, String(error)), headers);
    }
  }

  #failure(error: HttpError, headers: Record<string, string>): Outgoing {
    return write({ status: error.status, body: error.body(), headers: error.details.headers ?? {} }, headers);
  }

  #query(request: Incoming, identity: Identity): Answer {
    if (identity.kind === 'app') throw new HttpError(401, 'Requires authentication');
    const { answer, problems } = this.#graphql.execute(parseJson(request.body), identity.token);
    this.#violations.push(...problems.map((problem) => `graphql: ${problem}`));
    return { status: 200, body: answer };
  }

  #rest(request: Incoming, identity: Identity): Answer {
    const found = this.#description.find(request.method, pathOf(request));
    if (!found) {
      this.#violations.push(`${request.method} ${request.url.pathname} is not among the operations in use`);
      throw notFound();
    }
    const { id } = found;
    const values = {
      parameters: { ...found.parameters } as Record<string, unknown>,
      query: Object.fromEntries(request.url.searchParams) as Record<string, unknown>,
      body: request.body.length > 0 ? parseJson(request.body) : undefined,
    };
    const problems = this.#description.requestProblems(id, values);
    if (problems.length > 0) {
      this.#violations.push(`${id}: ${problems.join('; ')}`);
      throw unprocessable(`Invalid request.\n\n${problems.join('\n')}`);
    }
    const { owner, repo } = found.parameters;
    const repository = owner === undefined ? undefined : this.#world.findRepository(`${owner}/${repo ?? ''}`);
    if (owner !== undefined && !repository) throw notFound();
    const token = authorize(this.#world, id, identity, repository);
    const accept = request.headers['accept'] ?? '';
    const call = new Call({ world: this.#world, repository, token, accept, url: request.url, ...values });
    const answer =
      id === 'rate-limit/get' ? { status: 200, body: this.#limits.overview(identity) } : HANDLERS[id](call);
    this.#holdToDescription(id, answer);
    return answer;
  }

  /** The stand-in may not lie in shape: an answer of ours that is not as described is a failure of the stand-in. */
  #holdToDescription(id: OperationId, answer: Answer): void {
    if (answer.raw) return;
    const body: unknown = answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body));
    const problems = this.#description.responseProblems(id, answer.status, body);
    if (problems.length > 0) throw new Error(`answer ${answer.status}: ${problems.slice(0, 5).join('; ')}`);
  }
}

function isGraphql({ url }: Incoming): boolean {
  return url.pathname === '/graphql' || url.pathname === '/api/graphql';
}

/** GitHub Enterprise Server has its interface below `/api/v3`. */
function pathOf({ url }: Incoming): string {
  return url.pathname.replace(/^\/api\/v3/, '');
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpError(400, 'Problems parsing JSON');
  }
}

function write(answer: Answer, headers: Readonly<Record<string, string>>): Outgoing {
  const { raw, body: json } = answer;
  const content = raw ? raw.content : json === undefined ? undefined : JSON.stringify(json);
  const body = content === undefined ? undefined : Buffer.from(content);
  return {
    status: answer.status,
    headers: {
      'x-github-media-type': 'github.v3; format=json',
      ...(body ? { 'content-type': raw?.type ?? 'application/json; charset=utf-8' } : {}),
      ...(body && answer.status === 200 ? { etag: `W/"${createHash('sha256').update(body).digest('hex')}"` } : {}),
      ...headers,
      ...answer.headers,
    },
    body,
  };
}

/** https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests */
function isUnchanged(request: Incoming, outgoing: Outgoing): boolean {
  const known = request.headers['if-none-match'];
  return request.method === 'GET' && known !== undefined && known === outgoing.headers['etag'];
}
