/** S3 buckets and the resources that configure them. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { DOCUMENT, example, type LoweringExample, POLICY } from './lowering-example.ts';

const ENCRYPTION = [
  { apply_server_side_encryption_by_default: [{ sse_algorithm: 'AES256' }], bucket_key_enabled: true },
];
const ENCRYPTION_RULES = [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: true }];
const CORS = [{ allowed_methods: ['GET'], allowed_origins: ['*'], expose_headers: ['ETag'], max_age_seconds: 60 }];
const CORS_RULES = [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'], ExposedHeaders: ['ETag'], MaxAge: 60 }];

export const storageExamples: readonly LoweringExample[] = [
  example(
    'aws_s3_bucket',
    'S3::Bucket',
    {
      bucket: 'b',
      acl: 'public-read',
      versioning: [{ enabled: true }],
      logging: [{ target_bucket: 'l', target_prefix: 'p/' }],
      server_side_encryption_configuration: [{ rule: ENCRYPTION }],
      website: [{ index_document: 'index.html' }],
      cors_rule: CORS,
      object_lock_enabled: true,
    },
    {
      BucketName: 'b',
      AccessControl: 'PublicRead',
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { DestinationBucketName: 'l', LogFilePrefix: 'p/' },
      BucketEncryption: { ServerSideEncryptionConfiguration: ENCRYPTION_RULES },
      WebsiteConfiguration: { IndexDocument: 'index.html' },
      CorsConfiguration: { CorsRules: CORS_RULES },
      ObjectLockEnabled: true,
    },
  ),
  example(
    'aws_s3_bucket_policy',
    'S3::BucketPolicy',
    { bucket: reference('aws_s3_bucket.b', 'id'), policy: POLICY },
    { Bucket: '<aws_s3_bucket.b.id>', PolicyDocument: DOCUMENT },
  ),
  example(
    'aws_s3_bucket_public_access_block',
    'S3::Bucket',
    { block_public_acls: 'true', block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: false },
    {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: false,
      },
    },
  ),
  example(
    'aws_s3_bucket_versioning',
    'S3::Bucket',
    { versioning_configuration: [{ status: 'Suspended' }] },
    { VersioningConfiguration: { Status: 'Suspended' } },
  ),
  example(
    'aws_s3_bucket_server_side_encryption_configuration',
    'S3::Bucket',
    { rule: ENCRYPTION },
    { BucketEncryption: { ServerSideEncryptionConfiguration: ENCRYPTION_RULES } },
  ),
  example('aws_s3_bucket_acl', 'S3::Bucket', { acl: 'private' }, { AccessControl: 'Private' }),
  example(
    'aws_s3_bucket_logging',
    'S3::Bucket',
    { target_bucket: 'l', target_prefix: 'p/' },
    { LoggingConfiguration: { DestinationBucketName: 'l', LogFilePrefix: 'p/' } },
  ),
  example(
    'aws_s3_bucket_ownership_controls',
    'S3::Bucket',
    { rule: [{ object_ownership: 'BucketOwnerEnforced' }] },
    { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
  ),
  example(
    'aws_s3_bucket_website_configuration',
    'S3::Bucket',
    { index_document: [{ suffix: 'index.html' }], error_document: [{ key: 'error.html' }] },
    { WebsiteConfiguration: { IndexDocument: 'index.html', ErrorDocument: 'error.html' } },
  ),
  example(
    'aws_s3_bucket_cors_configuration',
    'S3::Bucket',
    { cors_rule: CORS },
    { CorsConfiguration: { CorsRules: CORS_RULES } },
  ),
  example(
    'aws_s3_bucket_notification',
    'S3::Bucket',
    {
      lambda_function: [{ lambda_function_arn: reference('aws_lambda_function.f', 'arn'), events: ['a', 'b'] }],
      queue: [{ queue_arn: 'q', events: ['c'] }],
      topic: [{ topic_arn: 't', events: ['d'] }],
      eventbridge: true,
    },
    {
      NotificationConfiguration: {
        LambdaConfigurations: [
          { Function: '<aws_lambda_function.f.arn>', Event: 'a' },
          { Function: '<aws_lambda_function.f.arn>', Event: 'b' },
        ],
        QueueConfigurations: [{ Queue: 'q', Event: 'c' }],
        TopicConfigurations: [{ Topic: 't', Event: 'd' }],
        EventBridgeConfiguration: { EventBridgeEnabled: true },
      },
    },
  ),
  example(
    'aws_s3_bucket_lifecycle_configuration',
    'S3::Bucket',
    { rule: [{ id: 'r', status: 'Enabled', expiration: [{ days: '30' }] }] },
    { LifecycleConfiguration: { Rules: [{ Id: 'r', Status: 'Enabled', ExpirationInDays: 30 }] } },
  ),
];
