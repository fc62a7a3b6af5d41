/**
 * Everything one stand-in knows: the state, the git objects, its own address, the App, and the time. Handlers get it;
 * it answers no request itself.
 */
import { GitObjects } from '../git/git-objects.ts';
import { buildPayload } from '../webhooks/build-payload.ts';
import type { RaisedEvent, WebhookDetails, WebhookEvent } from '../webhooks/webhook-details.ts';
import { type Account, emptyState, fullNameOf, type Repository, type State } from './state.ts';

export interface Limits {
  /** https://docs.github.com/en/rest/git/trees#get-a-tree */
  readonly treeEntries: number;
  /** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
  readonly listedFiles: number;
  /** https://docs.github.com/en/rest/commits/commits#compare-two-commits */
  readonly comparedFiles: number;
  /** https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits#diff-limits */
  readonly diffFiles: number;
  readonly diffLines: number;
  /** https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request */
  readonly listedCommits: number;
  /** Bytes; GraphQL cuts the text of longer blobs and says `isTruncated`. */
  readonly blobText: number;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly clientId: string;
  readonly owner: string;
  readonly publicKey: string;
}

export class World {
  readonly app: App;
  readonly limits: Limits;
  /** The address requests go to, without a slash at its end; known once the server listens. */
  url = 'http://127.0.0.1';
  state: State = emptyState();
  /** Events nobody was told of yet. */
  readonly raised: RaisedEvent[] = [];
  readonly #networks: GitObjects[] = [];
  #lastId = 1000;
  #offset = 0;

  constructor(app: App, limits: Limits) {
    this.app = app;
    this.limits = limits;
  }

  /** A number no other thing of this stand-in has. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** ISO 8601 in whole seconds, as GitHub gives every time. */
  timestamp(at = this.now()): string {
    return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  advance(seconds: number): void {
    this.#offset += seconds * 1000;
  }

  newNetwork(): number {
    return this.#networks.push(new GitObjects()) - 1;
  }

  objectsOf(repository: Repository): GitObjects {
    const objects = this.#networks[repository.network];
    if (!objects) throw new Error(`${fullNameOf(repository)} has no objects`);
    return objects;
  }

  /** Accounts need no set-up: who is named exists. */
  account(login: string, type: Account['type'] = login.endsWith('[bot]') ? 'Bot' : 'User'): Account {
    const known = this.state.accounts.get(login.toLowerCase());
    if (known) return known;
    const account = { id: this.nextId(), login, type };
    this.state.accounts.set(login.toLowerCase(), account);
    return account;
  }

  findRepository(fullName: string): Repository | undefined {
    return this.state.repositories.get(fullName.toLowerCase());
  }

  repository(fullName: string): Repository {
    const repository = this.findRepository(fullName);
    if (!repository) throw new Error(`there is no repository ${fullName}`);
    return repository;
  }

  /** Notes an event GitHub would send a webhook for, with the state of now; the stand-in sends it when told to. */
  raise<Event extends WebhookEvent>(event: Event, details: WebhookDetails[Event]): void {
    this.raised.push({ event, payload: buildPayload(this, event, details) });
  }

  /** Runs reads against another state, and puts the present one back. */
  within<T>(state: State, read: () => T): T {
    const present = this.state;
    this.state = state;
    try {
      return read();
    } finally {
      this.state = present;
    }
  }
}
