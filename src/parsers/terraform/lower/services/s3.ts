/** S3: buckets, the many resources that configure one, and bucket policies. */
import { aclOfGrants } from '../changes/acl-of-grants.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import { pick } from '../changes/pick.ts';
import { spread } from '../changes/spread.ts';
import { translate } from '../changes/translate.ts';
import type { CompanionTable, Fields, ServiceTables } from '../type-table.ts';

const cannedAcl = translate({
  private: 'Private',
  'public-read': 'PublicRead',
  'public-read-write': 'PublicReadWrite',
  'authenticated-read': 'AuthenticatedRead',
  'aws-exec-read': 'AwsExecRead',
  'log-delivery-write': 'LogDeliveryWrite',
  'bucket-owner-read': 'BucketOwnerRead',
  'bucket-owner-full-control': 'BucketOwnerFullControl',
});
const asStatus = translate({ true: 'Enabled', false: 'Suspended' });

const encryptionRule: Fields = {
  apply_server_side_encryption_by_default: 'ServerSideEncryptionByDefault',
  blocked_encryption_types: { path: 'BlockedEncryptionTypes', change: objectWith('encryption_type') },
};
const corsRule: Fields = { expose_headers: 'ExposedHeaders', max_age_seconds: 'MaxAge' };
const logging: Fields = { target_bucket: 'DestinationBucketName', target_prefix: 'LogFilePrefix' };
const websiteArguments: Fields = {
  index_document: 'IndexDocument',
  error_document: 'ErrorDocument',
  routing_rule: null,
  routing_rules: null,
  redirect_all_requests_to: null,
};

function bucketCompanion(suffix: string, fields: Fields, ensure: readonly string[] = []): CompanionTable {
  return {
    type: `aws_s3_bucket_${suffix}`,
    target: ['aws_s3_bucket'],
    match: [['bucket', 'bucket']],
    fields,
    ensure,
  };
}

export const s3Tables: ServiceTables = {
  types: [
    {
      type: 'aws_s3_bucket',
      kind: 'AWS::S3::Bucket',
      nameAttribute: 'bucket',
      fields: {
        bucket: 'BucketName',
        acl: { path: 'AccessControl', change: cannedAcl },
        grant: { path: 'AccessControl', change: aclOfGrants },
        versioning: {
          path: 'VersioningConfiguration',
          fields: { enabled: { path: 'Status', change: asStatus } },
        },
        logging: { path: 'LoggingConfiguration', fields: logging },
        server_side_encryption_configuration: {
          path: 'BucketEncryption',
          fields: { rule: { path: 'ServerSideEncryptionConfiguration', fields: encryptionRule } },
        },
        website: { path: 'WebsiteConfiguration', fields: websiteArguments },
        cors_rule: { path: 'CorsConfiguration.CorsRules', fields: corsRule },
      },
      inlinePolicy: {
        attribute: 'policy',
        kind: 'AWS::S3::BucketPolicy',
        attachedBy: 'Bucket',
        document: 'PolicyDocument',
      },
    },
    { type: 'aws_s3_bucket_policy', kind: 'AWS::S3::BucketPolicy', fields: { policy: 'PolicyDocument' } },
  ],
  companions: [
    bucketCompanion(
      'public_access_block',
      {
        block_public_acls: 'PublicAccessBlockConfiguration.BlockPublicAcls',
        block_public_policy: 'PublicAccessBlockConfiguration.BlockPublicPolicy',
        ignore_public_acls: 'PublicAccessBlockConfiguration.IgnorePublicAcls',
        restrict_public_buckets: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
      },
      ['PublicAccessBlockConfiguration'],
    ),
    bucketCompanion('versioning', { versioning_configuration: 'VersioningConfiguration' }),
    bucketCompanion('server_side_encryption_configuration', {
      rule: { path: 'BucketEncryption.ServerSideEncryptionConfiguration', fields: encryptionRule },
    }),
    bucketCompanion('acl', {
      acl: { path: 'AccessControl', change: cannedAcl },
      access_control_policy: { path: 'AccessControl', change: aclOfGrants },
    }),
    bucketCompanion('logging', {
      target_bucket: 'LoggingConfiguration.DestinationBucketName',
      target_prefix: 'LoggingConfiguration.LogFilePrefix',
    }),
    bucketCompanion('ownership_controls', { rule: 'OwnershipControls.Rules' }),
    bucketCompanion(
      'website_configuration',
      {
        index_document: { path: 'WebsiteConfiguration.IndexDocument', change: pick('suffix') },
        error_document: { path: 'WebsiteConfiguration.ErrorDocument', change: pick('key') },
        redirect_all_requests_to: 'WebsiteConfiguration.RedirectAllRequestsTo',
      },
      ['WebsiteConfiguration'],
    ),
    bucketCompanion('cors_configuration', { cors_rule: { path: 'CorsConfiguration.CorsRules', fields: corsRule } }),
    bucketCompanion('notification', {
      lambda_function: {
        path: 'NotificationConfiguration.LambdaConfigurations',
        change: spread('events', 'event'),
        fields: { lambda_function_arn: 'Function' },
      },
      queue: {
        path: 'NotificationConfiguration.QueueConfigurations',
        change: spread('events', 'event'),
        fields: { queue_arn: 'Queue' },
      },
      topic: {
        path: 'NotificationConfiguration.TopicConfigurations',
        change: spread('events', 'event'),
        fields: { topic_arn: 'Topic' },
      },
      eventbridge: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
    }),
    bucketCompanion('lifecycle_configuration', {
      rule: {
        path: 'LifecycleConfiguration.Rules',
        fields: {
          expiration: { path: 'ExpirationInDays', change: chain(pick('days')) },
          transition: null,
          noncurrent_version_transition: null,
          noncurrent_version_expiration: null,
          filter: null,
        },
      },
    }),
  ],
};
