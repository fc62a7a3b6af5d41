/**
 * `coversEvery(pattern, kind)`: whether a resource pattern of an IAM policy covers every role, user, group or policy of
 * an account, however it is written: `*`, `arn:aws:iam::111122223333:role/*`, `arn:aws:iam::*:r*`.
 */
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { matchWildcard } from './match-wildcard.ts';
import { stringArgument } from './string-argument.ts';
import { HOLE, textWithHoles } from './text-with-holes.ts';

/** A name nobody gives: a pattern that covers it covers every name of this length. */
const SOME_NAME = '\uE0F0'.repeat(12);

/** IAM takes no longer policy; it bounds the matching. */
const LONGEST = 20_480;

/** Parts of an ARN before its resource. */
const ARN_PARTS = 5;

/** A reference names one resource. A partition or account that is not known is some partition, some account. */
export const coversEvery: CelFunction = {
  name: 'coversEvery',
  parameters: ['string', 'string'],
  returns: 'bool',
  description:
    'Whether a resource pattern covers every `role`, `user`, `group` or `policy` of IAM: `coversEvery("arn:aws:iam::*:role/*", "role")`.',
  evaluate: ([value, wanted], spend) => {
    const pattern = stringArgument(value);
    const kind = stringArgument(wanted);
    if (pattern.state === 'error') return pattern.value;
    if (kind.state === 'error') return kind.value;
    if (pattern.state === 'absent' || kind.state === 'absent' || value?.state === 'reference') {
      return answer.known(false);
    }
    if (kind.state === 'unknown') return answer.unknown();
    const text = nameHead(pattern.state === 'known' ? pattern.value : textWithHoles(pattern.value));
    if (text.length > LONGEST) return answer.unknown();
    spend(1 + text.length);
    if (!covers(text.replaceAll(HOLE, '*'), kind.value)) return answer.known(false);
    return !text.includes(HOLE) || covers(text.replaceAll(HOLE, ''), kind.value)
      ? answer.known(true)
      : answer.unknown();
  },
};

/** Holes before the resource are ids, where what follows them is written out. */
function nameHead(text: string): string {
  const parts = text.split(':');
  if (parts.length <= ARN_PARTS) return text;
  return parts.map((part, index) => (index < ARN_PARTS ? part.replaceAll(HOLE, '0') : part)).join(':');
}

/** Against a resource of the pattern's own partition and account. */
function covers(pattern: string, kind: string): boolean {
  const [, partition = '', , , account = ''] = pattern.split(':');
  const literal = (part: string) => part.replaceAll(/[*?]/g, '0');
  return matchWildcard(pattern, `arn:${literal(partition)}:iam::${literal(account)}:${kind}/${SOME_NAME}`);
}
