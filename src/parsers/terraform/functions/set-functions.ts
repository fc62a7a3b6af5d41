/**
 * Sets and the functions over lists that compare elements. Elements that are not known stay; where they would decide
 * the answer it is unknown.
 */
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import type { ListItem, ListValue, Value } from '../../../model/value.ts';
import { fail } from '../evaluation/fail.ts';
import { propagate } from '../evaluation/propagate.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { makeSet } from '../types/make-set.ts';
import { encodeJson } from '../values/encode-json.ts';
import { makeList } from '../values/make-list.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

export const SET_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['toset', toSet],
  ['distinct', distinct],
  ['compact', compact],
  ['setunion', setUnion],
  ['setintersection', pureFunction([1, Infinity], (input, site) => intersect(input, site))],
  ['setsubtract', pureFunction([2, 2], subtract)],
  ['setsymmetricdifference', pureFunction([2, 2], symmetricDifference)],
  ['setproduct', setProduct],
]);

function asList(value: Value | undefined): ListValue | undefined {
  return value?.state === 'known' && value.type === 'list' && !value.encoded ? value : undefined;
}

function toSet(values: readonly Value[], site: CallSite): Value {
  const list = asList(values[0]);
  if (!list) return propagate(values, site.origin) ?? fail(site.env.session, 'toset()', site.origin);
  return makeSet(list.items, inherit(list, site), list.openEnded);
}

function inherit(list: ListValue, site: CallSite): CallSite['origin'] {
  const { assumptions } = list.origin;
  return assumptions ? { ...site.origin, assumptions } : site.origin;
}

/** In order of first appearance. */
function distinct(values: readonly Value[], site: CallSite): Value {
  const list = asList(values[0]);
  if (!list) return propagate(values, site.origin) ?? fail(site.env.session, 'distinct()', site.origin);
  const seen = new Set<string>();
  const items = list.items.filter((item) => {
    const text = encodeJson(item.value);
    if (text === undefined || item.presence !== 'yes') return true;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
  return { ...list, items, origin: inherit(list, site) };
}

/** Without null and empty strings; what may be one of these may be missing. */
function compact(values: readonly Value[], site: CallSite): Value {
  const list = asList(values[0]);
  if (!list) return propagate(values, site.origin) ?? fail(site.env.session, 'compact()', site.origin);
  const items: ListItem[] = [];
  for (const item of list.items) {
    const { value } = item;
    if (value.state === 'null' || (value.state === 'known' && value.type === 'scalar' && value.value === '')) continue;
    items.push(value.state === 'unresolved' ? { presence: 'unknown', value } : item);
  }
  return { ...list, items, origin: inherit(list, site) };
}

function setUnion(values: readonly Value[], site: CallSite): Value {
  const lists = values.map(asList);
  const items: ListItem[] = [];
  for (const list of lists) {
    if (!list || list.openEnded) {
      return propagate(values, site.origin) ?? fail(site.env.session, 'setunion()', site.origin);
    }
    for (const item of list.items) items.push(item);
  }
  if (!takeSteps(site.env.session, items.length)) return exceedBudget(site.env.session, 'setunion()', site.origin);
  return makeSet(items, site.origin);
}

function textsOf(values: readonly Value[]): ReadonlySet<string> {
  return new Set(values.map((value) => encodeJson(value) ?? ''));
}

function setOf(values: readonly Value[], { origin }: CallSite): Value {
  return makeSet(makeList(values, origin).items, origin);
}

function intersect(input: PureArguments, site: CallSite): Value {
  const others = input.values.slice(1).map((_, at) => textsOf(input.list(at + 1)));
  const kept = input.list(0).filter((value) => others.every((other) => other.has(encodeJson(value) ?? '')));
  return setOf(kept, site);
}

function subtract(input: PureArguments, site: CallSite): Value {
  const removed = textsOf(input.list(1));
  return setOf(
    input.list(0).filter((value) => !removed.has(encodeJson(value) ?? '')),
    site,
  );
}

function symmetricDifference(input: PureArguments, site: CallSite): Value {
  const [left, right] = [textsOf(input.list(0)), textsOf(input.list(1))];
  const kept = [
    ...input.list(0).filter((value) => !right.has(encodeJson(value) ?? '')),
    ...input.list(1).filter((value) => !left.has(encodeJson(value) ?? '')),
  ];
  return setOf(kept, site);
}

function setProduct(values: readonly Value[], site: CallSite): Value {
  const { session } = site.env;
  const lists = values.map(asList);
  const known = lists.filter(
    (list) => list?.openEnded === undefined && list?.items.every((item) => item.presence === 'yes'),
  );
  if (known.length < lists.length || lists.length < 2) {
    return propagate(values, site.origin) ?? fail(session, 'setproduct()', site.origin);
  }
  let rows: Value[][] = [[]];
  for (const list of known) {
    if (!takeSteps(session, rows.length * (list?.items.length ?? 0))) {
      return exceedBudget(session, 'setproduct()', site.origin);
    }
    rows = rows.flatMap((row) => (list?.items ?? []).map((item) => [...row, item.value]));
  }
  const product = makeList(
    rows.map((row) => makeList(row, site.origin)),
    site.origin,
  );
  return lists.every((list) => list?.unordered) ? makeSet(product.items, site.origin) : product;
}
