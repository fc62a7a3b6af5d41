/** `portInRange(from, to, port)`: whether a port range of a firewall rule covers a port. */
import { answer } from './answer.ts';
import type { Argument, CelFunction } from './cel-function.ts';
import { integerArgument } from './integer-argument.ts';

/**
 * An absent bound or -1 means every port (protocol `-1` has no ports; EC2 writes -1 for all). Unknown bounds decide
 * only where the known one already excludes the port.
 */
export const portInRange: CelFunction = {
  name: 'portInRange',
  parameters: ['int', 'int', 'int'],
  returns: 'bool',
  description: 'Whether a port lies between two bounds; an absent bound or -1 leaves that side open.',
  evaluate: ([low, high, wanted]) => {
    const from = integerArgument(low);
    const to = integerArgument(high);
    const port = integerArgument(wanted);
    for (const argument of [from, to, port]) if (argument.state === 'error') return argument.value;
    if (port.state !== 'known') return port.state === 'absent' ? answer.known(false) : answer.unknown();
    const above = isBeyond(from, (bound) => port.value < bound);
    const below = isBeyond(to, (bound) => port.value > bound);
    if (above === true || below === true) return answer.known(false);
    return above === undefined || below === undefined ? answer.unknown() : answer.known(true);
  },
};

function isBeyond(bound: Argument<number>, test: (bound: number) => boolean): boolean | undefined {
  if (bound.state === 'unknown') return undefined;
  return bound.state === 'known' && bound.value !== -1 && test(bound.value);
}
