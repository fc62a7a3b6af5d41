/**
 * `cidrIsPublic(cidr)`: whether a CIDR block holds any address of the internet, be it one office; private blocks
 * hold none.
 */
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { isPrivateBlock } from './is-private-block.ts';
import { parseCidr } from './parse-cidr.ts';
import { stringArgument } from './string-argument.ts';

/** Absent is not public; text that is no address is an error (deployment would refuse it). */
export const cidrIsPublic: CelFunction = {
  name: 'cidrIsPublic',
  parameters: ['string'],
  returns: 'bool',
  description: 'Whether a CIDR block reaches beyond private, carrier, loopback and link-local addresses.',
  evaluate: ([value]) => {
    const text = stringArgument(value);
    if (text.state === 'error') return text.value;
    if (text.state === 'absent') return answer.known(false);
    if (text.state === 'unknown') return answer.unknown();
    const cidr = parseCidr(text.value);
    if (cidr === undefined) return answer.failed('cidrIsPublic: not a CIDR block');
    return answer.known(!isPrivateBlock(cidr));
  },
};
