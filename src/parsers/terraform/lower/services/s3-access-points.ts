/** S3 beside buckets: access points of all kinds with their policies, and directory buckets. */
import { pick } from '../changes/pick.ts';
import type { ServiceTables } from '../type-table.ts';

export const s3AccessPointTables: ServiceTables = {
  types: [
    { type: 'aws_s3_access_point', kind: 'AWS::S3::AccessPoint', fields: { account_id: null } },
    {
      type: 'aws_s3control_multi_region_access_point',
      kind: 'AWS::S3::MultiRegionAccessPoint',
      fields: {
        details: { path: '', fields: { public_access_block: 'PublicAccessBlockConfiguration', region: 'Regions' } },
      },
    },
    {
      type: 'aws_s3control_multi_region_access_point_policy',
      kind: 'AWS::S3::MultiRegionAccessPointPolicy',
      fields: { details: { path: '', fields: { name: 'MrapName' } } },
    },
    {
      type: 'aws_s3control_object_lambda_access_point',
      kind: 'AWS::S3ObjectLambda::AccessPoint',
      fields: { configuration: 'ObjectLambdaConfiguration' },
    },
    {
      type: 'aws_s3control_object_lambda_access_point_policy',
      kind: 'AWS::S3ObjectLambda::AccessPointPolicy',
      fields: { name: 'ObjectLambdaAccessPoint', policy: 'PolicyDocument' },
    },
    {
      type: 'aws_s3_directory_bucket',
      kind: 'AWS::S3Express::DirectoryBucket',
      nameAttribute: 'bucket',
      fields: { bucket: 'BucketName', location: { path: 'LocationName', change: pick('name') } },
    },
  ],
  companions: [
    {
      type: 'aws_s3control_access_point_policy',
      target: ['aws_s3_access_point'],
      match: [['access_point_arn', 'arn']],
      fields: { policy: 'Policy' },
    },
  ],
};
