/**
 * Reads JSON inside a string (a policy, container definitions) into the value model, with positions. Strict JSON as
 * AWS takes it; nesting is bounded before the library sees the text, because it recurses. A key written twice makes
 * its value unresolved: deployers disagree on which one counts.
 */
import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import type { Problem } from '../model/problem.ts';
import type { ListItem, Origin, ScalarValue, Value } from '../model/value.ts';
import { clip } from './clip.ts';
import { problemAt } from './problem-at.ts';
import { unresolved } from './unresolved.ts';
import { EmbeddedLocation } from './embedded-location.ts';

/** Deepest nesting that is read; real policies stay below ten. */
const MAX_DEPTH = 100;

export interface ParsedJson {
  /** Absent when the text is not JSON; `error` says why. */
  readonly value?: Value;
  readonly error?: string;
  /** Duplicate keys. */
  readonly problems: readonly Problem[];
}

interface Frame {
  readonly start: number;
  readonly items: ListItem[];
  /** Only for objects. */
  readonly entries?: Map<string, Value>;
  key: string;
}

/** The scalar whose text is JSON in, its structure out; values carry the scalar's origin and sensitivity. */
export function parseJsonValue(scalar: ScalarValue): ParsedJson {
  const text = String(scalar.value);
  if (depthOf(text) > MAX_DEPTH) return { error: `nested deeper than ${MAX_DEPTH} levels`, problems: [] };
  const reader = new JsonReader(text, scalar);
  const error = reader.read();
  return error === undefined ? { value: reader.value(), problems: reader.problems } : { error, problems: [] };
}

class JsonReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #scalar: ScalarValue;
  readonly #locations: EmbeddedLocation;
  readonly #stack: Frame[] = [];
  #root: Value | undefined;

  constructor(text: string, scalar: ScalarValue) {
    this.#text = text;
    this.#scalar = scalar;
    this.#locations = new EmbeddedLocation(text, scalar.origin.location);
  }

  /** Walks the text once; returns the first syntax error. */
  read(): string | undefined {
    let error: string | undefined;
    const visitor: JSONVisitor = {
      onObjectBegin: (offset) => this.#open(offset, new Map()),
      onArrayBegin: (offset) => this.#open(offset),
      onObjectEnd: (offset, length) => this.#close(offset + length),
      onArrayEnd: (offset, length) => this.#close(offset + length),
      onObjectProperty: (name, offset, length) => this.#property(name, offset, length),
      onLiteralValue: (value, offset, length) => this.#add(this.#literal(value, offset, length), offset),
      onError: (code) => {
        error ??= printParseErrorCode(code);
      },
    };
    visit(this.#text, visitor, { disallowComments: true });
    return error ?? (this.#root === undefined ? 'ValueExpected' : undefined);
  }

  value(): Value {
    return this.#root ?? { state: 'absent', origin: this.#scalar.origin };
  }

  #open(start: number, entries?: Map<string, Value>): void {
    this.#stack.push({ start, items: [], key: '', ...(entries && { entries }) });
  }

  #close(end: number): void {
    const frame = this.#stack.pop();
    if (!frame) return;
    const origin = this.#origin(frame.start, end);
    const value: Value = frame.entries
      ? { state: 'known', type: 'map', entries: frame.entries, origin }
      : { state: 'known', type: 'list', items: frame.items, origin };
    this.#add(value, frame.start);
  }

  #property(name: string, offset: number, length: number): void {
    const frame = this.#stack.at(-1);
    if (!frame?.entries) return;
    frame.key = name;
    if (!frame.entries.has(name)) return;
    const label = this.#scalar.sensitive ? 'A key' : `Key "${clip(name)}"`;
    const message = `${label} is written twice in one JSON object`;
    this.problems.push(problemAt(this.#origin(offset, offset + length), 'duplicate-key', 'ambiguous', message));
  }

  #add(value: Value, start: number): void {
    const frame = this.#stack.at(-1);
    if (!frame) this.#root ??= value;
    else if (!frame.entries) frame.items.push({ presence: 'yes', value });
    else if (!frame.entries.has(frame.key)) frame.entries.set(frame.key, value);
    else frame.entries.set(frame.key, unresolved('invalid-value', frame.key, this.#origin(start, start + 1)));
  }

  #literal(value: unknown, offset: number, length: number): Value {
    const origin = this.#origin(offset, offset + length);
    if (value === null) return { state: 'null', origin };
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      return unresolved('invalid-value', 'JSON', origin);
    }
    const scalar: ScalarValue = { state: 'known', type: 'scalar', value, origin };
    if (this.#scalar.sensitive) return { ...scalar, sensitive: true };
    return typeof value === 'number'
      ? { ...scalar, origin: { ...origin, text: clip(this.#text.slice(offset, offset + length)) } }
      : scalar;
  }

  #origin(start: number, end: number): Origin {
    const { from, assumptions, table } = this.#scalar.origin;
    const location = this.#locations.of(start, end);
    return {
      from,
      ...(location && { location }),
      ...(assumptions && { assumptions }),
      ...(table !== undefined && { table }),
    };
  }
}

/** Deepest bracket nesting outside strings; one pass, no recursion. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
