/**
 * One valid and authorised request as a handler sees it, and what a handler answers. Reads its parameters in their types.
 */
import type { GitObjects } from '../git/git-objects.ts';
import type { OperationId } from '../operations.ts';
import type { Repository, Token } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { notFound } from './http-error.ts';

export interface Answer {
  readonly status: number;
  /** Sent as JSON; no body where undefined. */
  readonly body?: unknown;
  /** Sent as it is instead of a body, for media types that are not JSON. */
  readonly raw?: { readonly type: string; readonly content: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Answer;
/** The handlers of one resource, by operation. */
export type Handlers = { readonly [id in OperationId]?: Handler };

export interface CallOptions {
  readonly world: World;
  readonly repository: Repository | undefined;
  /** Undefined where the App calls for itself. */
  readonly token: Token | undefined;
  readonly accept: string;
  readonly url: URL;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export class Call {
  readonly world: World;
  readonly token: Token | undefined;
  readonly accept: string;
  readonly url: URL;
  readonly #options: CallOptions;

  constructor(options: CallOptions) {
    this.#options = options;
    this.world = options.world;
    this.token = options.token;
    this.accept = options.accept;
    this.url = options.url;
  }

  get repository(): Repository {
    if (!this.#options.repository) throw notFound();
    return this.#options.repository;
  }

  get objects(): GitObjects {
    return this.world.objectsOf(this.repository);
  }

  /** The login of who asks. */
  get login(): string {
    return this.token?.login ?? `${this.world.app.slug}[bot]`;
  }

  /** Whether the App itself asks, with a token of an installation of it. */
  get byApp(): boolean {
    return this.token?.kind === 'installation';
  }

  text(name: string): string {
    return String(this.#options.parameters[name]);
  }

  number(name: string): number {
    return Number(this.#options.parameters[name]);
  }

  query(name: string): string | undefined {
    const value = this.#options.query[name];
    return value === undefined ? undefined : String(value as string | number | boolean);
  }

  /** The body in the type its description gives it: it was held to that before. */
  body<T>(): T {
    return (this.#options.body ?? {}) as T;
  }
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const NO_CONTENT: Answer = { status: 204 };
