/** Starts a draft. May not read the attributes of its source. */
import type { TerraformResource } from '../terraform-resource.ts';
import type { Draft } from './draft.ts';

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
