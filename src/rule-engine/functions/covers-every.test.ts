/** Which resource patterns cover every role, whatever they look like; and what a value of another resource is. */
import { describe, expect, it } from 'vitest';
import { ABSENT, reference, unresolved, value } from '../../../test/builders/build-value.ts';
import type { CelValue } from '../cel/operand.ts';
import { truthOf } from '../cel/truth-of.ts';
import { coversEvery } from './covers-every.ts';
import { isReference } from './is-reference.ts';

const ask = (pattern: CelValue, kind = 'role'): string =>
  truthOf(coversEvery.evaluate([pattern, value(kind)], () => undefined));

const origin = { from: 'computed' } as const;
const hole = { reason: 'variable-without-value', subject: 'var.x' } as const;
const text = (...pieces: readonly ({ readonly text: string } | typeof hole)[]): CelValue => ({
  ...{ state: 'unresolved', mayBeAbsent: false, pieces, origin, ...hole },
});

describe('coversEvery', () => {
  it.each([
    '*',
    '**',
    '?*',
    'arn:*',
    'arn:aws:*',
    'arn:aws:iam*',
    'arn:aws:iam::1111*',
    'arn:aws:iam::111122223333:*',
    'arn:aws:iam::111122223333:role/*',
    'arn:aws:iam::111122223333:role/**',
    'arn:aws:iam::111122223333:role/?*',
    'arn:aws:iam::111122223333:role*',
    'arn:aws:iam::*:r*',
    'arn:aws:iam::*:???e/*',
    'arn:*:*:*:*:role/*',
  ])('%s covers every role', (pattern) => {
    expect(ask(value(pattern))).toBe('true');
  });

  it.each([
    'arn:aws:iam::111122223333:role/orders',
    'arn:aws:iam::111122223333:role/orders-*',
    'arn:aws:iam::111122223333:role/?',
    'arn:aws:iam::111122223333:user/*',
    'arn:aws:s3:::*',
    'role/*',
    '',
  ])('%s does not', (pattern) => {
    expect(ask(value(pattern))).toBe('false');
  });

  it('looks around what is not known', () => {
    expect(ask(text({ text: 'arn:aws:iam::' }, hole, { text: ':role/*' }))).toBe('true');
    expect(ask(text({ text: 'arn:aws:iam::' }, hole, { text: ':role/orders' }))).toBe('false');
    expect(ask(text({ text: 'arn:aws:iam::' }, hole))).toBe('unknown');
    expect(ask(text({ text: 'arn:aws:iam::1:role/' }, hole, { text: '*' }))).toBe('true');
    expect(ask(text({ text: 'arn:aws:iam::1:role/' }, hole))).toBe('unknown');
    expect(ask(unresolved())).toBe('unknown');
    expect(ask(reference('aws_iam_role.orders', 'arn'))).toBe('false');
    expect(ask(ABSENT)).toBe('false');
  });
});

describe('isReference', () => {
  const judge = (each: CelValue): string => truthOf(isReference.evaluate([each], () => undefined));

  it('is what AWS computes for another resource and nothing written', () => {
    expect(judge(reference('aws_iam_openid_connect_provider.ci', 'arn'))).toBe('true');
    expect(judge(unresolved({ reason: 'provider-computed' }))).toBe('true');
    expect(judge(value('arn:aws:iam::111122223333:role/orders'))).toBe('false');
    expect(judge(ABSENT)).toBe('false');
    expect(judge(unresolved())).toBe('unknown');
    expect(judge(text({ text: 'arn:' }, hole))).toBe('unknown');
  });
});
