/**
 * Joins what the configuration says of a value with what the plan says: the configuration's references and places stay,
 * the plan fills in what it leaves unresolved, and where both know and differ, the plan's is used and the difference told.
 * What only the provider fills in (a computed argument nobody writes) is left out, as in the configuration.
 */
import type {
  AbsentValue,
  KnownValue,
  ListItem,
  ListValue,
  MapValue,
  NullValue,
  ScalarValue,
  Value,
} from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { markSensitive } from '../values/mark-sensitive.ts';
import { readJson } from '../values/read-json.ts';
import { toText } from '../values/to-text.ts';
import { withOrigin } from '../values/with-origin.ts';

/** Both know a value and differ. */
export interface Contradiction {
  readonly source: Value;
  readonly plan: Value;
}

export interface Joined {
  /** Undefined where it is not set. */
  readonly value: Value | undefined;
  /** The first of them. */
  readonly contradiction: Contradiction | undefined;
}

export interface JoinLimits {
  readonly nesting: number;
  /** False when the budget is used up. */
  readonly spend: () => boolean;
}

/** Longer lists without an order are not searched for what belongs together. */
const MOST_PAIRED = 100;

/** Recursion is bounded by the nesting of both values. */
export function joinPlanValue(source: Value | undefined, plan: Value, limits: JoinLimits): Joined {
  if (!limits.spend() || source?.state === 'reference') return agreed(source);
  if (source === undefined || isNothing(source)) return agreed(writtenPart(plan));
  if (plan.state === 'unresolved') {
    if (source.state === 'known') return agreed(source);
    const { subject } = plan;
    return agreed(makeUnresolved('provider-computed', subject, source.origin, { mayBeAbsent: source.mayBeAbsent }));
  }
  if (source.state === 'unresolved') return agreed(isNothing(plan) ? undefined : placed(plan, source));
  if (isNothing(plan) || plan.state === 'reference') return isEmpty(source) ? agreed(undefined) : differ(source, plan);
  return joinKnown(source, plan, limits);
}

function joinKnown(source: KnownValue, plan: KnownValue, limits: JoinLimits): Joined {
  if (source.type !== 'scalar' && source.encoded === 'json') return joinDocument(source, plan, limits);
  if (source.type === 'map' && plan.type === 'map') return joinMaps(source, plan, limits);
  if (source.type === 'list') return joinLists(source, plan, limits);
  if (source.type !== 'scalar' || plan.type !== 'scalar') return differ(source, plan);
  return isSameScalar(source, plan) ? agreed(plan.sensitive ? markSensitive(source) : source) : differ(source, plan);
}

function agreed(value: Value | undefined): Joined {
  return { value, contradiction: undefined };
}

function differ(source: Value, plan: Value): Joined {
  const value = isNothing(plan) ? undefined : placed(plan, source);
  return { value, contradiction: { source, plan } };
}

/** The plan's value at the place where the configuration sets it. */
function placed(plan: Value, source: Value): Value {
  const { text: _text, ...origin } = source.origin ?? { from: 'computed' as const };
  return everywhere(plan, { ...origin, from: 'computed' });
}

function everywhere(value: Value, origin: NonNullable<Value['origin']>): Value {
  if (value.state !== 'known' || value.type === 'scalar') return withOrigin(value, origin);
  if (value.type === 'map') {
    const entries = new Map([...value.entries].map(([key, each]) => [key, everywhere(each, origin)] as const));
    return { ...value, entries, origin };
  }
  return { ...value, items: value.items.map((item) => ({ ...item, value: everywhere(item.value, origin) })), origin };
}

/** What is set of a value that the configuration does not write: everything but what is empty or computed. */
function writtenPart(plan: Value): Value | undefined {
  if (plan.state !== 'known' || isEmpty(plan)) return undefined;
  if (plan.type === 'scalar') return plan;
  if (plan.type === 'list') {
    const items = plan.items.flatMap((item) => {
      const value = writtenPart(item.value);
      return value === undefined ? [] : [{ ...item, value }];
    });
    return { ...plan, items };
  }
  const entries = [...plan.entries].flatMap(([key, each]): [string, Value][] => {
    const value = writtenPart(each);
    return value === undefined ? [] : [[key, value]];
  });
  return { ...plan, entries: new Map(entries) };
}

function isNothing(value: Value): value is NullValue | AbsentValue {
  return value.state === 'null' || value.state === 'absent';
}

function isEmpty(value: Value): boolean {
  if (value.state !== 'known') return isNothing(value);
  if (value.type === 'scalar') return value.value === '';
  return value.openEnded === undefined && (value.type === 'list' ? value.items.length : value.entries.size) === 0;
}

/** Providers read `"22"` as 22; the plan has the type of the provider's schema. */
function isSameScalar(source: ScalarValue, plan: ScalarValue): boolean {
  if (source.value === plan.value || toText(source) === toText(plan)) return true;
  const [left, right] = [source, plan].map(({ value }) => (value === '' ? Number.NaN : Number(value)));
  if (typeof source.value !== 'boolean' && typeof plan.value !== 'boolean' && left === right) return true;
  return isSameDocument(source, plan);
}

/** Texts that are the same JSON. */
function isSameDocument(source: ScalarValue, plan: ScalarValue): boolean {
  const [left, right] = [source, plan].map(({ value }) => canonical(String(value)));
  return left !== undefined && left === right;
}

function canonical(text: string): string | undefined {
  const value = /^\s*[[{]/.test(text) ? readJson(text, { from: 'computed' }, 100) : undefined;
  return value?.state === 'known' && value.type !== 'scalar' ? toText({ ...value, encoded: 'json' }) : undefined;
}

function joinDocument(source: ListValue | MapValue, plan: Value, limits: JoinLimits): Joined {
  const text = toText(plan);
  const { encoded: _encoded, ...structure } = source;
  const parsed = text === undefined ? undefined : readJson(text, source.origin, limits.nesting);
  if (parsed === undefined) return differ(source, plan);
  const isSecret = plan.state === 'known' && plan.type === 'scalar' && plan.sensitive === true;
  const joined = joinPlanValue(structure, isSecret ? markSensitive(parsed) : parsed, limits);
  const { value } = joined;
  if (value?.state !== 'known' || value.type === 'scalar') return joined;
  return { ...joined, value: { ...value, encoded: 'json' } };
}

function joinMaps(source: MapValue, plan: MapValue, limits: JoinLimits): Joined {
  const entries: [string, Value][] = [];
  let contradiction: Contradiction | undefined;
  const names = [...new Set([...source.entries.keys(), ...plan.entries.keys()])].sort();
  for (const name of names) {
    const own = source.entries.get(name);
    const planned = plan.entries.get(name);
    const joined = planned === undefined ? missing(own) : joinPlanValue(own, planned, limits);
    contradiction ??= joined.contradiction;
    if (joined.value !== undefined) entries.push([name, joined.value]);
  }
  const { openEnded: _open, ...map } = source;
  return { value: { ...map, entries: new Map(entries) }, contradiction };
}

/** The plan does not know the key: an argument of the language, not of the provider. */
function missing(own: Value | undefined): Joined {
  return agreed(own);
}

function joinLists(source: ListValue, plan: Value, limits: JoinLimits): Joined {
  if (plan.state !== 'known') return agreed(source);
  const [only] = source.items;
  if (plan.type === 'map' && only !== undefined && source.items.length === 1) {
    const { value, contradiction } = joinPlanValue(only.value, plan, limits);
    return { value: { ...source, items: value === undefined ? [] : [{ ...only, value }] }, contradiction };
  }
  if (plan.type !== 'list') return differ(source, plan);
  const [planned] = plan.items;
  if (planned !== undefined && only !== undefined && plan.items.length === 1 && source.items.length === 1) {
    const { value, contradiction } = joinPlanValue(only.value, planned.value, limits);
    return { value: { ...source, items: value === undefined ? [] : [{ presence: 'yes', value }] }, contradiction };
  }
  const open = new Set(source.items);
  const items: ListItem[] = [];
  let isPaired = true;
  for (const [at, { value }] of plan.items.entries()) {
    const pair = findPair(value, { source, open, at }, limits);
    isPaired &&= pair !== undefined;
    if (pair?.item !== undefined) open.delete(pair.item);
    const joined = pair === undefined ? writtenPart(placed(value, source)) : pair.value;
    if (joined !== undefined) items.push({ presence: 'yes', value: joined });
  }
  const { openEnded, ...list } = source;
  const isMissing = [...open].some(({ presence, value }) => presence === 'yes' && !isEmpty(value));
  const isSurprising = (!isPaired && openEnded === undefined) || isMissing;
  return { value: { ...list, items }, contradiction: isSurprising ? { source, plan } : undefined };
}

interface Candidates {
  readonly source: ListValue;
  readonly open: ReadonlySet<ListItem>;
  readonly at: number;
}

/** The element of the configuration that a planned one is: the one at its place, or the first that agrees. */
function findPair(
  value: Value,
  { source, open, at }: Candidates,
  limits: JoinLimits,
): { readonly item: ListItem; readonly value: Value | undefined } | undefined {
  const same = source.items[at];
  const others = source.items.length > MOST_PAIRED ? [] : source.items;
  for (const item of [...(same === undefined ? [] : [same]), ...others]) {
    if (!open.has(item)) continue;
    const joined = joinPlanValue(item.value, value, limits);
    if (joined.contradiction === undefined) return { item, value: joined.value };
  }
  return undefined;
}
