/** A log of JSON lines, one per event. Text is clipped and control characters are escaped by JSON itself. */
import type { Log } from './log.ts';

const LONGEST = 500;

/** @param write takes one line with its line feed. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (level, event, fields = {}) => {
    const clipped = Object.entries(fields).map(([name, value]) => [name, clip(value)] as const);
    const line = { time: new Date(now()).toISOString(), level, event, ...Object.fromEntries(clipped) };
    write(`${JSON.stringify(line)}\n`);
  };
}

function clip(value: string | number | boolean | undefined): string | number | boolean | undefined {
  return typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
