/**
 * `format`, `formatlist` and `join`. What puts its arguments in as they are is a template; any other verb may leave out
 * what is not known.
 */
import { isOrdinary } from '../../../dictionary/is-ordinary.ts';
import type { Value } from '../../../model/value.ts';
import { propagate } from '../evaluation/propagate.ts';
import { asDerived } from '../values/as-derived.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { hasOwnText } from '../values/has-own-text.ts';
import { makeList } from '../values/make-list.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { partlyKnownText } from '../values/partly-known-text.ts';
import { toText } from '../values/to-text.ts';
import { formatText } from './format-text.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

const MOST_CHARACTERS = 4_000_000;

/** Verbs that put their argument in as it is, and a mark for a percent sign. */
const PLAIN_VERBS: ReadonlySet<string> = new Set(['s', 'v', 'd']);
const ESCAPED = '\0';

const knownFormatList = pureFunction([1, Infinity], formatList);
const knownJoin = pureFunction([2, Infinity], join);
const knownFormat = pureFunction([1, Infinity], (input) => formatText(input.text(0), input.values.slice(1)));

export const FORMAT_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['format', format],
  ['formatlist', formatLists],
  ['join', joinTexts],
]);

function format(values: readonly Value[], site: CallSite): Value {
  const unknown = propagate(values, site.origin);
  if (!unknown) return knownFormat(values, site);
  site.env.session.doubts += 1;
  const template = values[0] && toText(values[0]);
  const parts = template === undefined ? undefined : plainParts(template, values.slice(1));
  if (parts) return partlyKnownText(parts, values, site.origin);
  return values.some(hasOwnText) ? asDerived(unknown) : unknown;
}

/** Text and arguments in their order; undefined where a verb does more than put its argument in (`%.0s`). */
function plainParts(template: string, values: readonly Value[]): readonly (string | Value)[] | undefined {
  const [head = '', ...rest] = template.replaceAll('%%', ESCAPED).split('%');
  if (rest.length !== values.length) return undefined;
  const parts: (string | Value)[] = [head];
  for (const [at, part] of rest.entries()) {
    const value = values[at];
    if (value === undefined || !PLAIN_VERBS.has(part[0] ?? '')) return undefined;
    parts.push(toText(value) ?? value, part.slice(1));
  }
  const unescaped = parts.map((part) => (typeof part === 'string' ? part.replaceAll(ESCAPED, '%') : part));
  return unescaped.every((part) => typeof part === 'string' || findUnknown(part)) ? unescaped : undefined;
}

/** As `format` over the rows: plain verbs keep what AWS computes, elements of their own make it anything. */
function formatLists(values: readonly Value[], site: CallSite): Value {
  const unknown = propagate(values, site.origin);
  if (!unknown) return knownFormatList(values, site);
  site.env.session.doubts += 1;
  const [template, ...columns] = values;
  const text = template && toText(template);
  const holes = columns.map(() => makeUnresolved('unknown-condition', 'an element', site.origin));
  const parts = text === undefined ? undefined : plainParts(text, holes);
  if (!parts || columns.some(hasOwnText)) return asDerived(unknown);
  const { reason } = partlyKnownText(parts, [], site.origin);
  return isOrdinary(reason) ? unknown : asDerived(unknown);
}

/** As a template of the elements and what stands between them. */
function joinTexts(values: readonly Value[], site: CallSite): Value {
  const unknown = propagate(values, site.origin);
  if (!unknown) return knownJoin(values, site);
  site.env.session.doubts += 1;
  const [separator, ...lists] = values;
  if (lists.some((list) => list.state !== 'known')) return lists.some(hasOwnText) ? asDerived(unknown) : unknown;
  const elements = lists.flatMap(elementsOf);
  const between = separator && (toText(separator) ?? separator);
  const parts = elements.flatMap((element, at) => (at > 0 && between !== undefined ? [between, element] : [element]));
  if (parts.length < 2)
    return separator && findUnknown(separator) && elements.length > 0 ? asDerived(unknown) : unknown;
  return partlyKnownText(parts, values, site.origin);
}

function elementsOf(list: Value): readonly (string | Value)[] {
  if (list.state !== 'known' || list.type !== 'list') return [list];
  const elements = list.items.map(({ presence, value }) => {
    if (presence === 'yes') return toText(value) ?? value;
    return findUnknown(value) ?? makeUnresolved('unknown-condition', 'an element', list.origin);
  });
  return list.openEnded ? [...elements, list.openEnded] : elements;
}

function formatList(input: PureArguments, { origin }: CallSite): Value | undefined {
  const template = input.text(0);
  const columns = input.values.slice(1);
  const lists = columns.map((value) => (value.state === 'known' && value.type === 'list' ? value.items : undefined));
  const lengths = lists.filter((items) => items !== undefined).map((items) => items.length);
  const rows = lengths.length === 0 ? 1 : lengths.reduce((most, length) => Math.max(most, length), 0);
  if (lengths.some((length) => length !== rows)) return undefined;
  const texts: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const values = columns.map((value, at) => lists[at]?.[row]?.value ?? value);
    const text = formatText(template, values);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return makeList(
    texts.map((text) => makeScalar(text, origin)),
    origin,
  );
}

function join(input: PureArguments): string | undefined {
  const texts: string[] = [];
  for (let at = 1; at < input.count; at += 1) for (const text of input.texts(at)) texts.push(text);
  const separator = input.text(0);
  const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0);
  return length > MOST_CHARACTERS ? undefined : texts.join(separator);
}
