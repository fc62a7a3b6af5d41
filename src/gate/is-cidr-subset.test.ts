/** Whether one network lies in another; what is no network lies in none. */
import { describe, expect, it } from 'vitest';
import { isCidrSubset } from './is-cidr-subset.ts';

describe('isCidrSubset', () => {
  it.each([
    ['10.0.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.0.0.0/16', false],
    ['11.0.0.0/16', '10.0.0.0/8', false],
    ['2001:db8::/48', '2001:db8::/32', true],
    ['2001:db9::/48', '2001:db8::/32', false],
    ['10.0.0.0/8', '::/0', false],
    ['10.0.0.1', '10.0.0.0/8', false],
    ['10.0.0.0/33', '10.0.0.0/8', false],
    ['10.0.0.0/8/1', '0.0.0.0/0', false],
    ['var.cidr', '0.0.0.0/0', false],
  ])('%s in %s: %s', (inner, outer, expected) => {
    expect(isCidrSubset(inner, outer)).toBe(expected);
  });
});
