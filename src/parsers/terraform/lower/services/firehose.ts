/** Firehose: where a delivery stream takes its records from, where it leaves them, and how they are encrypted there. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { whenEnabled } from '../changes/when-enabled.ts';
import type { Fields, ServiceTables, Target } from '../type-table.ts';

const secret = (path: string): Target => ({ path, change: markSensitive });

const s3: Fields = {
  buffering_interval: 'BufferingHints.IntervalInSeconds',
  buffering_size: 'BufferingHints.SizeInMBs',
  kms_key_arn: 'EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN',
};
const backup: Fields = { s3_configuration: { path: 'S3Configuration', fields: s3 } };
const search: Fields = { ...backup, vpc_config: 'VpcConfiguration' };

const destinations: Fields = {
  extended_s3_configuration: {
    path: 'ExtendedS3DestinationConfiguration',
    fields: {
      ...s3,
      s3_backup_configuration: { path: 'S3BackupConfiguration', fields: s3 },
      data_format_conversion_configuration: null,
    },
  },
  redshift_configuration: {
    path: 'RedshiftDestinationConfiguration',
    fields: {
      ...backup,
      s3_backup_configuration: { path: 'S3BackupConfiguration', fields: s3 },
      copy_options: 'CopyCommand.CopyOptions',
      data_table_columns: 'CopyCommand.DataTableColumns',
      data_table_name: 'CopyCommand.DataTableName',
      password: secret('Password'),
    },
  },
  opensearch_configuration: { path: 'AmazonopensearchserviceDestinationConfiguration', fields: search },
  elasticsearch_configuration: { path: 'ElasticsearchDestinationConfiguration', fields: search },
  opensearchserverless_configuration: {
    path: 'AmazonOpenSearchServerlessDestinationConfiguration',
    fields: search,
  },
  http_endpoint_configuration: {
    path: 'HttpEndpointDestinationConfiguration',
    fields: {
      ...backup,
      url: 'EndpointConfiguration.Url',
      name: 'EndpointConfiguration.Name',
      access_key: secret('EndpointConfiguration.AccessKey'),
      request_configuration: null,
    },
  },
  splunk_configuration: {
    path: 'SplunkDestinationConfiguration',
    fields: { ...backup, hec_token: secret('HECToken') },
  },
  snowflake_configuration: {
    path: 'SnowflakeDestinationConfiguration',
    fields: { ...backup, private_key: secret('PrivateKey'), key_passphrase: secret('KeyPassphrase') },
  },
  iceberg_configuration: {
    path: 'IcebergDestinationConfiguration',
    fields: {
      ...backup,
      catalog_arn: 'CatalogConfiguration.CatalogArn',
      destination_table_configuration: {
        path: 'DestinationTableConfigurationList',
        fields: { database_name: 'DestinationDatabaseName', table_name: 'DestinationTableName' },
      },
    },
  },
};

export const firehoseTables: ServiceTables = {
  types: [
    {
      type: 'aws_kinesis_firehose_delivery_stream',
      kind: 'AWS::KinesisFirehose::DeliveryStream',
      fields: {
        ...destinations,
        name: 'DeliveryStreamName',
        kinesis_source_configuration: 'KinesisStreamSourceConfiguration',
        server_side_encryption: {
          path: 'DeliveryStreamEncryptionConfigurationInput',
          change: whenEnabled('enabled', false),
        },
      },
    },
  ],
};
