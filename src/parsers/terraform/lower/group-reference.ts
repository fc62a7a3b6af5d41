/** What `self` stands for in a rule: the security group the rule belongs to. */
import type { ReferenceValue } from '../../../model/value.ts';
import type { Draft } from './draft.ts';

/** A reference to the group a draft is. */
export function groupReference(draft: Draft): ReferenceValue {
  const origin = { from: 'computed' as const, location: draft.source.location };
  return { state: 'reference', target: draft.source.address, attribute: 'id', origin };
}
