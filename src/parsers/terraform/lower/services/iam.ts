/** IAM: identities and their policies; attachments are folded by `foldIamAttachments`. */
import { markSensitive } from '../../values/mark-sensitive.ts';
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
    {
      type: 'aws_iam_service_linked_role',
      kind: 'AWS::IAM::ServiceLinkedRole',
      nameAttribute: 'aws_service_name',
      fields: {},
    },
    { type: 'aws_iam_saml_provider', kind: 'AWS::IAM::SAMLProvider', fields: {} },
    { type: 'aws_iam_group_membership', kind: 'AWS::IAM::UserToGroupAddition', fields: { group: 'GroupName' } },
    {
      type: 'aws_iam_server_certificate',
      kind: 'AWS::IAM::ServerCertificate',
      fields: { name: 'ServerCertificateName', private_key: { path: 'PrivateKey', change: markSensitive } },
    },
    {
      type: 'aws_iam_virtual_mfa_device',
      kind: 'AWS::IAM::VirtualMFADevice',
      nameAttribute: 'virtual_mfa_device_name',
      fields: {},
    },
    { type: 'aws_rolesanywhere_trust_anchor', kind: 'AWS::RolesAnywhere::TrustAnchor', fields: {} },
    { type: 'aws_rolesanywhere_profile', kind: 'AWS::RolesAnywhere::Profile', fields: {} },
  ],
  companions: [
    {
      type: 'aws_iam_user_group_membership',
      target: ['aws_iam_user'],
      match: [['user', 'name']],
      fields: {},
      append: { groups: ['Groups'] },
    },
    {
      type: 'aws_iam_user_login_profile',
      target: ['aws_iam_user'],
      match: [['user', 'name']],
      into: 'LoginProfile',
      fields: {},
    },
  ],
};
