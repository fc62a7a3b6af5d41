/**
 * `isReference(text)`: whether a value is what AWS computes for another resource of the same configuration (its ARN, its
 * id). For rules that judge such a value by what stands around it; what it names is not looked at.
 */
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';

/** Written text is none. Any other unknown may be one. */
export const isReference: CelFunction = {
  name: 'isReference',
  parameters: ['string'],
  returns: 'bool',
  description: 'Whether a value is an attribute of another resource that AWS computes, such as its ARN.',
  evaluate: ([value]) => {
    if (value === undefined) return answer.known(false);
    if (value.state === 'error') return value;
    if (value.state === 'reference') return answer.known(true);
    if (value.state !== 'unresolved') return answer.known(false);
    return value.reason === 'provider-computed' && value.pieces === undefined ? answer.known(true) : answer.unknown();
  },
};
