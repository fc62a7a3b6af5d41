/** Timestream, Keyspaces and QLDB: stores of time series, wide columns and ledgers. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { chain } from '../changes/chain.ts';
import { pick } from '../changes/pick.ts';
import { translate } from '../changes/translate.ts';
import type { ServiceTables } from '../type-table.ts';

const isEnabled = chain(pick('status'), translate({ ENABLED: true, DISABLED: false }));

export const wideColumnTables: ServiceTables = {
  types: [
    {
      type: 'aws_timestreamwrite_database',
      kind: 'AWS::Timestream::Database',
      nameAttribute: 'database_name',
      fields: {},
    },
    { type: 'aws_timestreamwrite_table', kind: 'AWS::Timestream::Table', nameAttribute: 'table_name', fields: {} },
    {
      type: 'aws_timestreaminfluxdb_db_instance',
      kind: 'AWS::Timestream::InfluxDBInstance',
      fields: { password: { path: 'Password', change: markSensitive } },
    },
    { type: 'aws_keyspaces_keyspace', kind: 'AWS::Cassandra::Keyspace', fields: { name: 'KeyspaceName' } },
    {
      type: 'aws_keyspaces_table',
      kind: 'AWS::Cassandra::Table',
      nameAttribute: 'table_name',
      fields: {
        client_side_timestamps: { path: 'ClientSideTimestampsEnabled', change: isEnabled },
        encryption_specification: { path: 'EncryptionSpecification', fields: { type: 'EncryptionType' } },
        point_in_time_recovery: { path: 'PointInTimeRecoveryEnabled', change: isEnabled },
        capacity_specification: {
          path: 'BillingMode',
          fields: {
            throughput_mode: 'Mode',
            read_capacity_units: 'ProvisionedThroughput.ReadCapacityUnits',
            write_capacity_units: 'ProvisionedThroughput.WriteCapacityUnits',
          },
        },
      },
    },
    { type: 'aws_qldb_ledger', kind: 'AWS::QLDB::Ledger', fields: {} },
  ],
};
