/** Kinesis and Firehose. Data of the contract test. */
import { DOCUMENT, example, type LoweringExample, POLICY } from './lowering-example.ts';

export const streamExamples: readonly LoweringExample[] = [
  example(
    'aws_kinesis_stream_consumer',
    'Kinesis::StreamConsumer',
    { name: 'c', stream_arn: 's' },
    { ConsumerName: 'c', StreamARN: 's' },
  ),
  example(
    'aws_kinesis_resource_policy',
    'Kinesis::ResourcePolicy',
    { resource_arn: 's', policy: POLICY },
    { ResourceArn: 's', ResourcePolicy: DOCUMENT },
  ),
  example(
    'aws_kinesis_video_stream',
    'KinesisVideo::Stream',
    { name: 'v', kms_key_id: 'k', data_retention_in_hours: '24', media_type: 'video/h264' },
    { Name: 'v', KmsKeyId: 'k', DataRetentionInHours: 24, MediaType: 'video/h264' },
  ),
  example(
    'aws_kinesisanalyticsv2_application',
    'KinesisAnalyticsV2::Application',
    {
      name: 'a',
      description: 'd',
      runtime_environment: 'FLINK-1_19',
      service_execution_role: 'r',
      application_configuration: [
        {
          application_code_configuration: [
            {
              code_content_type: 'ZIPFILE',
              code_content: [{ s3_content_location: [{ bucket_arn: 'b', file_key: 'k' }] }],
            },
          ],
          vpc_configuration: [{ security_group_ids: ['g'], subnet_ids: ['subnet-1'] }],
        },
      ],
    },
    {
      ApplicationName: 'a',
      ApplicationDescription: 'd',
      RuntimeEnvironment: 'FLINK-1_19',
      ServiceExecutionRole: 'r',
      ApplicationConfiguration: {
        ApplicationCodeConfiguration: {
          CodeContentType: 'ZIPFILE',
          CodeContent: { S3ContentLocation: { BucketARN: 'b', FileKey: 'k' } },
        },
        VpcConfigurations: [{ SecurityGroupIds: ['g'], SubnetIds: ['subnet-1'] }],
      },
    },
  ),
  example(
    'aws_kinesis_firehose_delivery_stream',
    'KinesisFirehose::DeliveryStream',
    {
      name: 'f',
      destination: 'extended_s3',
      kinesis_source_configuration: [{ kinesis_stream_arn: 's', role_arn: 'r' }],
      server_side_encryption: [{ enabled: true, key_type: 'CUSTOMER_MANAGED_CMK', key_arn: 'k' }],
      extended_s3_configuration: [
        {
          role_arn: 'r',
          bucket_arn: 'b',
          kms_key_arn: 'k',
          buffering_size: '5',
          buffering_interval: 300,
          cloudwatch_logging_options: [{ enabled: true, log_group_name: 'l', log_stream_name: 's' }],
          s3_backup_mode: 'Enabled',
          s3_backup_configuration: [
            {
              role_arn: 'r',
              bucket_arn: 'b',
              kms_key_arn: 'k',
              buffering_size: '5',
              buffering_interval: 300,
              cloudwatch_logging_options: [{ enabled: true, log_group_name: 'l', log_stream_name: 's' }],
            },
          ],
          processing_configuration: [
            {
              enabled: true,
              processors: [{ type: 'Lambda', parameters: [{ parameter_name: 'LambdaArn', parameter_value: 'f' }] }],
            },
          ],
        },
      ],
      redshift_configuration: [
        {
          role_arn: 'r',
          cluster_jdbcurl: 'j',
          username: 'u',
          password: 'p',
          data_table_name: 't',
          copy_options: 'c',
          s3_configuration: [
            {
              role_arn: 'r',
              bucket_arn: 'b',
              kms_key_arn: 'k',
              buffering_size: '5',
              buffering_interval: 300,
              cloudwatch_logging_options: [{ enabled: true, log_group_name: 'l', log_stream_name: 's' }],
            },
          ],
        },
      ],
      http_endpoint_configuration: [
        {
          url: 'https://a',
          name: 'n',
          access_key: 'k',
          s3_configuration: [
            {
              role_arn: 'r',
              bucket_arn: 'b',
              kms_key_arn: 'k',
              buffering_size: '5',
              buffering_interval: 300,
              cloudwatch_logging_options: [{ enabled: true, log_group_name: 'l', log_stream_name: 's' }],
            },
          ],
        },
      ],
      opensearch_configuration: [
        {
          domain_arn: 'd',
          index_name: 'i',
          role_arn: 'r',
          vpc_config: [{ role_arn: 'r', subnet_ids: ['subnet-1'], security_group_ids: ['g'] }],
          s3_configuration: [
            {
              role_arn: 'r',
              bucket_arn: 'b',
              kms_key_arn: 'k',
              buffering_size: '5',
              buffering_interval: 300,
              cloudwatch_logging_options: [{ enabled: true, log_group_name: 'l', log_stream_name: 's' }],
            },
          ],
        },
      ],
      splunk_configuration: [
        {
          hec_endpoint: 'https://s',
          hec_token: 't',
          s3_configuration: [
            {
              role_arn: 'r',
              bucket_arn: 'b',
              kms_key_arn: 'k',
              buffering_size: '5',
              buffering_interval: 300,
              cloudwatch_logging_options: [{ enabled: true, log_group_name: 'l', log_stream_name: 's' }],
            },
          ],
        },
      ],
      iceberg_configuration: [
        {
          catalog_arn: 'c',
          role_arn: 'r',
          s3_configuration: [
            {
              role_arn: 'r',
              bucket_arn: 'b',
              kms_key_arn: 'k',
              buffering_size: '5',
              buffering_interval: 300,
              cloudwatch_logging_options: [{ enabled: true, log_group_name: 'l', log_stream_name: 's' }],
            },
          ],
          destination_table_configuration: [{ database_name: 'd', table_name: 't' }],
        },
      ],
    },
    {
      DeliveryStreamName: 'f',
      KinesisStreamSourceConfiguration: { KinesisStreamARN: 's', RoleARN: 'r' },
      DeliveryStreamEncryptionConfigurationInput: { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: 'k' },
      ExtendedS3DestinationConfiguration: {
        RoleARN: 'r',
        BucketARN: 'b',
        EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'k' } },
        BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 300 },
        CloudWatchLoggingOptions: { Enabled: true, LogGroupName: 'l', LogStreamName: 's' },
        S3BackupMode: 'Enabled',
        S3BackupConfiguration: {
          RoleARN: 'r',
          BucketARN: 'b',
          EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'k' } },
          BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 300 },
          CloudWatchLoggingOptions: { Enabled: true, LogGroupName: 'l', LogStreamName: 's' },
        },
        ProcessingConfiguration: {
          Enabled: true,
          Processors: [{ Type: 'Lambda', Parameters: [{ ParameterName: 'LambdaArn', ParameterValue: 'f' }] }],
        },
      },
      RedshiftDestinationConfiguration: {
        RoleARN: 'r',
        ClusterJDBCURL: 'j',
        Username: 'u',
        Password: 'p',
        CopyCommand: { DataTableName: 't', CopyOptions: 'c' },
        S3Configuration: {
          RoleARN: 'r',
          BucketARN: 'b',
          EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'k' } },
          BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 300 },
          CloudWatchLoggingOptions: { Enabled: true, LogGroupName: 'l', LogStreamName: 's' },
        },
      },
      HttpEndpointDestinationConfiguration: {
        EndpointConfiguration: { Url: 'https://a', Name: 'n', AccessKey: 'k' },
        S3Configuration: {
          RoleARN: 'r',
          BucketARN: 'b',
          EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'k' } },
          BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 300 },
          CloudWatchLoggingOptions: { Enabled: true, LogGroupName: 'l', LogStreamName: 's' },
        },
      },
      AmazonopensearchserviceDestinationConfiguration: {
        DomainARN: 'd',
        IndexName: 'i',
        RoleARN: 'r',
        VpcConfiguration: { RoleARN: 'r', SubnetIds: ['subnet-1'], SecurityGroupIds: ['g'] },
        S3Configuration: {
          RoleARN: 'r',
          BucketARN: 'b',
          EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'k' } },
          BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 300 },
          CloudWatchLoggingOptions: { Enabled: true, LogGroupName: 'l', LogStreamName: 's' },
        },
      },
      SplunkDestinationConfiguration: {
        HECEndpoint: 'https://s',
        HECToken: 't',
        S3Configuration: {
          RoleARN: 'r',
          BucketARN: 'b',
          EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'k' } },
          BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 300 },
          CloudWatchLoggingOptions: { Enabled: true, LogGroupName: 'l', LogStreamName: 's' },
        },
      },
      IcebergDestinationConfiguration: {
        CatalogConfiguration: { CatalogArn: 'c' },
        RoleARN: 'r',
        S3Configuration: {
          RoleARN: 'r',
          BucketARN: 'b',
          EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'k' } },
          BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 300 },
          CloudWatchLoggingOptions: { Enabled: true, LogGroupName: 'l', LogStreamName: 's' },
        },
        DestinationTableConfigurationList: [{ DestinationDatabaseName: 'd', DestinationTableName: 't' }],
      },
    },
  ),
];
