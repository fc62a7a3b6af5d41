/**
 * `replace`, `regex` and `regexall`, on RE2: linear in the text, whatever the pattern.
 */
import { RE2JS } from 're2js';
import type { Origin, Value } from '../../../model/value.ts';
import { makeList } from '../values/make-list.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

const MOST_MATCHES = 10_000;
const MOST_CHARACTERS = 4_000_000;
const LONGEST_PATTERN = 10_000;

export const REGEX_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ['replace', pureFunction([3, 3], (input) => replace(input.text(0), input.text(1), input.text(2)))],
  ['regex', pureFunction([2, 2], (input, site) => findAll(input, site, 1)?.[0])],
  ['regexall', pureFunction([2, 2], findEvery)],
]);

function compile(pattern: string): RE2JS | undefined {
  if (pattern.length > LONGEST_PATTERN) return undefined;
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

/** A pattern between slashes is a regular expression, anything else plain text. */
function replace(text: string, pattern: string, replacement: string): string | undefined {
  const isRegex = pattern.length > 1 && pattern.startsWith('/') && pattern.endsWith('/');
  const length = isRegex ? 1 : Math.max(1, pattern.length);
  if ((text.length / length + 1) * (replacement.length + 1) > MOST_CHARACTERS) return undefined;
  if (!isRegex) return text.split(pattern).join(replacement);
  const regex = compile(pattern.slice(1, -1));
  if (!regex) return undefined;
  try {
    return regex.matcher(text).replaceAll(goReplacement(replacement), false);
  } catch {
    return undefined;
  }
}

/** Go's `$1` and `${name}`; RE2JS reads the same in its Go mode. */
function goReplacement(replacement: string): string {
  return replacement;
}

function findEvery(input: PureArguments, site: CallSite): Value | undefined {
  const matches = findAll(input, site, MOST_MATCHES);
  return matches && makeList(matches, site.origin);
}

function findAll(input: PureArguments, { origin }: CallSite, most: number): Value[] | undefined {
  const regex = compile(input.text(0));
  if (!regex) return undefined;
  const matcher = regex.matcher(input.text(1));
  const groups = matcher.groupCount();
  const names = Object.entries(regex.namedGroups());
  const found: Value[] = [];
  while (found.length < most && matcher.find()) {
    const at = (group: number): Value => capture(matcher.group(group), origin);
    if (groups === 0) found.push(at(0));
    else if (names.length > 0)
      found.push(
        makeMap(
          names.map(([name, group]) => [name, at(group)] as const),
          origin,
        ),
      );
    else
      found.push(
        makeList(
          Array.from({ length: groups }, (_, group) => at(group + 1)),
          origin,
        ),
      );
  }
  return found;
}

function capture(text: string | null | undefined, origin: Origin): Value {
  return text === null || text === undefined ? { state: 'null', origin } : makeScalar(text, origin);
}
