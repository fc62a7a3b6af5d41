/**
 * CEL's string functions, three-valued: what is absent starts with nothing, and the known beginning of an unresolved
 * string decides where it can. Regular expressions run on RE2 (linear time).
 */
import type { UnresolvedValue } from '../../model/value.ts';
import type { CelValue } from '../cel/operand.ts';
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { compilePattern } from './compile-pattern.ts';
import { stringArgument } from './string-argument.ts';

type Spend = (steps: number) => void;

/** Longest pattern that is compiled when it is not a literal of the rule. */
const PATTERN_LENGTH = 1000;

/** Methods of strings; their signatures are CEL's. */
export const STRING_FUNCTIONS: readonly CelFunction[] = [
  test('startsWith', 'Whether a string begins with another.', (text, part) => text.startsWith(part), knownStartsWith),
  test('endsWith', 'Whether a string ends with another.', (text, part) => text.endsWith(part), knownEndsWith),
  test(
    'contains',
    'Whether a string contains another.',
    (text, part) => text.includes(part),
    (known, part) => (known.some((text) => text.includes(part)) ? true : undefined),
  ),
  {
    name: 'matches',
    parameters: ['string', 'string'],
    returns: 'bool',
    method: true,
    standard: true,
    description: 'Whether an RE2 pattern matches any part of a string.',
    prepare: ([, pattern]) => (typeof pattern === 'string' ? prepareMatch(pattern) : undefined),
    evaluate: matchPattern,
  },
  convert('lowerAscii', 'ASCII letters in lower case.', (text) =>
    text.replaceAll(/[A-Z]+/g, (run) => run.toLowerCase()),
  ),
  convert('upperAscii', 'ASCII letters in upper case.', (text) =>
    text.replaceAll(/[a-z]+/g, (run) => run.toUpperCase()),
  ),
  convert('trim', 'Without white space at both ends.', (text) => text.trim()),
  {
    name: 'split',
    parameters: ['string', 'string'],
    returns: 'list<string>',
    method: true,
    standard: true,
    description: 'The pieces between a separator; an absent string has none.',
    evaluate: splitString,
  },
];

function test(
  name: string,
  description: string,
  decide: (text: string, part: string) => boolean,
  decideByKnown: (known: KnownTexts, part: string) => boolean | undefined,
): CelFunction {
  return {
    name,
    parameters: ['string', 'string'],
    returns: 'bool',
    method: true,
    standard: true,
    description,
    evaluate: ([subject, search], spend) => {
      const text = stringArgument(subject);
      const part = stringArgument(search);
      if (text.state === 'error') return text.value;
      if (part.state === 'error') return part.value;
      if (text.state === 'absent' || part.state === 'absent') return answer.known(false);
      if (part.state === 'unknown') return answer.unknown();
      if (text.state === 'unknown') return decideUnknown(text.value, (known) => decideByKnown(known, part.value));
      spend(cost(text.value));
      return answer.known(decide(text.value, part.value));
    },
  };
}

function cost(text: string): number {
  return 1 + (text.length >> 6);
}

/** What is known of an unresolved text: the first is its beginning, the last its end, each empty where that is unknown. */
type KnownTexts = readonly [string, ...string[]];

function decideUnknown(value: CelValue, decide: (known: KnownTexts) => boolean | undefined): CelValue {
  if (value.state !== 'unresolved') return answer.unknown();
  const decided = decide(knownTexts(value));
  // A value that may not be there may also not start with anything.
  return decided === undefined || (decided && value.mayBeAbsent) ? answer.unknown() : answer.known(decided);
}

function knownTexts({ knownPrefix = '', pieces = [] }: UnresolvedValue): KnownTexts {
  if (pieces.length === 0) return [knownPrefix, ''];
  const texts = pieces.map((piece) => ('text' in piece ? piece.text : ''));
  return [texts[0] ?? '', ...texts.slice(1)];
}

function knownStartsWith([beginning]: KnownTexts, part: string): boolean | undefined {
  if (beginning.startsWith(part)) return true;
  return part.startsWith(beginning) ? undefined : false;
}

function knownEndsWith(known: KnownTexts, part: string): boolean | undefined {
  const end = known.at(-1) ?? '';
  if (end.endsWith(part)) return true;
  return part.endsWith(end) ? undefined : false;
}

type Pattern = NonNullable<ReturnType<typeof compilePattern>>;

function prepareMatch(pattern: string): CelFunction['evaluate'] | string {
  const compiled = compilePattern(pattern);
  if (compiled === undefined) return 'the regular expression is not valid RE2';
  return ([subject], spend) => testPattern(subject, compiled, spend);
}

function matchPattern([subject, pattern]: readonly CelValue[], spend: Spend): CelValue {
  const regex = stringArgument(pattern);
  if (regex.state === 'error') return regex.value;
  if (regex.state === 'absent') return answer.known(false);
  if (regex.state === 'unknown') return answer.unknown();
  if (regex.value.length > PATTERN_LENGTH) return answer.failed('regular expression too long');
  spend(regex.value.length);
  const compiled = compilePattern(regex.value);
  return compiled === undefined ? answer.failed('invalid regular expression') : testPattern(subject, compiled, spend);
}

function testPattern(subject: CelValue | undefined, pattern: Pattern, spend: Spend): CelValue {
  const text = stringArgument(subject);
  if (text.state === 'error') return text.value;
  if (text.state === 'absent') return answer.known(false);
  if (text.state === 'unknown') return answer.unknown();
  spend(cost(text.value));
  return answer.known(pattern.test(text.value));
}

function convert(name: string, description: string, change: (text: string) => string): CelFunction {
  return {
    name,
    parameters: ['string'],
    returns: 'string',
    method: true,
    standard: true,
    description,
    evaluate: ([subject], spend) => {
      const text = stringArgument(subject);
      if (text.state === 'error') return text.value;
      if (text.state === 'absent') return { state: 'absent' };
      if (text.state === 'unknown') return answer.unknown();
      spend(cost(text.value));
      return answer.known(change(text.value));
    },
  };
}

function splitString([subject, separator]: readonly CelValue[], spend: Spend): CelValue {
  const text = stringArgument(subject);
  const by = stringArgument(separator);
  if (text.state === 'error') return text.value;
  if (by.state === 'error') return by.value;
  if (text.state === 'unknown' || by.state !== 'known') return answer.unknown();
  const pieces = text.state === 'absent' ? [] : text.value.split(by.value);
  spend(1 + pieces.length);
  const items = pieces.map((value) => ({
    presence: 'yes' as const,
    value: { state: 'known' as const, type: 'scalar' as const, value, origin: { from: 'computed' as const } },
  }));
  return { state: 'known', type: 'list', items, origin: { from: 'computed' } };
}
