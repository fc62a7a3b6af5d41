/**
 * `isManagedPolicy(arn, name)`: whether an ARN is the policy of that name that AWS keeps, in whatever partition. The ARN
 * of a condition may be a pattern.
 */
import type { CelValue } from '../cel/operand.ts';
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { matchWildcard } from './match-wildcard.ts';
import { stringArgument } from './string-argument.ts';
import { HOLE, textWithHoles } from './text-with-holes.ts';

/** Longer text is no ARN of a policy (IAM allows 2048); it bounds the matching. */
const LONGEST = 2048;

/** A reference is a policy of the same configuration, never AWS's own. An unknown partition decides nothing. */
export const isManagedPolicy: CelFunction = {
  name: 'isManagedPolicy',
  parameters: ['string', 'string'],
  returns: 'bool',
  description:
    'Whether an ARN, or a pattern with `*` and `?`, covers the AWS managed policy of that name: `isManagedPolicy(arn, "ReadOnlyAccess")`.',
  evaluate: ([value, wanted], spend) => {
    const arn = stringArgument(value);
    const name = stringArgument(wanted);
    if (arn.state === 'error') return arn.value;
    if (name.state === 'error') return name.value;
    if (arn.state === 'absent' || name.state === 'absent' || value?.state === 'reference') return answer.known(false);
    if (name.state === 'unknown') return answer.unknown();
    const text = arn.state === 'known' ? arn.value : textWithHoles(arn.value);
    if (text.length > LONGEST) return answer.known(false);
    spend(1 + (text.length >> 4));
    const policy = `iam::aws:policy/${name.value}`;
    const [scheme, , ...rest] = text.split(':');
    return scheme === 'arn' && rest.length > 0 ? compare(rest.join(':'), policy) : compare(text, `arn:aws:${policy}`);
  },
};

function compare(text: string, wanted: string): CelValue {
  if (!text.includes(HOLE)) return answer.known(matchWildcard(text, wanted));
  return matchWildcard(text.replaceAll(HOLE, '*'), wanted) ? answer.unknown() : answer.known(false);
}
