/** The committed dictionary: complete, consistent, and what rules and lowering rely on. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyDefaults } from './apply-defaults.ts';
import { buildDictionary } from './build-dictionary.ts';
import { coerceValue } from './coerce-value.ts';
import type { KindDefinition, PropertyType } from './dictionary.ts';
import { propertyType } from './property-type.ts';
import { readDictionaryFolder } from './read-dictionary-folder.ts';
import { locationAt, map, plain, scalar, toValue, unknown } from './testing-values.ts';

const FOLDER = fileURLToPath(new URL('../../rules/dictionary', import.meta.url));
const dictionary = readDictionaryFolder(FOLDER);
const kindOf = (name: string): KindDefinition => dictionary.kinds.get(name) as KindDefinition;

describe('the dictionary folder', () => {
  it('defines every kind of kinds.yaml and the extensions', () => {
    const { kinds } = parse(readFileSync(`${FOLDER}/kinds.yaml`, 'utf8')) as { kinds: string[] };
    expect(kinds.filter((kind) => !dictionary.kinds.has(kind))).toEqual([]);
    expect([...dictionary.kinds.keys()]).toEqual(
      expect.arrayContaining([
        'Dockerfile::Stage',
        'IAM::PolicyDocument',
        'Terraform::aws_kms_grant',
        'Terraform::aws_s3_account_public_access_block',
        'Terraform::aws_ebs_encryption_by_default',
        'Terraform::aws_default_security_group',
        'Terraform::aws_iam_account_password_policy',
      ]),
    );
  });

  it('types properties, nested types, policies and attributes', () => {
    const queue = kindOf('AWS::SQS::Queue');
    expect(queue.properties).toMatchObject({
      SqsManagedSseEnabled: { type: 'boolean' },
      DelaySeconds: { type: 'integer' },
    });
    expect(queue.attributes).toContain('Arn');
    expect(queue.source).toBe('aws-service-spec@0.1.216');
    expect(propertyType(kindOf('AWS::IAM::Role'), 'PolicyDocument', 'Policy')).toEqual({ type: 'policy-document' });
    expect(dictionary.policyDocument.types.Statement?.Action).toEqual({ type: 'list', items: { type: 'string' } });
    expect(propertyType(queue, 'constructor')).toBeUndefined();
  });

  it('has defaults only for properties that exist, of their type', () => {
    const tables = [...(dictionary.defaults ?? [])];
    const all = tables.flatMap(([, table]) => [...table.kinds]);
    const entries = all.flatMap(([kind, defaults]) => [...defaults].map(([path, entry]) => ({ kind, path, entry })));
    expect(tables.map(([language]) => language).sort()).toEqual(['cloudformation', 'terraform-aws']);
    for (const { kind, path, entry } of entries) {
      const type = typeAt(kindOf(kind), path);
      expect(type, `${kind}.${path}`).toBeDefined();
      const coerced = coerceValue(toValue(entry.value as never), type as PropertyType, kindOf(kind));
      expect([coerced.problems, coerced.unknownProperties, plain(coerced.value)]).toEqual([[], 0, entry.value]);
      const names = entry.unless.map((condition) => condition.split('=')[0] ?? '');
      expect(names.filter((name) => !propertyType(kindOf(kind), name))).toEqual([]);
    }
  });
});

function typeAt(kind: KindDefinition, path: string): PropertyType | undefined {
  let object: string | undefined;
  let type: PropertyType | undefined;
  for (const name of path.split('.')) {
    type = propertyType(kind, name, object);
    const inner = type?.type === 'list' ? type.items : type;
    object = inner?.type === 'object' ? inner.name : undefined;
  }
  return type;
}

describe('applyDefaults', () => {
  const apply = (kind: string, properties: Parameters<typeof map>[0], language = 'terraform-aws') =>
    applyDefaults({ kind, properties: map(properties).entries, location: locationAt(3) }, language, dictionary);

  it('fills what is absent, says where from, and keeps what is written or unknown', () => {
    const queue = apply('AWS::SQS::Queue', { QueueName: 'q' });
    expect(queue.get('SqsManagedSseEnabled')).toEqual({
      state: 'known',
      type: 'scalar',
      value: true,
      origin: { from: 'provider-default', location: locationAt(3), table: 'terraform-aws@2026-11-01' },
    });
    const written = apply('AWS::SQS::Queue', { SqsManagedSseEnabled: false });
    expect(written.get('SqsManagedSseEnabled')).toMatchObject({ value: false });
    const maybe = apply('AWS::SQS::Queue', { SqsManagedSseEnabled: unknown('var.sse', true) });
    expect(maybe.get('SqsManagedSseEnabled')).toMatchObject({ state: 'unresolved' });
  });

  it('gives no default where another property decides, even an unknown one', () => {
    expect(apply('AWS::SQS::Queue', { KmsMasterKeyId: unknown('var.key', true) }).has('SqsManagedSseEnabled')).toBe(
      false,
    );
    expect(apply('AWS::RDS::DBInstance', { DBSnapshotIdentifier: 's' }).has('StorageEncrypted')).toBe(false);
  });

  it('gives no default where another property has a certain value, or may have it', () => {
    const scheme = (Type: Parameters<typeof map>[0][string]) =>
      apply('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type }).has('Scheme');
    expect([scheme('application'), scheme('gateway'), scheme(unknown('var.type'))]).toEqual([true, false, false]);
  });

  it('differs by language', () => {
    expect(apply('AWS::RDS::DBInstance', {}).get('PubliclyAccessible')).toMatchObject({ value: false });
    expect(apply('AWS::RDS::DBInstance', {}, 'cloudformation').has('PubliclyAccessible')).toBe(false);
    expect(
      plain(apply('AWS::EC2::SecurityGroup', {}, 'cloudformation').get('SecurityGroupEgress') ?? scalar('')),
    ).toEqual([{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }]);
  });

  it('reaches into objects and lists that are written, never into those that are not', () => {
    const task = apply('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [{ Name: 'a', Privileged: true }, { Name: 'b' }],
    });
    expect(plain(task.get('ContainerDefinitions') ?? scalar(''))).toMatchObject([
      { Privileged: true },
      { Privileged: false },
    ]);
    expect(apply('AWS::S3::Bucket', {}).has('PublicAccessBlockConfiguration')).toBe(false);
    const bucket = apply('AWS::S3::Bucket', { PublicAccessBlockConfiguration: { BlockPublicAcls: true } });
    expect(plain(bucket.get('PublicAccessBlockConfiguration') ?? scalar(''))).toMatchObject({
      BlockPublicAcls: true,
      BlockPublicPolicy: false,
    });
  });
});

describe('buildDictionary', () => {
  const policyDocument = { properties: {} };
  it.each([
    [{ kinds: { A: { properties: { x: 'strin g' } } }, policyDocument }, 'a.yaml: A.x: "strin g" is not a type'],
    [{ kinds: { A: { properties: { x: 'list<Missing>' } } }, policyDocument }, 'a.yaml: A.x: there is no type Missing'],
    [{ kinds: { A: { props: {} } }, policyDocument }, 'a.yaml: kinds.A'],
    [{ kinds: {} }, 'no dictionary file defines policyDocument'],
  ])('names file and place of a mistake: %#', (content, message) => {
    expect(() => buildDictionary([{ name: 'a.yaml', content }])).toThrow(message);
  });

  it('takes a kind once', () => {
    const content = { kinds: { A: { properties: {} } }, policyDocument };
    expect(() =>
      buildDictionary([
        { name: 'a.yaml', content },
        { name: 'b.yaml', content },
      ]),
    ).toThrow('b.yaml: A is defined twice');
  });
});
