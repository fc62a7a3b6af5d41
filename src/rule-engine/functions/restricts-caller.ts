/**
 * Whether a Condition block certainly ties the caller down: a key that names who or where the caller is, compared for
 * equality or likeness, not negated, not `…IfExists`, and with no value that matches everything.
 */
import type { Value } from '../../model/value.ts';
import { cidrIsPublic } from './cidr-is-public.ts';
import { namesAnySource } from './names-any-source.ts';

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
  'aws:principalservicename',
  'aws:principalservicenameslist',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);

/** Keys that are true only for a caller inside AWS or inside the network. */
const BOOLEAN_KEYS: ReadonlySet<string> = new Set([
  'aws:principalisawsservice',
  'elasticfilesystem:accessedviamounttarget',
]);

const NETWORK_KEYS: ReadonlySet<string> = new Set(['aws:sourceip', 'aws:vpcsourceip']);

/** Operators in lower case, without `ForAnyValue:`. `ForAllValues:` is true for a missing key and restricts nothing. */
const OPERATORS: ReadonlySet<string> = new Set([
  'stringequals',
  'stringequalsignorecase',
  'stringlike',
  'arnequals',
  'arnlike',
  'ipaddress',
  'bool',
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
  if (!OPERATORS.has(operator)) return 'false';
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
  if (operator === 'bool') return BOOLEAN_KEYS.has(key) ? everyValue(values, isTrue) : 'false';
  if (operator === 'ipaddress') return NETWORK_KEYS.has(key) ? everyValue(values, isNetwork) : 'false';
  return CALLER_KEYS.has(key) ? everyValue(values, namesSomebody) : 'false';
}

type Judge = (value: Value) => Truth;

/** Another resource's attribute, and what AWS computes, is an ARN, id or account, never a pattern. */
function namesSomebody(value: Value): Truth {
  const isAny = namesAnySource.evaluate([value], () => undefined);
  if (isAny.state !== 'known' || isAny.type !== 'scalar') return isAny.state === 'error' ? 'false' : 'unknown';
  return isAny.value === true ? 'false' : 'true';
}

function isTrue(value: Value): Truth {
  return ifKnown(value, (text) => text.toLowerCase() === 'true');
}

/** A block of addresses narrower than half the internet; a private one always. */
function isNetwork(value: Value): Truth {
  if (value.state === 'reference') return 'true';
  return ifKnown(value, (text) => {
    const isPublic = cidrIsPublic.evaluate([value], () => undefined);
    if (isPublic.state === 'known' && isPublic.type === 'scalar' && isPublic.value === false) return true;
    return isPublic.state === 'known' && Number(text.split('/')[1] ?? 128) >= 8;
  });
}

function ifKnown(value: Value, restricts: (text: string) => boolean): Truth {
  if (value.state === 'unresolved' || value.state === 'reference') return 'unknown';
  if (value.state !== 'known' || value.type !== 'scalar') return 'false';
  return restricts(String(value.value)) ? 'true' : 'false';
}

/** Values are alternatives: one that matches everything undoes the others. */
function everyValue(values: Value, restricts: Judge): Truth {
  if (values.state === 'unresolved' || values.state === 'reference') return restricts(values);
  if (values.state !== 'known') return 'false';
  if (values.type === 'map') return 'false';
  if (values.type === 'scalar') return restricts(values);
  let result: Truth = values.openEnded === undefined ? 'true' : 'unknown';
  if (values.items.length === 0) return values.openEnded === undefined ? 'false' : restricts(values.openEnded);
  for (const item of values.items) {
    const truth = restricts(item.value);
    if (truth === 'false') return item.presence === 'yes' ? 'false' : 'unknown';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}
