/**
 * How far the patterns of a policy reach: every action, every action of a service, every resource. IAM knows `*` and
 * `?` only. Three-valued: an unknown part decides nothing, the text around it may.
 */
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { stringArgument } from './string-argument.ts';
import { HOLE, textWithHoles } from './text-with-holes.ts';

/** Undefined is unknown. */
type Truth = boolean | undefined;

/** Parts of an ARN before its resource. */
const ARN_PARTS = 5;

/** Functions over one action or resource of a statement. An attribute of another resource is never a wildcard. */
export const POLICY_PATTERN_FUNCTIONS: readonly CelFunction[] = [
  pattern('actionIsEverything', 'Whether an IAM action pattern covers every action: `*`, `*:*`.', (text) =>
    and(...text.split(':').map(isStars)),
  ),
  pattern('actionIsWholeService', 'Whether an IAM action pattern covers every action of a service: `s3:*`.', (text) => {
    const [service = '', action] = text.split(':');
    if (action === undefined) return isStars(service) === undefined ? undefined : false;
    return and(not(isStars(service)), isStars(action));
  }),
  pattern('resourceIsEverything', 'Whether a resource pattern covers every resource: `*`, `arn:aws:*`.', (text) => {
    const [scheme = '', partition, ...rest] = text.split(':');
    if (partition === undefined) return isStars(scheme);
    return and(scheme === 'arn' || isStars(scheme), ...(rest.length === 0 ? [partition] : rest).map(isStars));
  }),
  pattern(
    'resourceIsWholeService',
    'Whether a resource pattern covers every resource of a service: `arn:aws:s3:::*`.',
    (text) => {
      const parts = text.split(':');
      if (parts.length <= ARN_PARTS) return text.includes(HOLE) ? undefined : isCutService(parts);
      return and(parts[0] === 'arn', not(isStars(parts[2] ?? '')), isStars(parts.slice(ARN_PARTS).join(':')));
    },
  ),
];

function pattern(name: string, description: string, decide: (text: string) => Truth): CelFunction {
  return {
    name,
    parameters: ['string'],
    returns: 'bool',
    description,
    evaluate: ([value], spend) => {
      const argument = stringArgument(value);
      if (argument.state === 'error') return argument.value;
      if (argument.state === 'absent' || value?.state === 'reference') return answer.known(false);
      const text = argument.state === 'known' ? argument.value : textWithHoles(argument.value);
      spend(1 + (text.length >> 6));
      const truth = decide(text);
      return truth === undefined ? answer.unknown() : answer.known(truth);
    },
  };
}

/** `arn:aws:iam:*`: the last part takes in those that are missing. */
function isCutService([scheme, , service = '', ...rest]: readonly string[]): Truth {
  const isNamed = and(scheme === 'arn', not(isStars(service)), service !== '');
  return rest.length === 0 ? and(isNamed, service.endsWith('*')) : and(isNamed, ...rest.slice(-1).map(isStars));
}

/** Nothing but wildcards, one of them for any length. Text beside a hole rules it out; a hole alone may be a star. */
function isStars(part: string): Truth {
  let hasStar = false;
  let hasHole = false;
  for (const char of part) {
    if (char === '*') hasStar = true;
    else if (char === HOLE) hasHole = true;
    else if (char !== '?') return false;
  }
  return hasHole ? undefined : hasStar;
}

function and(...truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
