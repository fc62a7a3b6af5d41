/**
 * Whether a Condition block certainly ties the caller down: a key that names who or where the caller is, compared for
 * equality or likeness, not negated, not `…IfExists`, and with no value that matches everything.
 */
import type { Value } from '../../model/value.ts';
import { cidrIsPublic } from './cidr-is-public.ts';

type Truth = 'true' | 'false' | 'unknown';

/** Keys in lower case; condition keys ignore case. */
const CALLER_KEYS: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'aws:username',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
]);

/** Operators in lower case, without `ForAnyValue:`. `ForAllValues:` is true for a missing key and restricts nothing. */
const OPERATORS: ReadonlySet<string> = new Set([
  'stringequals',
  'stringequalsignorecase',
  'stringlike',
  'arnequals',
  'arnlike',
]);

/** Condition in its normal form (operator, key, values); anything unknown in it makes the answer unknown. */
export function restrictsCaller(condition: Value, spend: (steps: number) => void): Truth {
  if (condition.state !== 'known')
    return condition.state === 'absent' || condition.state === 'null' ? 'false' : 'unknown';
  if (condition.type !== 'map') return 'false';
  const truths: Truth[] = condition.openEnded === undefined ? [] : ['unknown'];
  for (const [operator, keys] of condition.entries) {
    spend(1);
    truths.push(judgeOperator(operator.toLowerCase(), keys, spend));
  }
  if (truths.includes('true')) return 'true';
  return truths.includes('unknown') ? 'unknown' : 'false';
}

function judgeOperator(written: string, keys: Value, spend: (steps: number) => void): Truth {
  const operator = written.startsWith('foranyvalue:') ? written.slice('foranyvalue:'.length) : written;
  if (!OPERATORS.has(operator) && operator !== 'ipaddress') return 'false';
  if (keys.state !== 'known') return keys.state === 'absent' || keys.state === 'null' ? 'false' : 'unknown';
  if (keys.type !== 'map') return 'false';
  let result: Truth = keys.openEnded === undefined ? 'false' : 'unknown';
  for (const [key, values] of keys.entries) {
    spend(1);
    const truth = judgeKey(operator, key.toLowerCase(), values);
    if (truth === 'true') return 'true';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

function judgeKey(operator: string, key: string, values: Value): Truth {
  if (operator === 'ipaddress')
    return key === 'aws:sourceip' || key === 'aws:vpcsourceip' ? everyValue(values, isNetwork) : 'false';
  return CALLER_KEYS.has(key) ? everyValue(values, (text) => !matchesEverything(text)) : 'false';
}

function matchesEverything(text: string): boolean {
  return /^[*?]*$/.test(text) || text === 'arn:*' || text.replaceAll(/[*:]/g, '') === 'arn' || text === 'arn:aws:*';
}

/** A block of addresses narrower than half the internet; a private one always. */
function isNetwork(text: string): boolean {
  const isPrivate = cidrIsPublic.evaluate([scalar(text)], () => undefined);
  if (isPrivate.state === 'known' && isPrivate.type === 'scalar' && isPrivate.value === false) return true;
  const prefix = Number(text.split('/')[1] ?? 128);
  return isPrivate.state === 'known' && prefix >= 8;
}

function scalar(value: string): Value {
  return { state: 'known', type: 'scalar', value, origin: { from: 'computed' } };
}

/** Values are alternatives: one that matches everything undoes the others. */
function everyValue(values: Value, restricts: (text: string) => boolean): Truth {
  if (values.state === 'unresolved' || values.state === 'reference') return judgeText(values, restricts);
  if (values.state !== 'known') return 'false';
  if (values.type === 'map') return 'false';
  if (values.type === 'scalar') return judgeText(values, restricts);
  let result: Truth = values.openEnded === undefined ? 'true' : 'unknown';
  if (values.items.length === 0) return 'false';
  for (const item of values.items) {
    const truth = judgeText(item.value, restricts);
    if (truth === 'false') return item.presence === 'yes' ? 'false' : 'unknown';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** Another resource's attribute is its ARN, id or account, never a pattern. */
function judgeText(value: Value, restricts: (text: string) => boolean): Truth {
  if (value.state === 'reference') return 'true';
  if (value.state === 'unresolved') return 'unknown';
  if (value.state !== 'known' || value.type !== 'scalar') return 'false';
  return restricts(String(value.value)) ? 'true' : 'false';
}
