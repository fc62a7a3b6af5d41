/** Transfer Family: servers, their users, and connectors to the servers of others. */
import type { ServiceTables } from '../type-table.ts';

export const transferTables: ServiceTables = {
  types: [
    {
      type: 'aws_transfer_server',
      kind: 'AWS::Transfer::Server',
      fields: {
        directory_id: 'IdentityProviderDetails.DirectoryId',
        function: 'IdentityProviderDetails.Function',
        invocation_role: 'IdentityProviderDetails.InvocationRole',
        sftp_authentication_methods: 'IdentityProviderDetails.SftpAuthenticationMethods',
        url: 'IdentityProviderDetails.Url',
        endpoint: null,
      },
    },
    {
      type: 'aws_transfer_user',
      kind: 'AWS::Transfer::User',
      nameAttribute: 'user_name',
      fields: {},
    },
    { type: 'aws_transfer_connector', kind: 'AWS::Transfer::Connector', nameAttribute: 'url', fields: {} },
  ],
};
