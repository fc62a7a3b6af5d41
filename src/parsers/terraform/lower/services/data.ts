/** DynamoDB, EFS, Kinesis, ElastiCache and Parameter Store. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import type { ServiceTables } from '../type-table.ts';

const keyOf = (type: string) => chain(objectWith('attribute_name', { key_type: type }), asList);

export const dataTables: ServiceTables = {
  types: [
    {
      type: 'aws_dynamodb_table',
      kind: 'AWS::DynamoDB::Table',
      fields: {
        name: 'TableName',
        attribute: { path: 'AttributeDefinitions', fields: { name: 'AttributeName', type: 'AttributeType' } },
        hash_key: { path: 'KeySchema', change: keyOf('HASH') },
        range_key: { path: 'KeySchema', change: keyOf('RANGE') },
        server_side_encryption: {
          path: 'SSESpecification',
          fields: { enabled: 'SSEEnabled', kms_key_arn: 'KMSMasterKeyId' },
        },
        point_in_time_recovery: {
          path: 'PointInTimeRecoverySpecification',
          fields: { enabled: 'PointInTimeRecoveryEnabled' },
        },
        stream_view_type: 'StreamSpecification.StreamViewType',
        ttl: 'TimeToLiveSpecification',
        read_capacity: 'ProvisionedThroughput.ReadCapacityUnits',
        write_capacity: 'ProvisionedThroughput.WriteCapacityUnits',
        global_secondary_index: null,
        local_secondary_index: null,
        import_table: null,
      },
    },
    { type: 'aws_efs_file_system', kind: 'AWS::EFS::FileSystem', fields: { tags: 'FileSystemTags' } },
    {
      type: 'aws_kinesis_stream',
      kind: 'AWS::Kinesis::Stream',
      fields: {
        retention_period: 'RetentionPeriodHours',
        encryption_type: 'StreamEncryption.EncryptionType',
        kms_key_id: 'StreamEncryption.KeyId',
      },
    },
    {
      type: 'aws_elasticache_replication_group',
      kind: 'AWS::ElastiCache::ReplicationGroup',
      nameAttribute: 'replication_group_id',
      fields: {
        description: 'ReplicationGroupDescription',
        node_type: 'CacheNodeType',
        auth_token: { path: 'AuthToken', change: markSensitive },
        parameter_group_name: 'CacheParameterGroupName',
        subnet_group_name: 'CacheSubnetGroupName',
      },
    },
    {
      type: 'aws_ssm_parameter',
      kind: 'AWS::SSM::Parameter',
      fields: { insecure_value: 'Value', value: { path: 'Value', change: markSensitive } },
    },
  ],
  companions: [
    {
      type: 'aws_efs_file_system_policy',
      target: ['aws_efs_file_system'],
      match: [['file_system_id', 'id']],
      fields: { policy: 'FileSystemPolicy' },
    },
    {
      type: 'aws_dynamodb_resource_policy',
      target: ['aws_dynamodb_table'],
      match: [['resource_arn', 'arn']],
      fields: { policy: 'ResourcePolicy.PolicyDocument' },
    },
  ],
};
