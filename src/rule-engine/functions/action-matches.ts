/** `actionMatches(pattern, action)`: whether an action pattern of an IAM policy (`s3:Get*`) covers an action. */
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { stringArgument } from './string-argument.ts';
import { matchWildcard } from './match-wildcard.ts';

/** Case does not matter, as in AWS. The known beginning of an unresolved pattern can rule an action out. */
export const actionMatches: CelFunction = {
  name: 'actionMatches',
  parameters: ['string', 'string'],
  returns: 'bool',
  description: 'Whether an IAM action pattern with `*` and `?` covers an action, whatever the case.',
  evaluate: ([left, right], spend) => {
    const pattern = stringArgument(left);
    const action = stringArgument(right);
    if (pattern.state === 'error') return pattern.value;
    if (action.state === 'error') return action.value;
    if (pattern.state === 'absent' || action.state === 'absent') return answer.known(false);
    if (action.state === 'unknown') {
      return pattern.state === 'known' && pattern.value === '*' ? answer.known(true) : answer.unknown();
    }
    const wanted = action.value.toLowerCase();
    if (pattern.state === 'unknown') {
      const prefix = pattern.value.state === 'unresolved' ? pattern.value.knownPrefix : undefined;
      const possible = prefix === undefined || matchWildcard(`${prefix.toLowerCase()}*`, wanted);
      return possible ? answer.unknown() : answer.known(false);
    }
    spend(1 + ((pattern.value.length * wanted.length) >> 6));
    return answer.known(matchWildcard(pattern.value.toLowerCase(), wanted));
  },
};
