/** Amazon MQ: brokers, their users and configurations. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import type { ServiceTables } from '../type-table.ts';

export const mqTables: ServiceTables = {
  types: [
    {
      type: 'aws_mq_broker',
      kind: 'AWS::AmazonMQ::Broker',
      nameAttribute: 'broker_name',
      fields: {
        user: { path: 'Users', fields: { password: { path: 'Password', change: markSensitive } } },
        ldap_server_metadata: {
          path: 'LdapServerMetadata',
          fields: { service_account_password: { path: 'ServiceAccountPassword', change: markSensitive } },
        },
      },
    },
    { type: 'aws_mq_configuration', kind: 'AWS::AmazonMQ::Configuration', fields: {} },
  ],
};
