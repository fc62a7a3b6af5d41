/**
 * `format`, `formatlist` and `join`. A format whose arguments are partly unknown keeps the text before them.
 */
import type { Value } from '../../../model/value.ts';
import { fail } from '../evaluation/fail.ts';
import { propagate } from '../evaluation/propagate.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import { makeList } from '../values/make-list.ts';
import { toText } from '../values/to-text.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { formatText } from './format-text.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

const MOST_CHARACTERS = 4_000_000;

const knownFormat = pureFunction([1, Infinity], (input) => formatText(input.text(0), input.values.slice(1)));

export const FORMAT_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['format', format],
  ['formatlist', pureFunction([1, Infinity], formatList)],
  ['join', pureFunction([2, Infinity], join)],
]);

function format(values: readonly Value[], site: CallSite): Value {
  const template = values[0] && toText(values[0]);
  if (template === undefined || !propagate(values, site.origin)) return knownFormat(values, site);
  const knownPrefix = gatherTraits(values).sensitive ? '' : prefixOf(template, values.slice(1));
  return propagate(values, site.origin, { knownPrefix }) ?? fail(site.env.session, 'format()', site.origin);
}

/** Text of `%s` and `%d` verbs up to the first that is not known. */
function prefixOf(template: string, values: readonly Value[]): string {
  let prefix = '';
  const [head = '', ...rest] = template.split('%');
  prefix += head;
  for (const [at, part] of rest.entries()) {
    const value = values[at];
    const text = value && toText(value);
    if (text === undefined || (part[0] !== 's' && part[0] !== 'd')) return prefix;
    prefix += text + part.slice(1);
  }
  return prefix;
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
