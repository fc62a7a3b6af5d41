/**
 * Writes a known value as JSON text, for structure that stands for its text (`jsonencode`) where the type is string.
 * May not write what is not known: the first unknown part is handed back instead.
 */
import type { Origin, UnresolvedValue, Value } from '../model/value.ts';
import { unresolved } from './unresolved.ts';

/** Shared structure is expanded here, so nesting and number are bounded. */
const MAX_DEPTH = 100;
const MAX_VALUES = 100_000;

export type JsonText = { readonly text: string; readonly sensitive: boolean } | { readonly unknown: UnresolvedValue };

/** A value in; its JSON text and whether a sensitive value is part of it, or what is unknown in it. */
export function jsonText(value: Value): JsonText {
  const writer = new JsonWriter();
  const text = writer.write(value, 0);
  return writer.unknown ? { unknown: writer.unknown } : { text, sensitive: writer.sensitive };
}

class JsonWriter {
  sensitive = false;
  unknown: UnresolvedValue | undefined;
  #values = 0;

  write(value: Value, depth: number): string {
    this.#values += 1;
    const origin = value.origin ?? { from: 'computed' };
    if (depth > MAX_DEPTH || this.#values > MAX_VALUES)
      return this.#stop(unresolved('budget-exceeded', 'JSON', origin));
    if (value.state === 'unresolved') return this.#stop(value);
    if (value.state === 'reference') return this.#stop(computed(`${value.target}.${value.attribute}`, origin));
    if (value.state !== 'known') return 'null';
    if (value.type !== 'scalar') return this.#container(value, depth);
    if (value.sensitive) this.sensitive = true;
    return JSON.stringify(value.value);
  }

  #container(value: Extract<Value, { type: 'list' | 'map' }>, depth: number): string {
    if (value.openEnded) return this.#stop(value.openEnded);
    const parts: string[] = [];
    for (const [key, element] of elementsOf(value)) {
      if (this.unknown) return '';
      const text = this.write(element, depth + 1);
      parts.push(key === undefined ? text : `${JSON.stringify(key)}:${text}`);
    }
    return value.type === 'list' ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
  }

  #stop(unknown: UnresolvedValue): string {
    this.unknown ??= unknown;
    return '';
  }
}

function computed(subject: string, origin: Origin): UnresolvedValue {
  return unresolved('provider-computed', subject, origin);
}

function elementsOf(value: Extract<Value, { type: 'list' | 'map' }>): (readonly [string | undefined, Value])[] {
  if (value.type === 'map') return [...value.entries];
  return value.items.map((item) => [
    undefined,
    item.presence === 'yes' ? item.value : unresolved('unknown-condition', 'list element', value.origin),
  ]);
}
