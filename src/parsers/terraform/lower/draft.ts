/** A resource on its way through lowering, and the set of them, all added before the first is looked for. Never leaves this folder. */
import type { Location } from '../../../model/location.ts';
import type { Problem } from '../../../model/problem.ts';
import type { ListItem, Presence, Value } from '../../../model/value.ts';
import type { TerraformResource } from '../terraform-resource.ts';

export interface Draft {
  readonly kind: string;
  readonly address: string;
  readonly presence: Presence;
  readonly source: TerraformResource;
  /** Appended to the addresses of its source, for resources Terraform has as an argument; usually empty. */
  readonly suffix: string;
  readonly properties: Map<string, Value>;
  readonly nameProperty?: Value | undefined;
  /** Elements other resources add to list properties, by path; joined once, when the draft is finished. */
  readonly added: Map<string, ListItem[]>;
  /** Found before coercion: keys written twice in JSON text. */
  readonly problems: Problem[];
  readonly foldedFrom: { readonly address: string; readonly location: Location }[];
  /** Properties set by a companion, which a second companion of the kind makes uncertain. */
  readonly foldedProperties: Set<string>;
}

/** A draft of one source resource without properties. */
export function newDraft(source: TerraformResource, kind: string, suffix = ''): Draft {
  return {
    kind,
    address: source.address + suffix,
    presence: source.presence,
    source,
    suffix,
    properties: new Map(),
    added: new Map(),
    problems: [],
    foldedFrom: [],
    foldedProperties: new Set(),
  };
}

/** Adds elements to a list property of a draft. */
export function addToList(draft: Draft, path: string, items: readonly ListItem[]): void {
  const added = draft.added.get(path) ?? [];
  for (const item of items) added.push(item);
  draft.added.set(path, added);
}

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
   * The one draft of a type that a companion's attributes name: the first pair refers to it, or all pairs are equal.
   * Undefined when none does or several do. Pairs are [companion's value, name of the target's attribute].
   */
  find(type: string, pairs: readonly (readonly [Value | undefined, string])[]): Draft | undefined {
    const drafts = this.#byType.get(type);
    const first = pairs[0]?.[0];
    if (!drafts || first === undefined) return undefined;
    if (first.state === 'reference') return drafts.get(first.target);
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
