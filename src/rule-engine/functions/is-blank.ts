/**
 * `isBlank(text)`: whether a text is absent or empty, as providers treat `""` for what was left out. What AWS computes
 * (an ARN, an id) is there and never empty.
 */
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';

/** Unknown where the value may be absent, or may be anything. */
export const isBlank: CelFunction = {
  name: 'isBlank',
  parameters: ['string'],
  returns: 'bool',
  description: 'Whether a text is absent or empty; an attribute of another resource is neither.',
  evaluate: ([value]) => {
    if (value === undefined || value.state === 'absent' || value.state === 'null') return answer.known(true);
    if (value.state === 'error') return value;
    if (value.state === 'reference') return answer.known(false);
    if (value.state === 'unresolved') {
      const isText =
        value.knownPrefix !== undefined || value.pieces?.some((piece) => 'text' in piece && piece.text !== '');
      const isThere = isText || value.reason === 'provider-computed' || value.reason === 'pseudo-parameter';
      return isThere && !value.mayBeAbsent ? answer.known(false) : answer.unknown();
    }
    return answer.known(value.type === 'scalar' && value.value === '');
  },
};
