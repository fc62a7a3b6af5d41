/**
 * Failures on command: which requests fail, how, and how often. Holds the list and picks; the server carries them out.
 */
import type { State } from '../state/state.ts';

export type FaultKind =
  | '429'
  | 'secondary-limit'
  | 'primary-limit'
  | '5xx'
  | 'drop'
  | 'drop-answer'
  | 'slow'
  | 'hang'
  | 'stale';

/** What a request must be like; a part left out fits every request. */
export interface RequestMatch {
  /** GitHub's operation id (`checks/update`), or `graphql`. */
  readonly operation?: string | RegExp;
  readonly method?: string;
  readonly path?: RegExp;
}

export interface Fault {
  readonly match?: RequestMatch;
  /**
   * `drop` closes the connection before anything happens, `drop-answer` after it happened. `stale` answers reads with
   * the state at the time of the command. `slow` waits and then answers. `hang` does nothing and never
   * answers, until the client goes.
   */
  readonly kind: FaultKind;
  /** How many requests; 1 where left out. */
  readonly times?: number;
  /** How many fitting requests pass first. */
  readonly after?: number;
  /** Seconds, for the limits. */
  readonly retryAfter?: number;
  /** Milliseconds, for `slow`. */
  readonly delay?: number;
  /** For `5xx`; 502 where left out. */
  readonly status?: number;
  /** Each fitting request fails with this chance (0 to 1), by the seed; always where left out. */
  readonly chance?: { readonly probability: number; readonly seed: number };
}

export interface ArmedFault extends Fault {
  readonly state: State | undefined;
}

interface Slot {
  readonly fault: ArmedFault;
  left: number;
  skip: number;
  random: number;
}

export class Faults {
  readonly #slots: Slot[] = [];

  arm(fault: ArmedFault): void {
    const { times = 1, after = 0, chance } = fault;
    this.#slots.push({ fault, left: times, skip: after, random: chance?.seed ?? 0 });
  }

  clear(): void {
    this.#slots.length = 0;
  }

  /** The fault this request meets, which is used up by it. */
  pick(request: { readonly operation: string; readonly method: string; readonly path: string }): Fault | undefined {
    return this.#pick(request, (fault) => fault.kind !== 'stale');
  }

  /** The state a read must be answered with. */
  pickStale(request: { operation: string; method: string; path: string }): State | undefined {
    return this.#pick(request, (fault) => fault.kind === 'stale')?.state;
  }

  #pick(
    request: { readonly operation: string; readonly method: string; readonly path: string },
    wanted: (fault: ArmedFault) => boolean,
  ): ArmedFault | undefined {
    for (const slot of this.#slots) {
      if (slot.left <= 0 || !wanted(slot.fault) || !fits(slot.fault.match ?? {}, request)) continue;
      if (slot.skip > 0) slot.skip -= 1;
      else if (strikes(slot)) {
        slot.left -= 1;
        return slot.fault;
      }
    }
    return undefined;
  }
}

function fits(match: RequestMatch, request: { operation: string; method: string; path: string }): boolean {
  const { operation, method, path } = match;
  const named =
    operation === undefined ||
    (typeof operation === 'string' ? operation === request.operation : operation.test(request.operation));
  return (
    named && (method === undefined || method === request.method) && (path === undefined || path.test(request.path))
  );
}

/** The same seed strikes the same requests in every run. */
function strikes(slot: Slot): boolean {
  if (!slot.fault.chance) return true;
  slot.random = (Math.imul(slot.random, 1664525) + 1013904223) >>> 0;
  return slot.random / 2 ** 32 < slot.fault.chance.probability;
}
