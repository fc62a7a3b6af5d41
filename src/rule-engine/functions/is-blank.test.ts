/** `isBlank` over every state of a value: absent, empty, known, unresolved, a reference. */
import { expect, it } from 'vitest';
import { ABSENT, type Plain, reference, unresolved, value } from '../../../test/builders/build-value.ts';
import { truthOf } from '../cel/truth-of.ts';
import { isBlank } from './is-blank.ts';

it.each<readonly [string, Plain, string]>([
  ['nothing', ABSENT, 'true'],
  ['null', null, 'true'],
  ['empty text', '', 'true'],
  ['a space', ' ', 'false'],
  ['text', 'alias/orders', 'false'],
  ['an attribute', reference('aws_kms_key.k', 'id'), 'false'],
  ['text AWS computes', unresolved({ reason: 'provider-computed' }), 'false'],
  ['text with a beginning', unresolved({ knownPrefix: 'alias/' }), 'false'],
  [
    'text with an end',
    unresolved({ pieces: [{ reason: 'variable-without-value', subject: 'x' }, { text: '-key' }] }),
    'false',
  ],
  ['a variable', unresolved(), 'unknown'],
  ['an attribute that may be absent', unresolved({ reason: 'provider-computed', mayBeAbsent: true }), 'unknown'],
])('isBlank of %s', (_, plain, expected) => {
  expect(truthOf(isBlank.evaluate([value(plain)], () => undefined))).toBe(expected);
});
