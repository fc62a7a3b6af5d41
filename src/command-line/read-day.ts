/** The day a run judges waivers on. A real day of the calendar; today, in UTC, where none is given. */
import { UserError } from '../config/user-error.ts';

/** `YYYY-MM-DD`. `now` is in milliseconds since 1970. Throws a UserError for anything else. */
export function readDay(written: string | undefined, now: number): string {
  if (written === undefined) return new Date(now).toISOString().slice(0, 10);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
  // 31 February parses as a day of March: only what is written back the same is a day.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written) {
    throw new UserError(`--as-of cannot be ${JSON.stringify(written.slice(0, 50))}.`, 'Write a day as YYYY-MM-DD.');
  }
  return written;
}
