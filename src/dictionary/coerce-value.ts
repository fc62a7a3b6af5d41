/**
 * Gives a value the type its property has in the dictionary, so that a rule never compares `"80"` with 80. Null becomes
 * absent, a single value becomes a list of one, JSON text becomes structure. What cannot be becomes unresolved and a
 * Problem; unknown parts and references pass through. DESIGN: "Values and rules".
 */
import type { Problem } from '../model/problem.ts';
import type { ListItem, ListValue, MapValue, Origin, ScalarValue, Value } from '../model/value.ts';
import { clip } from './clip.ts';
import { problemAt } from './problem-at.ts';
import { unresolved } from './unresolved.ts';
import { coerceScalar, type ScalarType } from './coerce-scalar.ts';
import type { KindDefinition, PropertyType } from './dictionary.ts';
import { isTagType } from './is-tag-type.ts';
import { jsonText } from './json-text.ts';
import { normalizePolicyDocument } from './normalize-policy-document.ts';
import { parseJsonValue } from './parse-json-value.ts';
import { nestedType } from './nested-type.ts';
import { propertyType } from './property-type.ts';

export interface Coerced {
  readonly value: Value;
  readonly problems: readonly Problem[];
  /** Keys of objects that the type does not have; they are kept as they are. */
  readonly unknownProperties: number;
}

/** Shared structure (YAML aliases) is expanded here, so both are bounded. */
const MAX_DEPTH = 100;
const MAX_VALUES = 200_000;

/**
 * A value and the type of its property in; the value of that type, what was impossible, and the number of keys that the
 * type does not have. Never throws. `kind` gives the nested types.
 */
export function coerceValue(value: Value, type: PropertyType, kind: KindDefinition): Coerced {
  const coercion = new Coercion(kind);
  const coerced = coercion.coerce(value, type, 0);
  return { value: coerced, problems: coercion.problems, unknownProperties: coercion.unknownProperties };
}

class Coercion {
  readonly problems: Problem[] = [];
  unknownProperties = 0;
  readonly #kind: KindDefinition;
  #values = 0;

  constructor(kind: KindDefinition) {
    this.#kind = kind;
  }

  coerce(value: Value, type: PropertyType, depth: number): Value {
    if (value.state === 'null') return { state: 'absent', origin: value.origin };
    if (value.state !== 'known') return value;
    this.#values += 1;
    if (depth > MAX_DEPTH || this.#values > MAX_VALUES) return this.#tooMuch(value);
    if (type.type === 'policy-document') return this.#policy(value);
    if (type.type === 'json') return value.type === 'scalar' ? this.#json(value) : value;
    if (type.type === 'list') return this.#list(value, type.items, depth);
    if (type.type === 'map') return this.#map(value, type.values, depth);
    if (type.type === 'object') return this.#object(value, type.name, depth);
    return this.#scalar(value, type.type);
  }

  #scalar(value: ScalarValue | ListValue | MapValue, type: ScalarType): Value {
    if (value.type !== 'scalar') return this.#encoded(value, type);
    return coerceScalar(value, type) ?? this.#impossible(value, type);
  }

  /** `jsonencode` gives structure; where the property is a string it is text again. */
  #encoded(value: ListValue | MapValue, type: ScalarType): Value {
    if (type !== 'string' || value.encoded !== 'json') return this.#impossible(value, type);
    const written = jsonText(value);
    if ('unknown' in written) {
      const { reason, subject } = written.unknown;
      return unresolved(reason, subject, value.origin);
    }
    const scalar: ScalarValue = { state: 'known', type: 'scalar', value: written.text, origin: value.origin };
    return written.sensitive ? { ...scalar, sensitive: true } : scalar;
  }

  #list(value: ScalarValue | ListValue | MapValue, items: PropertyType, depth: number): Value {
    const list = value.type === 'list' ? value : (this.#tags(value, items) ?? listOf([value], value));
    const coerced: ListItem[] = [];
    for (const item of list.items) {
      const element = this.coerce(item.value, items, depth + 1);
      if (element.state !== 'absent') coerced.push({ presence: item.presence, value: element });
    }
    const { encoded: _, ...rest } = list;
    return { ...rest, items: coerced };
  }

  /** A map of tags where a list of `{ Key, Value }` belongs, as Terraform and SAM write it. */
  #tags(value: ScalarValue | MapValue, items: PropertyType): ListValue | undefined {
    const isTags = value.type === 'map' && items.type === 'object' && isTagType(this.#kind, items.name);
    if (!isTags || value.entries.has('Key')) return undefined;
    const list = listOf(
      [...value.entries].map(([key, tag]) => tagOf(key, tag, tag.origin ?? value.origin)),
      value,
    );
    return value.openEnded ? { ...list, openEnded: value.openEnded } : list;
  }

  #map(value: ScalarValue | ListValue | MapValue, values: PropertyType, depth: number): Value {
    if (value.type !== 'map') return this.#impossible(value, 'map');
    const entries = new Map<string, Value>();
    for (const [key, element] of value.entries) {
      const coerced = this.coerce(element, values, depth + 1);
      if (coerced.state !== 'absent') entries.set(key, coerced);
    }
    const { encoded: _, ...rest } = value;
    return { ...rest, entries };
  }

  #object(value: ScalarValue | ListValue | MapValue, name: string, depth: number): Value {
    if (value.type !== 'map' || nestedType(this.#kind, name) === undefined) return this.#impossible(value, name);
    const entries = new Map<string, Value>();
    for (const [key, element] of value.entries) {
      const type = propertyType(this.#kind, key, name);
      if (type === undefined) this.unknownProperties += 1;
      const coerced = type === undefined ? element : this.coerce(element, type, depth + 1);
      if (coerced.state !== 'absent') entries.set(key, coerced);
    }
    const { encoded: _, ...rest } = value;
    return { ...rest, entries };
  }

  /** Free-form properties take JSON text as well as structure; other text is text. */
  #json(value: ScalarValue): Value {
    if (typeof value.value !== 'string' || !/^\s*[[{]/.test(value.value)) return value;
    const parsed = parseJsonValue(value);
    if (parsed.value === undefined) return value;
    for (const item of parsed.problems) this.problems.push(item);
    return parsed.value;
  }

  #policy(value: ScalarValue | ListValue | MapValue): Value {
    const normalized = normalizePolicyDocument(this.#bareStatement(value));
    for (const item of normalized.problems) this.problems.push(item);
    return normalized.value;
  }

  /** AWS::Events::EventBusPolicy takes one statement without a document around it. */
  #bareStatement(value: ScalarValue | ListValue | MapValue): Value {
    if (this.#kind.kind !== 'AWS::Events::EventBusPolicy' || value.type !== 'map') return value;
    if (value.entries.has('Statement') || !value.entries.has('Effect')) return value;
    return { state: 'known', type: 'map', entries: new Map([['Statement', value]]), origin: value.origin };
  }

  #impossible(value: ScalarValue | ListValue | MapValue, wanted: string): Value {
    const message = `${describe(value)} stands where ${describeType(wanted)} belongs`;
    this.problems.push(problemAt(value.origin, 'impossible-value', 'not-evaluated', message));
    return unresolved('invalid-value', describeType(wanted), value.origin);
  }

  #tooMuch(value: Value): Value {
    const origin = value.origin ?? { from: 'computed' };
    if (!this.problems.some((problem) => problem.code === 'budget-exceeded')) {
      const message = `A property has more than ${MAX_VALUES} values or ${MAX_DEPTH} levels`;
      this.problems.push(problemAt(origin, 'budget-exceeded', 'not-evaluated', message));
    }
    return unresolved('budget-exceeded', 'property', origin);
  }
}

function listOf(values: readonly Value[], from: Value): ListValue {
  const origin = from.origin ?? { from: 'computed' };
  return { state: 'known', type: 'list', items: values.map((value) => ({ presence: 'yes', value })), origin };
}

function tagOf(key: string, value: Value, origin: Origin): Value {
  const name: Value = { state: 'known', type: 'scalar', value: key, origin };
  const entries = new Map<string, Value>([
    ['Key', name],
    ['Value', value],
  ]);
  return { state: 'known', type: 'map', entries, origin };
}

function describe(value: ScalarValue | ListValue | MapValue): string {
  if (value.type !== 'scalar') return value.type === 'list' ? 'A list' : 'A map';
  return value.sensitive ? 'A sensitive value' : `"${clip(String(value.value))}"`;
}

function describeType(name: string): string {
  return /^[aeiou]/i.test(name) ? `an ${name}` : `a ${name}`;
}
