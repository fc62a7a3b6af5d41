/** Lowering as rules see it: companions folded, rules of security groups expanded, nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { list, plain, reference, scalar, unknown } from '../../../dictionary/testing-values.ts';
import { dictionary, lower, terraform, written } from './testing-resources.ts';

const bucket = terraform('aws_s3_bucket.logs', { bucket: 'logs' });
const block = { block_public_acls: true, block_public_policy: true };
const byReference = reference('aws_s3_bucket.logs', 'id');

describe('companions of a bucket', () => {
  it('fold by reference and by equal name, with where they stand', () => {
    const { resources } = lower(
      bucket,
      terraform('aws_s3_bucket_public_access_block.logs', { bucket: byReference, ...block }),
      terraform('aws_s3_bucket_versioning.logs', {
        bucket: 'logs',
        versioning_configuration: [{ status: 'Enabled' }],
      }),
      terraform('aws_s3_bucket_server_side_encryption_configuration.logs', {
        bucket: byReference,
        rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: 'k' }] }],
      }),
    );
    expect(resources).toHaveLength(1);
    expect(written(resources[0])).toEqual({
      BucketName: 'logs',
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: false,
        RestrictPublicBuckets: false,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' } },
        ],
      },
    });
    expect(resources[0]?.foldedFrom.map(({ address }) => address)).toEqual([
      'aws_s3_bucket_public_access_block.logs',
      'aws_s3_bucket_versioning.logs',
      'aws_s3_bucket_server_side_encryption_configuration.logs',
    ]);
  });

  it('leave what they set unresolved when they may not exist', () => {
    const companion = { bucket: byReference, ...block };
    const { resources } = lower(
      bucket,
      terraform('aws_s3_bucket_public_access_block.logs', companion, { presence: 'unknown' }),
    );
    expect(written(resources[0])).toMatchObject({ PublicAccessBlockConfiguration: '?unknown-condition|absent' });
  });

  it('leave what two of them set unresolved', () => {
    const { resources } = lower(
      bucket,
      terraform('aws_s3_bucket_acl.one', { bucket: byReference, acl: 'private' }),
      terraform('aws_s3_bucket_acl.two', { bucket: byReference, acl: 'public-read' }),
    );
    expect(written(resources[0])).toMatchObject({ AccessControl: '?unknown-condition|absent' });
  });

  it.each([
    ['unknown', unknown('var.bucket')],
    ['outside the unit', scalar('elsewhere')],
    ['outside the unit by reference', reference('module.x.aws_s3_bucket.b', 'id')],
  ])('stay resources when the bucket is %s', (_, target) => {
    const { resources, unmapped } = lower(
      bucket,
      terraform('aws_s3_bucket_public_access_block.x', { bucket: target, ...block }),
    );
    expect(resources.map(({ kind }) => kind)).toEqual([
      'AWS::S3::Bucket',
      'Terraform::aws_s3_bucket_public_access_block',
    ]);
    expect(written(resources[1])).toMatchObject({ block_public_acls: true });
    expect([...unmapped]).toEqual([]);
  });

  it('are not guessed between two buckets of one name', () => {
    const twin = terraform('aws_s3_bucket.twin', { bucket: 'logs' });
    const { resources } = lower(bucket, twin, terraform('aws_s3_bucket_acl.x', { bucket: 'logs', acl: 'public-read' }));
    expect(resources.map(({ kind }) => kind)).toContain('Terraform::aws_s3_bucket_acl');
  });
});

describe('security groups', () => {
  const group = { name: 'web', description: 'web', vpc_id: 'vpc-1' };
  const ssh = { from_port: 22, to_port: 22, protocol: 'tcp' };

  it('have one rule for each source, inline or not', () => {
    const { resources, problems } = lower(
      terraform('aws_security_group.web', {
        ...group,
        ingress: [
          {
            ...ssh,
            cidr_blocks: ['10.0.0.0/8', '0.0.0.0/0'],
            ipv6_cidr_blocks: ['::/0'],
            self: true,
            description: 'ssh',
          },
        ],
        egress: [{ from_port: 0, to_port: 0, protocol: 'all', cidr_blocks: ['0.0.0.0/0'] }],
      }),
      terraform('aws_security_group_rule.db', {
        type: 'ingress',
        security_group_id: reference('aws_security_group.web', 'id'),
        from_port: 5432,
        to_port: 5432,
        protocol: 'tcp',
        source_security_group_id: reference('aws_security_group.app', 'id'),
      }),
      terraform('aws_vpc_security_group_ingress_rule.https', {
        security_group_id: reference('aws_security_group.web', 'id'),
        from_port: 443,
        to_port: '443',
        ip_protocol: 'tcp',
        cidr_ipv4: '0.0.0.0/0',
      }),
    );
    expect(problems).toEqual([]);
    expect(resources).toHaveLength(1);
    const base = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, Description: 'ssh' };
    expect(written(resources[0])).toEqual({
      GroupName: 'web',
      GroupDescription: 'web',
      VpcId: 'vpc-1',
      SecurityGroupIngress: [
        { ...base, CidrIp: '10.0.0.0/8' },
        { ...base, CidrIp: '0.0.0.0/0' },
        { ...base, CidrIpv6: '::/0' },
        { ...base, SourceSecurityGroupId: '<aws_security_group.web.id>' },
        { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: '<aws_security_group.app.id>' },
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' },
      ],
      SecurityGroupEgress: [{ IpProtocol: '-1', FromPort: 0, ToPort: 0, CidrIp: '0.0.0.0/0' }],
    });
  });

  it('keep unknown sources and rules that may not exist', () => {
    const { resources } = lower(
      terraform('aws_security_group.web', { ...group, ingress: [{ ...ssh, cidr_blocks: unknown('var.cidrs') }] }),
      terraform(
        'aws_security_group_rule.maybe',
        {
          ...ssh,
          type: 'ingress',
          security_group_id: reference('aws_security_group.web', 'id'),
          cidr_blocks: ['0.0.0.0/0'],
        },
        { presence: 'unknown' },
      ),
    );
    const base = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 };
    expect(written(resources[0])).toMatchObject({
      SecurityGroupIngress: [
        { maybe: { ...base, CidrIp: '?variable-without-value' } },
        { maybe: { ...base, CidrIp: '0.0.0.0/0' } },
      ],
    });
  });

  it('outside the unit leave their rules as resources, named by the source', () => {
    const rule = { ...ssh, type: 'ingress', security_group_id: 'sg-1' };
    const { resources } = lower(
      terraform('aws_security_group_rule.one', { ...rule, cidr_blocks: ['10.0.0.0/8'] }),
      terraform('aws_security_group_rule.two', { ...rule, cidr_blocks: ['10.0.0.0/8', '0.0.0.0/0', '0.0.0.0/0'] }),
      terraform('aws_security_group_rule.out', { ...rule, type: 'egress', cidr_blocks: ['10.0.0.0/8'] }),
      terraform('aws_security_group_rule.any', { ...rule, type: unknown('var.type') }),
    );
    expect(resources.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      'AWS::EC2::SecurityGroupIngress aws_security_group_rule.one',
      'AWS::EC2::SecurityGroupIngress aws_security_group_rule.two.["10.0.0.0/8"]',
      'AWS::EC2::SecurityGroupIngress aws_security_group_rule.two.["0.0.0.0/0"]',
      'AWS::EC2::SecurityGroupIngress aws_security_group_rule.two.["0.0.0.0/0"]#2',
      'AWS::EC2::SecurityGroupEgress aws_security_group_rule.out',
      'Terraform::aws_security_group_rule aws_security_group_rule.any',
    ]);
    expect(written(resources[0])).toEqual({
      IpProtocol: 'tcp',
      FromPort: 22,
      ToPort: 22,
      CidrIp: '10.0.0.0/8',
      GroupId: 'sg-1',
    });
  });
});

describe('IAM', () => {
  const role = terraform('aws_iam_role.r', { name: 'r', managed_policy_arns: ['arn:a'] });

  it('attaches policies to identities of the unit', () => {
    const { resources } = lower(
      role,
      terraform('aws_iam_role_policy_attachment.b', { role: reference('aws_iam_role.r', 'name'), policy_arn: 'arn:b' }),
      terraform('aws_iam_policy_attachment.c', { roles: ['r'], policy_arn: reference('aws_iam_policy.p', 'arn') }),
      terraform('aws_iam_role_policy_attachment.d', { role: 'r', policy_arn: 'arn:d' }, { presence: 'unknown' }),
    );
    expect(resources).toHaveLength(1);
    expect(written(resources[0])).toMatchObject({
      ManagedPolicyArns: ['arn:a', 'arn:b', '<aws_iam_policy.p.arn>', { maybe: 'arn:d' }],
    });
  });

  it('keeps attachments of which an identity is not in the unit', () => {
    const { resources } = lower(
      role,
      terraform('aws_iam_policy_attachment.c', { roles: ['r', 'other'], policy_arn: 'arn:c' }),
      terraform('aws_iam_role_policy_attachment.e', { role: 'other', policy_arn: 'arn:e' }),
    );
    expect(written(resources[0])).toMatchObject({ ManagedPolicyArns: ['arn:a', 'arn:c'] });
    expect(resources.slice(1).map(({ kind }) => kind)).toEqual([
      'Terraform::aws_iam_policy_attachment',
      'Terraform::aws_iam_role_policy_attachment',
    ]);
  });

  it('reports and keeps out what is not a policy', () => {
    const { resources, problems } = lower(terraform('aws_iam_policy.p', { name: 'p', policy: '{"Statement": [' }));
    expect(written(resources[0])).toMatchObject({ PolicyDocument: '?invalid-value' });
    expect(problems).toMatchObject([{ code: 'invalid-policy-document', unit: 'infra', address: 'aws_iam_policy.p' }]);
  });
});

describe('lowerTerraform', () => {
  it('makes an inline policy a resource of its own', () => {
    const { resources } = lower(
      terraform('aws_sqs_queue.q', { name: 'q', policy: '{"Statement":{"Effect":"Allow","Principal":"*"}}' }),
    );
    expect(resources.map(({ address, kind }) => [address, kind])).toEqual([
      ['aws_sqs_queue.q', 'AWS::SQS::Queue'],
      ['aws_sqs_queue.q.policy', 'AWS::SQS::QueuePolicy'],
    ]);
    expect(written(resources[1])).toEqual({
      Queues: ['<aws_sqs_queue.q.id>'],
      PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { AWS: ['*'] } }] },
    });
  });

  it('keeps types without a table with their attributes, counted, and drops data sources', () => {
    const { resources, unmapped } = lower(
      terraform('aws_lightsail_domain.z', { name: 'example.com', comment: null }),
      terraform('aws_kms_grant.g', { key_id: 'k', operations: 'Decrypt' }),
      terraform('aws_region.current', {}, { mode: 'data' }),
    );
    expect(resources.map(({ kind, name }) => [kind, name])).toEqual([
      ['Terraform::aws_lightsail_domain', 'example.com'],
      ['Terraform::aws_kms_grant', 'aws_kms_grant.g'],
    ]);
    expect(resources.map(written)).toEqual([{ name: 'example.com' }, { key_id: 'k', operations: ['Decrypt'] }]);
    expect([...unmapped]).toEqual([['aws_lightsail_domain', 1]]);
  });

  it('carries over what the evaluator knows', () => {
    const more = {
      presence: 'unknown' as const,
      movedFrom: ['aws_sqs_queue.old'],
      provider: { alias: 'eu', region: scalar('eu-west-1') },
    };
    const { resources } = lower(terraform('aws_sqs_queue.q', { name: unknown('var.name'), policy: '{}' }, more));
    expect(resources[0]).toMatchObject({
      ...more,
      name: 'aws_sqs_queue.q',
      unit: 'infra',
      sourceType: 'aws_sqs_queue',
    });
    expect(resources[1]).toMatchObject({ presence: 'unknown', movedFrom: ['aws_sqs_queue.old.policy'] });
  });

  it('keeps the first of two resources with one address', () => {
    const { resources, problems } = lower(bucket, terraform('aws_s3_bucket.logs', { bucket: 'other' }));
    expect(resources.map(({ name }) => name)).toEqual(['logs']);
    expect(problems).toMatchObject([{ code: 'duplicate-address', address: 'aws_s3_bucket.logs' }]);
  });

  it('keeps a block under an unknown condition unknown', () => {
    const config = list([{ mode: 'Active' }]);
    const maybe = { ...config, items: config.items.map((item) => ({ ...item, presence: 'unknown' as const })) };
    const { resources } = lower(terraform('aws_lambda_function.f', { function_name: 'f', tracing_config: maybe }));
    expect(written(resources[0])).toMatchObject({ TracingConfig: '?unknown-condition|absent' });
  });

  it('reports impossible values and keys written twice in JSON', () => {
    const { problems } = lower(
      terraform('aws_ecs_task_definition.t', {
        container_definitions: '[{"name":"a","privileged":true,"privileged":false}]',
      }),
      terraform('aws_sqs_queue.q', { delay_seconds: 'soon' }),
    );
    expect(problems.map(({ code, address }) => [code, address])).toEqual([
      ['duplicate-key', 'aws_ecs_task_definition.t'],
      ['impossible-value', 'aws_sqs_queue.q'],
    ]);
  });

  it('fills in defaults of the provider after folding', () => {
    const { resources } = lower(terraform('aws_sqs_queue.q', {}), terraform('aws_db_instance.d', { identifier: 'd' }));
    expect(resources[0]?.properties.get('SqsManagedSseEnabled')).toMatchObject({ value: true });
    expect(resources[1]?.properties.get('StorageEncrypted')).toMatchObject({
      value: false,
      origin: { table: 'terraform-aws@2026-11-01' },
    });
  });

  it('never throws, whatever the attributes are, and never makes two resources of one address', () => {
    const attribute = fc.constantFrom('bucket', 'policy', 'ingress', 'rule', 'role', 'name', 'type', 'statement', 'x');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.constant(unknown('var.x', true)),
        fc.constant(reference('aws_s3_bucket.x', 'id')),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(attribute, tie('tree')),
      ),
    }));
    const type = fc.constantFrom(
      'aws_s3_bucket',
      'aws_s3_bucket_acl',
      'aws_security_group',
      'aws_security_group_rule',
      'aws_iam_policy_attachment',
      'aws_wafv2_web_acl',
      'aws_sqs_queue',
      'aws_ecs_task_definition',
      'other',
    );
    const one = fc.record({ type, name: fc.constantFrom('x', 'y'), attributes: fc.dictionary(attribute, tree) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (sources) => {
        const resources = sources.map((source) =>
          terraform(`${source.type}.${source.name}`, source.attributes as never),
        );
        const addresses = lower(...resources).resources.map(({ address }) => address);
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('lowers to plain data that crosses a thread', () => {
    const { resources } = lower(bucket);
    expect(plain(structuredClone(resources)[0]?.properties.get('BucketName') ?? scalar(''))).toBe('logs');
    expect(dictionary.kinds.size).toBeGreaterThan(70);
  });
});
