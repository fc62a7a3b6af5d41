/** Access points of S3, and what protects buckets. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { DOCUMENT, example, type LoweringExample, POLICY } from './lowering-example.ts';

export const storeExamples: readonly LoweringExample[] = [
  example(
    'aws_s3_access_point',
    'S3::AccessPoint',
    {
      name: 'a',
      bucket: reference('aws_s3_bucket.b', 'id'),
      account_id: '111122223333',
      policy: POLICY,
      public_access_block_configuration: [
        {
          block_public_acls: true,
          block_public_policy: 'false',
          ignore_public_acls: true,
          restrict_public_buckets: false,
        },
      ],
      vpc_configuration: [{ vpc_id: 'vpc-1' }],
    },
    {
      Name: 'a',
      Bucket: '<aws_s3_bucket.b.id>',
      Policy: DOCUMENT,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: false,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: false,
      },
      VpcConfiguration: { VpcId: 'vpc-1' },
    },
  ),
  {
    type: 'aws_s3control_access_point_policy',
    kind: 'AWS::S3::AccessPoint',
    terraform: { policy: POLICY },
    properties: { Name: 'a', Policy: DOCUMENT },
    target: { name: 'a' },
  },
  example(
    'aws_s3control_multi_region_access_point',
    'S3::MultiRegionAccessPoint',
    {
      details: [
        {
          name: 'm',
          public_access_block: [
            {
              block_public_acls: true,
              block_public_policy: 'false',
              ignore_public_acls: true,
              restrict_public_buckets: false,
            },
          ],
          region: [{ bucket: 'b', bucket_account_id: '111122223333' }],
        },
      ],
    },
    {
      Name: 'm',
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: false,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: false,
      },
      Regions: [{ Bucket: 'b', BucketAccountId: '111122223333' }],
    },
  ),
  example(
    'aws_s3control_multi_region_access_point_policy',
    'S3::MultiRegionAccessPointPolicy',
    { details: [{ name: 'm', policy: POLICY }] },
    { MrapName: 'm', Policy: DOCUMENT },
  ),
  example(
    'aws_s3control_object_lambda_access_point',
    'S3ObjectLambda::AccessPoint',
    {
      name: 'o',
      configuration: [
        {
          supporting_access_point: 'a',
          transformation_configuration: [
            { actions: ['GetObject'], content_transformation: [{ aws_lambda: [{ function_arn: 'f' }] }] },
          ],
        },
      ],
    },
    {
      Name: 'o',
      ObjectLambdaConfiguration: {
        SupportingAccessPoint: 'a',
        TransformationConfigurations: [
          { Actions: ['GetObject'], ContentTransformation: { AwsLambda: { FunctionArn: 'f' } } },
        ],
      },
    },
  ),
  example(
    'aws_s3control_object_lambda_access_point_policy',
    'S3ObjectLambda::AccessPointPolicy',
    { name: 'o', policy: POLICY },
    { ObjectLambdaAccessPoint: 'o', PolicyDocument: DOCUMENT },
  ),
  example(
    'aws_s3_directory_bucket',
    'S3Express::DirectoryBucket',
    {
      bucket: 'b--usw2-az1--x-s3',
      data_redundancy: 'SingleAvailabilityZone',
      location: [{ name: 'usw2-az1', type: 'AvailabilityZone' }],
    },
    { BucketName: 'b--usw2-az1--x-s3', DataRedundancy: 'SingleAvailabilityZone', LocationName: 'usw2-az1' },
  ),
  example(
    'aws_s3_bucket_object_lock_configuration',
    'S3::Bucket',
    { object_lock_enabled: 'Enabled', rule: [{ default_retention: [{ mode: 'COMPLIANCE', days: '30' }] }] },
    {
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } },
      },
    },
  ),
  example(
    'aws_s3_bucket_replication_configuration',
    'S3::Bucket',
    {
      role: 'r',
      rule: [
        {
          id: 'all',
          status: 'Enabled',
          priority: 1,
          filter: [{ prefix: 'p/' }],
          delete_marker_replication: [{ status: 'Enabled' }],
          source_selection_criteria: [{ sse_kms_encrypted_objects: [{ status: 'Enabled' }] }],
          destination: [
            {
              bucket: 'd',
              account: '111122223333',
              access_control_translation: [{ owner: 'Destination' }],
              encryption_configuration: [{ replica_kms_key_id: 'k' }],
            },
          ],
        },
      ],
    },
    {
      ReplicationConfiguration: {
        Role: 'r',
        Rules: [
          {
            Id: 'all',
            Status: 'Enabled',
            Priority: 1,
            Filter: { Prefix: 'p/' },
            DeleteMarkerReplication: { Status: 'Enabled' },
            SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
            Destination: {
              Bucket: 'd',
              Account: '111122223333',
              AccessControlTranslation: { Owner: 'Destination' },
              EncryptionConfiguration: { ReplicaKmsKeyID: 'k' },
            },
          },
        ],
      },
    },
  ),
  example(
    'aws_s3_bucket_inventory',
    'S3::Bucket',
    {
      name: 'i',
      included_object_versions: 'All',
      enabled: true,
      schedule: [{ frequency: 'Daily' }],
      filter: [{ prefix: 'p/' }],
      destination: [
        { bucket: [{ bucket_arn: 'd', format: 'ORC', account_id: '111122223333', encryption: [{ sse_s3: [{}] }] }] },
      ],
    },
    {
      InventoryConfigurations: [
        {
          Id: 'i',
          IncludedObjectVersions: 'All',
          Enabled: true,
          ScheduleFrequency: 'Daily',
          Prefix: 'p/',
          Destination: { BucketArn: 'd', Format: 'ORC', BucketAccountId: '111122223333' },
        },
      ],
    },
  ),
  example(
    'aws_s3_bucket_accelerate_configuration',
    'S3::Bucket',
    { status: 'Enabled' },
    { AccelerateConfiguration: { AccelerationStatus: 'Enabled' } },
  ),
];
