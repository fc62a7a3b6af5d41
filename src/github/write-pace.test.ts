/** Who may change something on GitHub when: bursts are bounded, and what can wait comes after pull requests. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Priority } from './github-client.ts';
import { WritePace } from './write-pace.ts';

const PAUSE = 1000;
let sent: string[];
let startedAt: number;
let pace: WritePace;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  startedAt = Date.now();
  pace = new WritePace(PAUSE, () => Date.now());
});
afterEach(() => {
  vi.useRealTimers();
});

function send(priority: Priority, count: number, name = priority[0]): void {
  for (let index = 0; index < count; index += 1)
    void pace.turn(priority).then(() => sent.push(`${name}@${Math.round((Date.now() - startedAt) / 1000)}`));
}

describe('writes', () => {
  it('of pull requests may be nine at once, then one a second', async () => {
    send('pull-request', 12);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([...Array<string>(9).fill('p@0'), 'p@1', 'p@2', 'p@3']);
  });

  it('stay below eighty a minute', async () => {
    send('pull-request', 500);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(sent.length).toBeLessThan(80);
    expect(sent.length).toBeGreaterThanOrEqual(60);
  });

  it('that can wait go one a second, and not before what pull requests took is paid', async () => {
    send('backfill', 3);
    await vi.advanceTimersByTimeAsync(500);
    send('pull-request', 3);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(['b@0', 'p@1', 'p@1', 'p@1', 'b@4', 'b@5']);
  });

  it('are not held back by a clock that is set back', async () => {
    send('backfill', 1);
    await vi.advanceTimersByTimeAsync(100);
    vi.setSystemTime(startedAt - 3_600_000);
    send('pull-request', 1, 'late');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent).toHaveLength(2);
  });
});
