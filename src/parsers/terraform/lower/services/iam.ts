/** IAM: identities and their policies; attachments are folded by `foldIamAttachments`. */
import { asList } from '../changes/as-list.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const inlinePolicy: Fields = { name: 'PolicyName', policy: 'PolicyDocument' };

export const iamTables: ServiceTables = {
  types: [
    {
      type: 'aws_iam_role',
      kind: 'AWS::IAM::Role',
      fields: {
        name: 'RoleName',
        assume_role_policy: 'AssumeRolePolicyDocument',
        inline_policy: { path: 'Policies', fields: inlinePolicy },
      },
    },
    {
      type: 'aws_iam_policy',
      kind: 'AWS::IAM::ManagedPolicy',
      fields: { name: 'ManagedPolicyName', policy: 'PolicyDocument' },
    },
    { type: 'aws_iam_role_policy', kind: 'AWS::IAM::RolePolicy', fields: { ...inlinePolicy, role: 'RoleName' } },
    { type: 'aws_iam_user_policy', kind: 'AWS::IAM::UserPolicy', fields: { ...inlinePolicy, user: 'UserName' } },
    { type: 'aws_iam_group_policy', kind: 'AWS::IAM::GroupPolicy', fields: { ...inlinePolicy, group: 'GroupName' } },
    { type: 'aws_iam_user', kind: 'AWS::IAM::User', fields: { name: 'UserName' } },
    { type: 'aws_iam_group', kind: 'AWS::IAM::Group', fields: { name: 'GroupName' } },
    {
      type: 'aws_iam_instance_profile',
      kind: 'AWS::IAM::InstanceProfile',
      fields: { name: 'InstanceProfileName', role: { path: 'Roles', change: asList } },
    },
    { type: 'aws_iam_access_key', kind: 'AWS::IAM::AccessKey', fields: { user: 'UserName' } },
    { type: 'aws_iam_openid_connect_provider', kind: 'AWS::IAM::OIDCProvider', nameAttribute: 'url', fields: {} },
  ],
};
