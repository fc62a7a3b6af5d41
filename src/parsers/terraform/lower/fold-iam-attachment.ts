/**
 * Folds policy attachments into the identities they attach to, as entries of ManagedPolicyArns. An attachment of which
 * one identity is not in the unit stays a resource as well, so that nothing it grants is lost.
 */
import type { ListItem, Value } from '../../../model/value.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { asList } from './changes/as-list.ts';
import { addToList } from './add-to-list.ts';
import type { Draft } from './draft.ts';
import type { DraftIndex } from './draft-index.ts';

/** Types of attachments, with the attributes naming identities and the type of those. */
export const IAM_ATTACHMENTS: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  ['aws_iam_role_policy_attachment', [['role', 'aws_iam_role']]],
  ['aws_iam_user_policy_attachment', [['user', 'aws_iam_user']]],
  ['aws_iam_group_policy_attachment', [['group', 'aws_iam_group']]],
  ['aws_iam_role_policy_attachments_exclusive', [['role_name', 'aws_iam_role']]],
  ['aws_iam_user_policy_attachments_exclusive', [['user_name', 'aws_iam_user']]],
  ['aws_iam_group_policy_attachments_exclusive', [['group_name', 'aws_iam_group']]],
  [
    'aws_iam_policy_attachment',
    [
      ['roles', 'aws_iam_role'],
      ['users', 'aws_iam_user'],
      ['groups', 'aws_iam_group'],
    ],
  ],
]);

/** Adds the policy to every identity it finds; true when there was one and all were found. */
export function foldIamAttachment(attachment: TerraformResource, index: DraftIndex): boolean {
  let found = 0;
  let missing = 0;
  for (const [attribute, type] of IAM_ATTACHMENTS.get(attachment.type) ?? []) {
    const { items, isComplete } = identities(attachment.body.entries.get(attribute));
    if (!isComplete) missing += 1;
    for (const item of items) {
      const identity = index.find(type, [[item.value, 'name']]);
      if (identity) {
        attach(identity, attachment, item);
        found += 1;
      } else missing += 1;
    }
  }
  return found > 0 && missing === 0;
}

function identities(value: Value | undefined): { items: readonly ListItem[]; isComplete: boolean } {
  if (value === undefined) return { items: [], isComplete: true };
  const list = asList(value);
  if (list.state !== 'known' || list.type !== 'list') return { items: [], isComplete: true };
  return { items: list.items, isComplete: list.openEnded === undefined };
}

function attach(identity: Draft, attachment: TerraformResource, item: ListItem): void {
  const policies = policiesOf(attachment);
  if (policies.length === 0) return;
  const isCertain = attachment.presence === 'yes' && item.presence === 'yes';
  const items = policies.map((policy) => (isCertain ? policy : { ...policy, presence: 'unknown' as const }));
  addToList(identity, 'ManagedPolicyArns', items);
  identity.foldedFrom.push({ address: attachment.address, location: attachment.location });
}

/** One policy, or every policy an identity has; a set that is not known is one that may be there. */
function policiesOf({ body }: TerraformResource): readonly ListItem[] {
  const value = body.entries.get('policy_arn') ?? body.entries.get('policy_arns');
  if (value === undefined || value.state === 'null' || value.state === 'absent') return [];
  if (value.state === 'unresolved' && body.entries.has('policy_arns')) return [{ presence: 'unknown', value }];
  const list = asList(value);
  if (list.state !== 'known' || list.type !== 'list') return [];
  return list.openEnded ? [...list.items, { presence: 'unknown', value: list.openEnded }] : list.items;
}
