/**
 * Functions over timestamps that are given; those that ask the clock are unresolved.
 */
import { formatDate } from './format-date.ts';
import { parseTimestamp, type Timestamp } from './parse-timestamp.ts';
import { pureFunction } from './pure-function.ts';
import type { TerraformFunction } from './terraform-function.ts';

/** Nanoseconds. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1000n],
  ['µs', 1000n],
  ['μs', 1000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

/** What a duration may be at most; Go counts in 64 bits. */
const LONGEST = 2n ** 63n;
const MOST_CHARACTERS = 200;

export const TIME_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ['formatdate', pureFunction([2, 2], (input) => format(input.text(0), parseTimestamp(input.text(1))))],
  ['timeadd', pureFunction([2, 2], (input) => add(parseTimestamp(input.text(0)), parseDuration(input.text(1))))],
  ['timecmp', pureFunction([2, 2], (input) => compare(parseTimestamp(input.text(0)), parseTimestamp(input.text(1))))],
]);

function format(text: string, time: Timestamp | undefined): string | undefined {
  return time && formatDate(text, time);
}

/** Fractions of a second count and are not written. */
function add(time: Timestamp | undefined, duration: bigint | undefined): string | undefined {
  if (!time || duration === undefined) return undefined;
  const sum = { ...time, instant: time.instant + duration };
  const text = formatDate("YYYY-MM-DD'T'hh:mm:ssZ", sum);
  return text && parseTimestamp(text) ? text : undefined;
}

function compare(left: Timestamp | undefined, right: Timestamp | undefined): number | undefined {
  if (!left || !right) return undefined;
  return left.instant === right.instant ? 0 : left.instant < right.instant ? -1 : 1;
}

/** Go's durations: `-1h30m`, `1.5s`. */
function parseDuration(text: string): bigint | undefined {
  const unsigned = /^[+-]/.test(text) ? text.slice(1) : text;
  if (unsigned === '0') return 0n;
  if (unsigned === '' || unsigned.length > MOST_CHARACTERS) return undefined;
  let total = 0n;
  const part = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
  while (part.lastIndex < unsigned.length) {
    const match = part.exec(unsigned);
    const unit = UNITS.get(match?.[3] ?? '');
    const [whole = '', fraction = ''] = match?.slice(1) ?? [];
    if (!unit || whole + fraction === '') return undefined;
    total += BigInt(whole === '' ? 0 : whole) * unit;
    if (fraction !== '') total += (BigInt(fraction) * unit) / 10n ** BigInt(fraction.length);
  }
  if (total >= LONGEST) return undefined;
  return text.startsWith('-') ? -total : total;
}
