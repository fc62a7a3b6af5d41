/**
 * OpenTofu's assertions: they give their argument back, or fail.
 */
import type { Value } from '../../../model/value.ts';
import { compareValues } from '../values/compare-values.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import type { TerraformFunction } from './terraform-function.ts';

export const ASSUME_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ['assumeequal', pureFunction([2, 2], assumeEqual)],
  ['assumenotnull', pureFunction([1, 1], ({ values: [value] }) => (value?.state === 'null' ? undefined : value))],
  ...['list', 'set', 'map'].flatMap((kind): [string, TerraformFunction][] => [
    [`assume${kind}length`, pureFunction([3, 3], (input) => assumeLength(input, input.integer(1), input.integer(2)))],
    [`assume${kind}lengthmin`, pureFunction([2, 2], (input) => assumeLength(input, input.integer(1), Infinity))],
    [`assume${kind}lengthmax`, pureFunction([2, 2], (input) => assumeLength(input, 0, input.integer(1)))],
  ]),
]);

function assumeEqual({ values: [left, right] }: PureArguments): Value | undefined {
  return left && right && compareValues(left, right) === true ? left : undefined;
}

function assumeLength({ values: [value] }: PureArguments, least: number, most: number): Value | undefined {
  if (value?.state !== 'known' || value.type === 'scalar') return undefined;
  const length = value.type === 'list' ? value.items.length : value.entries.size;
  return length >= least && length <= most ? value : undefined;
}
