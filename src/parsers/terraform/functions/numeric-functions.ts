/**
 * Terraform's numeric functions.
 */
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import type { Value } from '../../../model/value.ts';
import { makeList } from '../values/make-list.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { toNumber } from '../values/to-number.ts';
import { pureFunction } from './pure-function.ts';
import type { PureArguments } from './pure-arguments.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

const MOST_ITEMS = 1024;

export const NUMERIC_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ['abs', pureFunction([1, 1], (input) => Math.abs(input.number(0)))],
  ['ceil', pureFunction([1, 1], (input) => Math.ceil(input.number(0)))],
  ['floor', pureFunction([1, 1], (input) => Math.floor(input.number(0)))],
  ['signum', pureFunction([1, 1], (input) => Math.sign(input.number(0)))],
  ['log', pureFunction([2, 2], (input) => Math.log(input.number(0)) / Math.log(input.number(1)))],
  ['pow', pureFunction([2, 2], (input) => finite(input.number(0) ** input.number(1)))],
  ['max', pureFunction([1, Infinity], (input) => extreme(input, (a, b) => a > b))],
  ['min', pureFunction([1, Infinity], (input) => extreme(input, (a, b) => a < b))],
  ['sum', pureFunction([1, 1], sum)],
  ['parseint', pureFunction([2, 2], parseInteger)],
  ['range', pureFunction([1, 3], makeRange)],
]);

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function extreme(input: PureArguments, better: (a: number, b: number) => boolean): number {
  let best = input.number(0);
  for (let at = 1; at < input.count; at += 1) {
    const candidate = input.number(at);
    if (better(candidate, best)) best = candidate;
  }
  return best;
}

function sum(input: PureArguments): number | undefined {
  let total = 0;
  const list = input.list(0);
  for (const item of list) {
    const number = toNumber(item);
    if (number === undefined) return undefined;
    total += number;
  }
  return list.length === 0 ? undefined : total;
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

function parseInteger(input: PureArguments): number | undefined {
  const text = input.text(0).toLowerCase();
  const base = input.integer(1);
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  if (base < 2 || base > 36 || digits === '' || digits.length > 300) return undefined;
  let total = 0;
  for (const character of digits) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0 || digit >= base) return undefined;
    total = total * base + digit;
  }
  return negative ? -total : total;
}

/** Terraform itself refuses more than 1,024 numbers. */
function makeRange(input: PureArguments, { env, origin, name }: CallSite): Value | undefined {
  const start = input.count > 1 ? input.number(0) : 0;
  const end = input.number(input.count > 1 ? 1 : 0);
  const step = input.count > 2 ? input.number(2) : end < start ? -1 : 1;
  if (step === 0 || (step > 0 && end < start) || (step < 0 && end > start)) {
    return step === 0 ? undefined : makeList([], origin);
  }
  const length = Math.ceil((end - start) / step);
  if (!(length <= MOST_ITEMS) || !takeSteps(env.session, length)) {
    return exceedBudget(env.session, `${name}()`, origin);
  }
  const numbers = Array.from({ length }, (_, at) => makeScalar(start + at * step, origin));
  return makeList(numbers, origin);
}
