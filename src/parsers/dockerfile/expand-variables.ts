/**
 * Docker's own word expansion: quotes, escapes, `$X`, `${X}`, `${X:-default}`, `${X:+other}`, `${X:?message}`.
 * What it cannot know becomes unresolved with the text known before it; it never guesses an empty string.
 */
import type { Assumption, Origin, Value } from '../../model/value.ts';
import { isSecretName } from './is-secret-name.ts';

/** What a name stands for; undefined where nothing in the file says so. */
export type Lookup = (name: string) => Value;

interface Unknown {
  readonly reason: Extract<Value, { state: 'unresolved' }>['reason'];
  readonly subject: string;
}

interface Expansion {
  readonly text: string;
  readonly lookup: Lookup;
  readonly escape: string;
  output: string;
  /** Defaults inside defaults. */
  depth: number;
  sensitive: boolean;
  unknown: Unknown | undefined;
  readonly assumptions: Map<string, Assumption>;
}

/** Doubling variables (`A=$A$A`) must not double memory: longer results are not computed. */
const LONGEST_RESULT = 16_384;
const DEEPEST_DEFAULT = 8;
const MODIFIERS = ['-', '+', '?', ':-', ':+', ':?'];

function isNameChar(char: string | undefined): boolean {
  return char !== undefined && /^[A-Za-z0-9_]$/.test(char);
}

function put(state: Expansion, text: string): void {
  if (state.unknown !== undefined) return;
  if (state.output.length + text.length > Math.max(LONGEST_RESULT, state.text.length)) {
    state.unknown = { reason: 'budget-exceeded', subject: 'a value longer than 16,384 characters' };
  } else state.output += text;
}

function fail(state: Expansion, reason: Unknown['reason'], subject: string): void {
  state.unknown ??= { reason, subject: subject.slice(0, 120) };
}

function putValue(state: Expansion, value: Value, name: string): void {
  for (const assumption of value.origin?.assumptions ?? []) state.assumptions.set(assumption.subject, assumption);
  if (value.state === 'unresolved') fail(state, value.reason, value.subject);
  else if (value.state === 'known' && value.type === 'scalar') {
    state.sensitive ||= value.sensitive === true;
    put(state, String(value.value));
  } else if (value.state !== 'absent') fail(state, 'unsupported-expression', `$${name}`);
}

/** Offset of the `}` that closes a `${` whose name starts at `from`; -1 where there is none. */
function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function isSet(value: Value, orEmpty: boolean): boolean | undefined {
  if (value.state === 'unresolved') return undefined;
  if (value.state !== 'known' || value.type !== 'scalar') return false;
  return orEmpty || value.value !== '';
}

/** Declared without a default: the default written here holds unless the caller of the build sets it. */
function assumeDefault(state: Expansion, name: string, word: string, value: Value): void {
  const secret = isSecretName(name);
  const shown = secret ? {} : { value: word.slice(0, 200) };
  const location = value.origin?.location === undefined ? {} : { location: value.origin.location };
  const subject = `ARG ${name}`;
  state.assumptions.set(subject, { kind: 'parameter-default', subject, ...shown, ...location });
  state.sensitive ||= secret;
}

/** `${NAME:-word}` and its kin. `set` is undefined where nobody can tell. */
function expandModified(state: Expansion, name: string, modifier: string, word: string): void {
  const value = state.lookup(name);
  const set = isSet(value, !modifier.startsWith(':'));
  const kind = modifier.at(-1);
  if (kind === '-' && value.state === 'unresolved' && value.reason === 'build-argument') {
    assumeDefault(state, name, word, value);
    expandInto(state, word);
  } else if (set === undefined) putValue(state, value, name);
  else if (kind === '+') {
    for (const item of value.origin?.assumptions ?? []) state.assumptions.set(item.subject, item);
    if (set) expandInto(state, word);
  } else if (set) putValue(state, value, name);
  else if (kind === '-') expandInto(state, word);
  else fail(state, 'invalid-expression', `\${${name}${modifier}}`);
}

/** `body` is what stands between the braces. */
function expandBraced(state: Expansion, body: string): void {
  let end = 0;
  while (isNameChar(body[end])) end += 1;
  const name = body.slice(0, end);
  const modifier = body[end] === ':' ? body.slice(end, end + 2) : body.slice(end, end + 1);
  if (name === '') fail(state, 'invalid-expression', `\${${body}}`);
  else if (end === body.length) putValue(state, state.lookup(name), name);
  else if (!MODIFIERS.includes(modifier) || state.depth >= DEEPEST_DEFAULT) {
    fail(state, 'unsupported-expression', `\${${body}}`);
  } else {
    state.depth += 1;
    expandModified(state, name, modifier, body.slice(end + modifier.length));
    state.depth -= 1;
  }
}

/** Expands the variable at the `$` at `at`; returns the offset after it. */
function expandDollar(state: Expansion, text: string, at: number): number {
  if (text[at + 1] === '{') {
    const close = closingBrace(text, at + 2);
    if (close === -1) {
      fail(state, 'invalid-expression', text.slice(at, at + 80));
      return text.length;
    }
    expandBraced(state, text.slice(at + 2, close));
    return close + 1;
  }
  let end = at + 1;
  while (isNameChar(text[end])) end += 1;
  if (end === at + 1) put(state, '$');
  else putValue(state, state.lookup(text.slice(at + 1, end)), text.slice(at + 1, end));
  return end;
}

/** The character an escape stands for; inside double quotes most escapes stay as they are. */
function escaped(state: Expansion, next: string, quote: string): string {
  const kept = quote === '"' && !['"', '$', state.escape].includes(next);
  return kept ? state.escape + next : next;
}

function expandInto(state: Expansion, text: string): void {
  let quote = '';
  let at = 0;
  while (at < text.length && state.unknown === undefined) {
    const char = text[at] ?? '';
    if (char === '$' && quote !== "'") {
      at = expandDollar(state, text, at);
    } else if (char === state.escape && quote !== "'" && at + 1 < text.length) {
      put(state, escaped(state, text[at + 1] ?? '', quote));
      at += 2;
    } else {
      if (char === quote) quote = '';
      else if (quote === '' && (char === '"' || char === "'")) quote = char;
      else put(state, char);
      at += 1;
    }
  }
}

/**
 * Expands one word. Gives a known string, or unresolved with `knownPrefix`. `origin.text` is the source text; it and
 * assumed values are left out where a secret took part. Nesting and length are bounded.
 */
export function expandVariables(text: string, lookup: Lookup, escape: string, origin: Origin): Value {
  const state: Expansion = {
    text,
    lookup,
    escape,
    output: '',
    depth: 0,
    sensitive: false,
    unknown: undefined,
    assumptions: new Map(),
  };
  if (/["'$]/.test(text) || text.includes(escape)) expandInto(state, text);
  else state.output = text;
  const assumptions = [...state.assumptions.values()];
  const from: Origin = assumptions.length === 0 ? origin : { ...origin, assumptions };
  if (state.unknown !== undefined) {
    const prefix = state.output === '' || state.sensitive ? {} : { knownPrefix: state.output };
    return { state: 'unresolved', ...state.unknown, mayBeAbsent: false, ...prefix, origin: from };
  }
  const sensitive = state.sensitive ? { sensitive: true as const } : {};
  return { state: 'known', type: 'scalar', value: state.output, origin: from, ...sensitive };
}
