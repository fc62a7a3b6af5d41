/**
 * RFC 3339 timestamps, strictly: what Go's parser refuses is refused here.
 */

export interface Timestamp {
  /** Nanoseconds since 1970 in UTC. */
  readonly instant: bigint;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(Z|[+-]\d\d:\d\d)$/;

/** The moment; undefined where the text is not one, or its day does not exist. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offset = parseOffset(match[8] ?? 'Z');
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  const isReal = local.getUTCMonth() === month - 1 && local.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 59 || offset === undefined) return undefined;
  const fraction = BigInt((match[7] ?? '').padEnd(9, '0').slice(0, 9));
  return { instant: BigInt(local.getTime() - offset * 60_000) * 1_000_000n + fraction, offset };
}

function parseOffset(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (hours > 24 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
