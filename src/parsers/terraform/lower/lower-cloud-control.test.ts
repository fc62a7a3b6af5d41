/** Types of the Cloud Control provider against the dictionary: attributes in, CloudFormation's properties out. */
import { describe, expect, it } from 'vitest';
import { unknown } from '../../../dictionary/testing-values.ts';
import { dictionary, lower, terraform, written } from './testing-resources.ts';
import { POLICY } from './examples/lowering-example.ts';

const EXAMPLES = [
  [
    'awscc_s3_bucket',
    'AWS::S3::Bucket',
    {
      bucket_name: 'b',
      bucket_encryption: {
        server_side_encryption_configuration: [
          { server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: 'k' } },
        ],
      },
      versioning_configuration: { status: 'Enabled' },
      tags: [{ key: 'team', value: 'a' }],
    },
    {
      BucketName: 'b',
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' } },
        ],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      Tags: [{ Key: 'team', Value: 'a' }],
    },
  ],
  [
    'awscc_ec2_security_group',
    'AWS::EC2::SecurityGroup',
    {
      group_description: 'g',
      security_group_ingress: [{ ip_protocol: 'tcp', from_port: '22', to_port: 22, cidr_ip: '0.0.0.0/0' }],
    },
    {
      GroupDescription: 'g',
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }],
    },
  ],
  [
    'awscc_iam_role',
    'AWS::IAM::Role',
    {
      role_name: 'r',
      assume_role_policy_document: POLICY,
      managed_policy_arns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    },
    {
      RoleName: 'r',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }],
      },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    },
  ],
  [
    'awscc_lambda_function',
    'AWS::Lambda::Function',
    { function_name: 'f', role: 'r', code: { s3_bucket: 'b' }, environment: { variables: { my_name: 'v' } } },
    { FunctionName: 'f', Role: 'r', Code: { S3Bucket: 'b' }, Environment: { Variables: { my_name: 'v' } } },
  ],
  [
    'awscc_rds_db_instance',
    'AWS::RDS::DBInstance',
    { db_instance_identifier: 'd', publicly_accessible: true, storage_encrypted: false },
    { DBInstanceIdentifier: 'd', PubliclyAccessible: true, StorageEncrypted: false },
  ],
] as const;

describe('types of the Cloud Control provider', () => {
  it.each(EXAMPLES)('lower %s', (type, kind, attributes, properties) => {
    const { resources, problems, unmapped } = lower(terraform(`${type}.x`, attributes));
    expect([problems, [...unmapped], resources.length]).toEqual([[], [], 1]);
    expect(resources[0]?.kind).toBe(kind);
    expect(written(resources[0])).toEqual(properties);
  });

  it('are named by the attribute their kind names them by', () => {
    const names = [
      terraform('awscc_s3_bucket.a', { bucket_name: 'mine' }),
      terraform('awscc_apigateway_rest_api.a', { name: 'api' }),
      terraform('awscc_sqs_queue.a', { queue_name: unknown('var.name') }),
    ].map((resource) => lower(resource).resources[0]?.name);
    expect(names).toEqual(['mine', 'api', 'awscc_sqs_queue.a']);
  });

  it('have a name for every kind of AWS', () => {
    const kinds = [...dictionary.kinds.keys()].filter((kind) => kind.startsWith('AWS::'));
    const types = kinds.map((kind) => `awscc_${kind.split('::').slice(1).join('_').toLowerCase()}`);
    const { resources } = lower(...types.map((type) => terraform(`${type}.x`, {})));
    expect(resources.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('take the defaults of CloudFormation', () => {
    const [queue] = lower(terraform('awscc_sqs_queue.q', {})).resources;
    const tables = new Set([...(queue?.properties.values() ?? [])].map((value) => value.origin?.table?.split('@')[0]));
    expect([...tables]).toEqual(['cloudformation']);
  });

  it('stay raw and counted where the dictionary has no such kind', () => {
    const { resources, unmapped } = lower(terraform('awscc_nothing_here.x', { a: 1 }));
    expect(resources[0]?.kind).toBe('Terraform::awscc_nothing_here');
    expect([...unmapped]).toEqual([['awscc_nothing_here', 1]]);
  });
});
