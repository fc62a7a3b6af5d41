/** The drafts of a unit, all added before the first is looked for. May not guess between two that fit. */
import type { Value } from '../../../model/value.ts';
import type { Draft } from './draft.ts';

/** Drafts other resources may configure, found by reference or by equal attributes. */
export class DraftIndex {
  readonly #byType = new Map<string, Map<string, Draft>>();
  /** Type and attribute, to value, to drafts; made when first asked for. */
  readonly #byValue = new Map<string, Map<string, Draft[]>>();

  add(draft: Draft): void {
    const ofType = this.#byType.get(draft.source.type) ?? new Map<string, Draft>();
    ofType.set(draft.source.address, draft);
    this.#byType.set(draft.source.type, ofType);
  }

  /**
   * The one draft of a type that a companion's attributes name: the first pair refers to it, or all pairs are equal
   * (two references to one resource are equal values).
   * Undefined when none does or several do. Pairs are [companion's value, name of the target's attribute].
   */
  find(type: string, pairs: readonly (readonly [Value | undefined, string])[]): Draft | undefined {
    const drafts = this.#byType.get(type);
    const first = pairs[0]?.[0];
    if (!drafts || first === undefined) return undefined;
    const referred = first.state === 'reference' ? drafts.get(first.target) : undefined;
    if (referred) return referred;
    const identity = identityOf(first);
    if (identity === undefined) return undefined;
    const candidates = this.#valuesOf(type, pairs[0]?.[1] ?? '').get(identity) ?? [];
    const equal = candidates.filter((draft) =>
      pairs.every(([value, name]) => identityOf(value) === identityOf(draft.source.body.entries.get(name))),
    );
    return equal.length === 1 ? equal[0] : undefined;
  }

  #valuesOf(type: string, attribute: string): ReadonlyMap<string, Draft[]> {
    const key = `${type}.${attribute}`;
    const known = this.#byValue.get(key);
    if (known) return known;
    const values = new Map<string, Draft[]>();
    for (const draft of this.#byType.get(type)?.values() ?? []) {
      const identity = identityOf(draft.source.body.entries.get(attribute));
      if (identity === undefined) continue;
      const same = values.get(identity);
      if (same) same.push(draft);
      else values.set(identity, [draft]);
    }
    this.#byValue.set(key, values);
    return values;
  }
}

/** Equal for values that are certainly the same; undefined for values that are absent or unknown. */
function identityOf(value: Value | undefined): string | undefined {
  if (value?.state === 'reference') return `reference ${value.target}`;
  return value?.state === 'known' && value.type === 'scalar' ? `value ${String(value.value)}` : undefined;
}
