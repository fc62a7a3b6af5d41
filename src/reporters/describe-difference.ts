/** The facts that an updated finding rests on now, beside what they were. Unescaped; the caller escapes. */
import { canonicalJson } from '../documents/canonical-json.ts';
import type { FindingChange } from '../model/change.ts';
import type { Fact } from '../model/rule-result.ts';

export interface FactDifference {
  readonly fact: string;
  /** Undefined where it was not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Facts of nested maps by their paths, sorted; none where the change has only one side. */
export function describeDifference({ before, after }: FindingChange): readonly FactDifference[] {
  if (before === undefined || after === undefined) return [];
  const [left, right] = [flatten(before.evidence.facts), flatten(after.evidence.facts)];
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  return names
    .map((name) => ({ fact: name.replace(/^@|^item\./, ''), before: left.get(name), after: right.get(name) }))
    .filter((difference) => difference.before !== difference.after);
}

/** Two levels are what rules name; anything deeper is one fact. What is null is not set. */
function flatten(facts: Readonly<Record<string, Fact>>): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  for (const [name, fact] of Object.entries(facts)) {
    const isOne = !isMap(fact) || 'unresolved' in fact;
    const parts = isOne
      ? [[name, fact] as const]
      : Object.entries(fact).map(([key, value]) => [`${name}.${key}`, value] as const);
    for (const [path, value] of parts) if (value !== null) flat.set(path, textOf(value));
  }
  return flat;
}

function isMap(fact: Fact): fact is { readonly [key: string]: Fact } {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}

/** Of what is not known, the words it is written in. */
function textOf(fact: Fact): string {
  if (typeof fact === 'string') return fact;
  const subject = isMap(fact) && typeof fact['unresolved'] === 'string' ? (fact['text'] ?? fact['subject']) : undefined;
  return typeof subject === 'string' ? subject : canonicalJson(fact);
}
