/** Accounts: organisations, what binds them, and what they share. */
import { asList } from '../changes/as-list.ts';
import type { ServiceTables } from '../type-table.ts';

export const organizationTables: ServiceTables = {
  types: [
    {
      type: 'aws_organizations_organization',
      kind: 'AWS::Organizations::Organization',
      nameAttribute: 'feature_set',
      fields: {},
    },
    {
      type: 'aws_organizations_account',
      kind: 'AWS::Organizations::Account',
      fields: { name: 'AccountName', parent_id: { path: 'ParentIds', change: asList } },
    },
    { type: 'aws_organizations_organizational_unit', kind: 'AWS::Organizations::OrganizationalUnit', fields: {} },
    { type: 'aws_organizations_policy', kind: 'AWS::Organizations::Policy', fields: {} },
    { type: 'aws_organizations_resource_policy', kind: 'AWS::Organizations::ResourcePolicy', fields: {} },
    { type: 'aws_ram_resource_share', kind: 'AWS::RAM::ResourceShare', fields: {} },
  ],
  companions: [
    {
      type: 'aws_organizations_policy_attachment',
      target: ['aws_organizations_policy'],
      match: [['policy_id', 'id']],
      fields: {},
      append: { target_id: ['TargetIds'] },
    },
    {
      type: 'aws_ram_principal_association',
      target: ['aws_ram_resource_share'],
      match: [['resource_share_arn', 'arn']],
      fields: {},
      append: { principal: ['Principals'] },
    },
    {
      type: 'aws_ram_resource_association',
      target: ['aws_ram_resource_share'],
      match: [['resource_share_arn', 'arn']],
      fields: {},
      append: { resource_arn: ['ResourceArns'] },
    },
  ],
};
