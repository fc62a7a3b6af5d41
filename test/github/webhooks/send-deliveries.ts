/**
 * Sends webhooks as a network does: in another order, twice, or not at all. The same seed gives the same disorder.
 */
import type { Delivery } from './delivery.ts';

export interface SendOptions {
  readonly order?: 'given' | 'reversed' | { readonly seed: number };
  /** How often each is sent; 1 where left out. */
  readonly copies?: number;
  /** Lost on the way. */
  readonly drop?: (delivery: Delivery, index: number) => boolean;
  /** How many at once; 1 where left out. */
  readonly parallel?: number;
}

export interface Sent {
  readonly delivery: Delivery;
  /** Status of the receiver; 0 where it could not be reached. */
  readonly status: number;
}

export async function sendDeliveries(
  url: string,
  deliveries: readonly Delivery[],
  { order = 'given', copies = 1, drop, parallel = 1 }: SendOptions = {},
): Promise<readonly Sent[]> {
  const kept = deliveries.filter((delivery, index) => !drop?.(delivery, index));
  const queue = arrange(
    kept.flatMap((delivery) => Array.from({ length: copies }, () => delivery)),
    order,
  );
  const sent: Sent[] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      sent.push({ delivery: next, status: await post(url, next) });
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return sent;
}

async function post(url: string, { headers, body }: Delivery): Promise<number> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

function arrange(deliveries: Delivery[], order: NonNullable<SendOptions['order']>): Delivery[] {
  if (order === 'given') return deliveries;
  if (order === 'reversed') return deliveries.reverse();
  let state = order.seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return deliveries
    .map((delivery) => ({ delivery, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ delivery }) => delivery);
}
