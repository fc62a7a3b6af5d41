/** Texts that are known in part: what stands around the hole decides, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { unresolved, value } from '../../../test/builders/build-value.ts';
import type { TextPiece } from '../../model/value.ts';
import { truthOf } from '../cel/truth-of.ts';
import { STRING_FUNCTIONS } from './string-functions.ts';

const account: TextPiece = { reason: 'pseudo-parameter', subject: 'AWS::AccountId' };

function judge(name: string, pieces: readonly (string | TextPiece)[], part: string, mayBeAbsent = false): string {
  const method = STRING_FUNCTIONS.find((candidate) => candidate.name === name);
  if (method === undefined) throw new Error(`no function ${name}`);
  const text = unresolved({
    mayBeAbsent,
    pieces: pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
  });
  return truthOf(method.evaluate([text, value(part)], () => undefined));
}

describe('a text with a hole', () => {
  it.each([
    ['startsWith', ['arn:aws:iam::', account, ':role/*'], 'arn:', 'true'],
    ['startsWith', ['arn:aws:iam::', account, ':role/*'], 's3:', 'false'],
    ['startsWith', ['arn:', account], 'arn:aws', 'unknown'],
    ['startsWith', [account, 'arn:'], 'arn:', 'unknown'],
    ['endsWith', ['arn:aws:iam::', account, ':role/*'], ':role/*', 'true'],
    ['endsWith', ['arn:aws:iam::', account, ':role/orders'], ':role/*', 'false'],
    ['endsWith', ['arn:aws:iam::', account, '/*'], ':role/*', 'unknown'],
    ['endsWith', [':role/*', account], ':role/*', 'unknown'],
    ['contains', ['a', account, 'b:sub', account], ':sub', 'true'],
    ['contains', ['a', account, 'b'], ':sub', 'unknown'],
  ] as const)('%s over %o asked for %s is %s', (name, pieces, part, expected) =>
    expect(judge(name, pieces, part)).toBe(expected),
  );

  it('that may not be there at all is never certain to end in anything', () => {
    expect(judge('endsWith', [account, ':root'], ':root', true)).toBe('unknown');
    expect(judge('endsWith', [account, ':root'], ':user', true)).toBe('false');
  });
});
