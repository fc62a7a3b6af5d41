/**
 * `isPublicPrincipal(statement)`: whether a statement of a policy allows everybody. Three-valued: an unknown principal
 * or an unknown condition leaves it open, and a condition counts only where it certainly restricts the caller.
 */
import type { CelValue } from '../cel/operand.ts';
import type { MapValue, Value } from '../../model/value.ts';
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { restrictsCaller } from './restricts-caller.ts';

type Truth = 'true' | 'false' | 'unknown';

/** Allow, a principal of `*` (or every principal but some), and no condition that ties the caller down. */
export const isPublicPrincipal: CelFunction = {
  name: 'isPublicPrincipal',
  parameters: ['PolicyDocument.Statement'],
  returns: 'bool',
  description:
    'Whether a statement allows everybody: Effect Allow, principal `*`, and no condition that ties the caller to an account, organisation, principal, source, network or endpoint.',
  evaluate: ([statement], spend) => {
    if (statement === undefined || statement.state === 'absent') return answer.known(false);
    if (statement.state === 'error') return statement;
    if (statement.state === 'unresolved' || statement.state === 'reference') return answer.unknown();
    if (statement.state !== 'known' || statement.type !== 'map') return answer.failed('not a statement');
    const truths = [allows(statement), namesEverybody(statement), isUnrestricted(statement, spend)];
    if (truths.includes('false')) return answer.known(false);
    return truths.includes('unknown') ? answer.unknown() : answer.known(true);
  },
};

function entryOf(map: MapValue, key: string): CelValue {
  return map.entries.get(key) ?? map.openEnded ?? { state: 'absent' };
}

function allows(statement: MapValue): Truth {
  return isText(entryOf(statement, 'Effect'), 'Allow');
}

function isText(value: CelValue, text: string): Truth {
  if (value.state === 'reference') return 'unknown';
  if (value.state === 'unresolved') return text.startsWith(value.knownPrefix ?? '') ? 'unknown' : 'false';
  return value.state === 'known' && value.type === 'scalar' && value.value === text ? 'true' : 'false';
}

function namesEverybody(statement: MapValue): Truth {
  const principal = entryOf(statement, 'Principal');
  const others = entryOf(statement, 'NotPrincipal');
  if (others.state === 'known') return 'true';
  const named = principalIsEverybody(principal);
  return named === 'false' && isUnknown(others) ? 'unknown' : named;
}

function isUnknown(value: CelValue): boolean {
  return value.state === 'unresolved' || value.state === 'reference';
}

function principalIsEverybody(principal: CelValue): Truth {
  if (isUnknown(principal)) return isStar(principal);
  if (principal.state !== 'known') return 'false';
  if (principal.type === 'scalar') return isStar(principal);
  if (principal.type === 'list') return listHasStar(principal);
  return listHasStar(entryOf(principal, 'AWS'));
}

/** Attributes that hold an ARN, an identifier or a number; a description, a tag or an output holds what somebody wrote. */
const NAMING =
  /^(?!tags|outputs?\b|result\b|value\b)[^"]*?(?:arn|arns|id|ids|ref|account|owner|number)(?:\[[^\]]{0,20}\])?$/i;

/** What AWS computes (the ARN of a role, the number of an account) names somebody. */
function isStar(value: CelValue): Truth {
  if (value.state === 'reference') return NAMING.test(value.attribute) ? 'false' : 'unknown';
  const isComputed =
    value.state === 'unresolved' && (value.reason === 'provider-computed' || value.reason === 'pseudo-parameter');
  return isComputed ? 'false' : isText(value, '*');
}

function listHasStar(value: CelValue): Truth {
  if (isUnknown(value)) return isStar(value);
  if (value.state !== 'known') return 'false';
  if (value.type !== 'list') return isStar(value);
  let result: Truth = value.openEnded === undefined ? 'false' : isStar(value.openEnded);
  for (const item of value.items) {
    const truth = isStar(item.value);
    if (truth === 'true' && item.presence === 'yes') return 'true';
    if (truth !== 'false') result = 'unknown';
  }
  return result;
}

function isUnrestricted(statement: MapValue, spend: (steps: number) => void): Truth {
  const condition: Value | undefined = statement.entries.get('Condition');
  if (condition === undefined || condition.state === 'absent') {
    return statement.openEnded === undefined ? 'true' : 'unknown';
  }
  const restricted = restrictsCaller(condition, spend);
  if (restricted === 'true') return 'false';
  return restricted === 'false' ? 'true' : 'unknown';
}
