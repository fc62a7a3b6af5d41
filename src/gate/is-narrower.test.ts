/** When other evidence is proven narrower; without a proof it is new. */
import { describe, expect, it } from 'vitest';
import { buildResult } from '../../test/builders/build-analysis.ts';
import type { Fact } from '../model/rule-result.ts';
import { isNarrower } from './is-narrower.ts';

const evidence = (facts: { [key: string]: Fact }) => buildResult({ facts }).evidence;
const order = {
  CidrIp: 'cidr-subset',
  Action: 'list-subset',
  Days: 'greater',
  Size: 'smaller',
  Wide: 'no-longer-set',
} as const;

describe('isNarrower', () => {
  it.each<[string, { [key: string]: Fact }, { [key: string]: Fact }, boolean]>([
    ['a smaller block', { 'item.CidrIp': '0.0.0.0/0' }, { 'item.CidrIp': '8.0.0.0/8' }, true],
    ['a larger block', { 'item.CidrIp': '8.0.0.0/8' }, { 'item.CidrIp': '0.0.0.0/0' }, false],
    ['fewer actions in a whole element', { item: { Action: ['a', 'b'] } }, { item: { Action: ['a'] } }, true],
    ['another action', { item: { Action: ['a'] } }, { item: { Action: ['c'] } }, false],
    ['a fact no order names', { Other: 1 }, { Other: 2 }, false],
    ['an added fact', { Size: 2 }, { Size: 1, Other: 1 }, false],
    ['a greater number where greater is safe', { Days: 1 }, { Days: 7 }, true],
    ['a greater number where smaller is safe', { Size: 1 }, { Size: 7 }, false],
    ['a fact no longer set', { Wide: true }, {}, true],
    ['a fact newly set', {}, { Wide: true }, false],
    ['an unknown instead of a block', { CidrIp: '0.0.0.0/0' }, { CidrIp: { unresolved: 'x' } }, false],
    ['inherited names', { CidrIp: '0.0.0.0/0' }, { constructor: 'x' }, false],
  ])('%s', (_, before, after, expected) => {
    expect(isNarrower(evidence(before), evidence(after), order)).toBe(expected);
  });

  it('proves nothing without an order', () => {
    expect(isNarrower(evidence({ a: 1 }), evidence({ a: 1 }), undefined)).toBe(false);
  });
});
