/**
 * Collection functions that keep what is known when a part is not: merging maps, joining lists, looking up. An
 * unknown part leaves the result open, it never disappears.
 */
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import type { ListItem, ListValue, MapValue, UnresolvedValue, Value } from '../../../model/value.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { enumerate } from '../evaluation/enumerate.ts';
import { fail } from '../evaluation/fail.ts';
import { propagate } from '../evaluation/propagate.ts';
import { readIndex } from '../evaluation/read-index.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { asDerived } from '../values/as-derived.ts';
import { compareValues } from '../values/compare-values.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { hasOwnText } from '../values/has-own-text.ts';
import { isComputed } from '../values/is-computed.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { mergeAssumptions } from '../values/merge-assumptions.ts';
import { toNumber } from '../values/to-number.ts';
import { toText } from '../values/to-text.ts';
import { withOrigin } from '../values/with-origin.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

export const COLLECTION_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['merge', merge],
  ['concat', concat],
  ['flatten', flatten],
  ['lookup', lookup],
  ['element', element],
  ['length', length],
  ['keys', keys],
  ['values', mapValues],
  ['contains', contains],
  ['coalesce', coalesce],
  ['one', one],
]);

function inherit(site: CallSite, parts: readonly Value[]): CallSite['origin'] {
  let { assumptions } = site.origin;
  for (const part of parts) assumptions = mergeAssumptions(assumptions, part.origin?.assumptions);
  return assumptions ? { ...site.origin, assumptions } : site.origin;
}

function asMap(value: Value): MapValue | undefined {
  return value.state === 'known' && value.type === 'map' && !value.encoded ? value : undefined;
}

function asList(value: Value): ListValue | undefined {
  return value.state === 'known' && value.type === 'list' && !value.encoded ? value : undefined;
}

function merge(values: readonly Value[], site: CallSite): Value {
  const entries = new Map<string, Value>();
  let open: UnresolvedValue | undefined;
  for (const value of values) {
    if (value.state === 'null') continue;
    const map = asMap(value);
    const unknown = map ? map.openEnded : findUnknown(value);
    if (!map && !unknown) return fail(site.env.session, 'merge()', site.origin);
    if (unknown) {
      open ??= unknown;
      for (const [key, kept] of entries) entries.set(key, mayBeReplaced(kept, unknown));
    }
    for (const [key, entry] of map?.entries ?? []) entries.set(key, entry);
  }
  return makeMap(entries, inherit(site, values), open);
}

/** A later unknown map may hold the key as well. */
function mayBeReplaced(value: Value, unknown: UnresolvedValue): Value {
  return makeUnresolved(unknown.reason, unknown.subject, value.origin ?? unknown.origin, { mayBeAbsent: false });
}

function concat(values: readonly Value[], site: CallSite): Value {
  const items: ListItem[] = [];
  let open: UnresolvedValue | undefined;
  for (const value of values) {
    const list = asList(value);
    const unknown = list ? list.openEnded : findUnknown(value);
    if (!list && !unknown) return fail(site.env.session, 'concat()', site.origin);
    open ??= unknown;
    if (!takeSteps(site.env.session, list?.items.length ?? 1)) {
      return exceedBudget(site.env.session, 'concat()', site.origin);
    }
    for (const item of list?.items ?? []) items.push(item);
  }
  return listOf(items, inherit(site, values), open);
}

function listOf(items: readonly ListItem[], origin: CallSite['origin'], open?: UnresolvedValue): ListValue {
  return { state: 'known', type: 'list', items, ...(open ? { openEnded: open } : {}), origin };
}

function flatten(values: readonly Value[], site: CallSite): Value {
  const [value] = values;
  const items: ListItem[] = [];
  const state: { open: UnresolvedValue | undefined; affordable: boolean } = { open: undefined, affordable: true };
  const walk = (list: ListValue, presence: ListItem['presence']): void => {
    state.open ??= list.openEnded;
    state.affordable &&= takeSteps(site.env.session, list.items.length);
    if (!state.affordable) return;
    for (const item of list.items) {
      const nested = asList(item.value);
      const both = presence === 'yes' ? item.presence : 'unknown';
      if (nested) walk(nested, both);
      else if (item.value.state === 'unresolved') state.open ??= item.value;
      else items.push({ presence: both, value: item.value });
    }
  };
  const list = value && asList(value);
  if (!list) return propagate(values, site.origin) ?? fail(site.env.session, 'flatten()', site.origin);
  walk(list, 'yes');
  if (!state.affordable) return exceedBudget(site.env.session, 'flatten()', site.origin);
  return listOf(items, inherit(site, values), state.open);
}

function lookup(values: readonly Value[], site: CallSite): Value {
  const [collection, key, fallback] = values;
  if (!collection || !key) return fail(site.env.session, 'lookup()', site.origin);
  const name = toText(key);
  const map = asMap(collection);
  if (!map || name === undefined) {
    const unknown = propagate(values, site.origin, { mayBeAbsent: true });
    if (!unknown) return fail(site.env.session, 'lookup()', site.origin);
    const choices = fallback ? [collection, fallback] : [collection];
    return isComputed([key, collection]) && choices.some(hasOwnText) ? asDerived(unknown) : unknown;
  }
  const entry = map.entries.get(name);
  const origin = inherit(site, [collection, key]);
  if (entry) return withOrigin(entry, origin);
  if (map.openEnded) {
    const { reason, subject } = map.openEnded;
    return makeUnresolved(reason, `${subject}[${name}]`, origin, { mayBeAbsent: fallback?.state === 'null' });
  }
  return fallback ? withOrigin(fallback, origin) : fail(site.env.session, 'lookup()', origin);
}

function element(values: readonly Value[], site: CallSite): Value {
  const [collection, key] = values;
  if (!collection || !key) return fail(site.env.session, 'element()', site.origin);
  const list = asList(collection);
  const at = toNumber(key);
  if (!list || at === undefined || list.openEnded) return readIndex(site.env, collection, key, site.origin);
  const count = list.items.length;
  if (count === 0 || !Number.isInteger(at)) return fail(site.env.session, 'element()', site.origin);
  return readIndex(site.env, list, makeScalar(((at % count) + count) % count, site.origin), site.origin);
}

function length(values: readonly Value[], site: CallSite): Value {
  const [value] = values;
  if (!value) return fail(site.env.session, 'length()', site.origin);
  const text = toText(value);
  if (text !== undefined && value.state === 'known' && (value.type !== 'scalar' || typeof value.value === 'string')) {
    return deriveScalar([...text].length, values, site.origin);
  }
  const known = enumerate(value, site.origin);
  const uncertain = known?.openEnded ?? unknownElement(known?.elements ?? [], site);
  if (uncertain) return propagate([uncertain], site.origin) ?? uncertain;
  if (known)
    return deriveScalar(known.elements.length, [{ state: 'null', origin: inherit(site, values) }], site.origin);
  return propagate(values, site.origin) ?? fail(site.env.session, 'length()', site.origin);
}

function unknownElement(elements: readonly { presence: string }[], site: CallSite): UnresolvedValue | undefined {
  if (elements.every((item) => item.presence === 'yes')) return undefined;
  return makeUnresolved('unknown-count', 'length()', site.origin);
}

function keys(values: readonly Value[], site: CallSite): Value {
  const map = values[0] && asMap(values[0]);
  if (!map) return propagate(values, site.origin) ?? fail(site.env.session, 'keys()', site.origin);
  const origin = inherit(site, values);
  const items = [...map.entries.keys()].map((key): ListItem => ({ presence: 'yes', value: makeScalar(key, origin) }));
  return listOf(items, origin, map.openEnded);
}

function mapValues(values: readonly Value[], site: CallSite): Value {
  const map = values[0] && asMap(values[0]);
  if (!map) return propagate(values, site.origin) ?? fail(site.env.session, 'values()', site.origin);
  const items = [...map.entries.values()].map((value): ListItem => ({ presence: 'yes', value }));
  return listOf(items, inherit(site, values), map.openEnded);
}

function contains(values: readonly Value[], site: CallSite): Value {
  const [collection, wanted] = values;
  const list = collection && asList(collection);
  if (!list || !wanted) return propagate(values, site.origin) ?? fail(site.env.session, 'contains()', site.origin);
  let answer: boolean | undefined = list.openEnded ? undefined : false;
  for (const item of list.items) {
    const equal = compareValues(item.value, wanted);
    if (equal === true && item.presence === 'yes') return deriveScalar(true, [list, wanted], site.origin);
    if (equal !== false) answer = undefined;
  }
  if (answer !== undefined) return deriveScalar(answer, [list, wanted], site.origin);
  const unknown = propagate([wanted, list], site.origin);
  if (unknown) return isComputed([wanted, list]) ? asDerived(unknown) : unknown;
  return makeUnresolved('unknown-condition', 'contains()', site.origin);
}

/** The first that is neither null nor an empty string. */
function coalesce(values: readonly Value[], site: CallSite): Value {
  for (const [at, value] of values.entries()) {
    if (value.state === 'null' || (value.state === 'known' && toText(value) === '')) continue;
    if (isComputed([value]) && values.slice(at + 1).some(hasOwnText)) {
      return asDerived(propagate([value], site.origin) ?? value);
    }
    if (value.state === 'unresolved') {
      const last = values.at(-1);
      const mayBeAbsent = value.mayBeAbsent && last === value;
      return { ...withOrigin(value, site.origin), mayBeAbsent } as Value;
    }
    return withOrigin(value, site.origin);
  }
  return fail(site.env.session, 'coalesce()', site.origin);
}

function one(values: readonly Value[], site: CallSite): Value {
  const list = values[0] && asList(values[0]);
  if (!list)
    return propagate(values, site.origin, { mayBeAbsent: true }) ?? fail(site.env.session, 'one()', site.origin);
  const [first] = list.items;
  if (list.openEnded || list.items.some((item) => item.presence !== 'yes')) {
    const unknown = list.openEnded ?? (first && findUnknown(first.value));
    const { reason, subject } = unknown ?? makeUnresolved('unknown-condition', 'one()', site.origin);
    return makeUnresolved(reason, subject, inherit(site, values), { mayBeAbsent: true });
  }
  if (list.items.length > 1) return fail(site.env.session, 'one()', site.origin);
  return first ? withOrigin(first.value, inherit(site, values)) : { state: 'null', origin: inherit(site, values) };
}
