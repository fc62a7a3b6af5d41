/**
 * Whether a function whose arguments are not all known may give what its author wrote in them. Cutting an ARN leaves a
 * piece of an ARN; cutting `"*${arn}"` leaves `*`. Decides by the name of the function; computes nothing.
 */
import { hasOwnText } from '../values/has-own-text.ts';
import { isComputed } from '../values/is-computed.ts';
import { toText } from '../values/to-text.ts';
import type { Value } from '../../../model/value.ts';

/** Functions that cut or decode a text, and which argument it is. */
const CUTS: ReadonlyMap<string, number> = new Map([
  ['substr', 0],
  ['trim', 0],
  ['trimprefix', 0],
  ['trimsuffix', 0],
  ['split', 1],
  ['regex', 1],
  ['regexall', 1],
  ['replace', 0],
  ['base64decode', 0],
  ['textdecodebase64', 0],
  ['urldecode', 0],
  ['jsondecode', 0],
  ['yamldecode', 0],
  ['csvdecode', 0],
  ['basename', 0],
  ['dirname', 0],
]);

/** Functions that choose among elements, put them in order or take some away. */
const CHOOSES: ReadonlySet<string> = new Set([
  'chunklist',
  'coalescelist',
  'matchkeys',
  'reverse',
  'slice',
  'sort',
  'transpose',
  'setintersection',
  'setsubtract',
  'setsymmetricdifference',
  'zipmap',
]);

/** Functions whose result need not have anything of what is not known: `min(0, x)`, `signum(x)`, `formatdate("*", x)`. */
const ALWAYS: ReadonlySet<string> = new Set(['min', 'pow', 'signum', 'log', 'sum', 'parseint', 'formatdate', 'index']);

/** Yes or no about something AWS computes, for a choice: nobody has to ask. */
const TELLS: ReadonlySet<string> = new Set(['startswith', 'endswith', 'strcontains', 'contains', 'alltrue', 'anytrue']);

/** What a plain or regular replacement may put in without making something of its own. */
const HARMLESS = /^[-_./:]?$/;

/** `values` are the arguments; at least one is not known. */
export function mayDeriveAnything(name: string, values: readonly Value[]): boolean {
  if (ALWAYS.has(name)) return true;
  if (TELLS.has(name)) return isComputed(values);
  if (CHOOSES.has(name)) return values.some((value) => isCollection(value) && hasOwnText(value));
  const at = CUTS.get(name);
  const text = at === undefined ? undefined : values[at];
  if (text === undefined) return false;
  return hasOwnText(text) || (name === 'replace' && !isHarmless(values[2]));
}

function isHarmless(replacement: Value | undefined): boolean {
  const text = replacement && toText(replacement);
  return text !== undefined && HARMLESS.test(text);
}

function isCollection(value: Value): boolean {
  return value.state === 'known' && value.type !== 'scalar';
}
