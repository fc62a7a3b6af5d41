/** A resource on its way through lowering, and the set of them by source type and address. Never leaves this folder. */
import type { Location } from '../../../model/location.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Presence, Value } from '../../../model/value.ts';
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
    problems: [],
    foldedFrom: [],
    foldedProperties: new Set(),
  };
}

/** Drafts other resources may configure, found by reference or by equal attributes. */
export class DraftIndex {
  readonly #byType = new Map<string, Map<string, Draft>>();

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
    if (identityOf(first) === undefined) return undefined;
    const equal = [...drafts.values()].filter((draft) =>
      pairs.every(([value, name]) => identityOf(value) === identityOf(draft.source.body.entries.get(name))),
    );
    return equal.length === 1 ? equal[0] : undefined;
  }
}

/** Equal for values that are certainly the same; undefined for values that are absent or unknown. */
function identityOf(value: Value | undefined): string | undefined {
  if (value?.state === 'reference') return `reference ${value.target}`;
  return value?.state === 'known' && value.type === 'scalar' ? `value ${String(value.value)}` : undefined;
}
