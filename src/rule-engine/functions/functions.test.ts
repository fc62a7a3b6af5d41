/** The functions of rules on known, absent and unknown arguments. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  openMap,
  type Plain,
  reference,
  uncertainList,
  unresolved,
  value,
} from '../../../test/builders/build-value.ts';
import type { CelValue } from '../cel/operand.ts';
import { truthOf } from '../cel/truth-of.ts';
import { actionMatches } from './action-matches.ts';
import type { CelFunction } from './cel-function.ts';
import { cidrIsPublic } from './cidr-is-public.ts';
import { isPublicPrincipal } from './is-public-principal.ts';
import { matchWildcard } from './match-wildcard.ts';
import { parseCidr } from './parse-cidr.ts';
import { portInRange } from './port-in-range.ts';

function call(fn: CelFunction, ...args: readonly Plain[]): string {
  const values: CelValue[] = args.map((argument) => value(argument));
  return truthOf(fn.evaluate(values, () => undefined));
}

describe('cidrIsPublic', () => {
  it.each([
    '0.0.0.0/0',
    '8.8.8.8',
    '8.0.0.0/8',
    '10.0.0.0/7',
    '172.16.0.0/11',
    '::/0',
    '2000::/3',
    '2600:1f00::/24',
    '::ffff:0:0/96',
    '::ffff:8.8.8.8',
  ])('%s is public', (cidr) => expect(call(cidrIsPublic, cidr)).toBe('true'));

  it.each([
    '10.0.0.0/8',
    '10.1.2.3/32',
    '172.31.255.0/24',
    '192.168.0.0/16',
    '100.64.0.0/10',
    '127.0.0.1',
    '169.254.0.0/16',
    'fc00::/7',
    'fd12:3456::/48',
    'fe80::1',
    '::1',
    '::ffff:10.0.0.1',
  ])('%s is not', (cidr) => expect(call(cidrIsPublic, cidr)).toBe('false'));

  it('does not know what it cannot see', () => {
    expect(call(cidrIsPublic, ABSENT)).toBe('false');
    expect(call(cidrIsPublic, unresolved())).toBe('unknown');
    expect(call(cidrIsPublic, reference('aws_vpc.main', 'cidr_block'))).toBe('unknown');
  });

  it.each([
    '',
    'pl-123',
    '10.0.0/8',
    '10.0.0.0/33',
    '1.2.3.4.5',
    '256.0.0.0/8',
    '::1::',
    '1:2:3:4:5:6:7:8:9',
    'x'.repeat(10_000),
  ])('takes %s for an error', (text) => expect(call(cidrIsPublic, text)).toBe('error'));

  it('reads every IPv4 block as the number it is', () => {
    const octets = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(octets, fc.integer({ min: 0, max: 32 }), (parts, prefix) => {
        const address = parts.reduce((all, part) => all * 256n + BigInt(part), 0n);
        expect(parseCidr(`${parts.join('.')}/${prefix}`)).toEqual({ address, bits: 32, prefix });
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

describe('portInRange', () => {
  it.each<readonly [Plain, Plain, string]>([
    [22, 22, 'true'],
    [0, 65_535, 'true'],
    [23, 65_535, 'false'],
    [0, 21, 'false'],
    [-1, -1, 'true'],
    [ABSENT, ABSENT, 'true'],
    [ABSENT, 21, 'false'],
    [unresolved(), unresolved(), 'unknown'],
    [unresolved(), 21, 'false'],
    [23, unresolved(), 'false'],
    [20, unresolved(), 'unknown'],
    ['22', 22, 'error'],
  ])('from %j to %j covers 22: %s', (from, to, expected) => {
    expect(call(portInRange, from, to, 22)).toBe(expected);
  });
});

describe('actionMatches', () => {
  it.each<readonly [Plain, string, string]>([
    ['*', 's3:GetObject', 'true'],
    ['s3:*', 's3:GetObject', 'true'],
    ['S3:getobject', 's3:GetObject', 'true'],
    ['s3:Get?bject', 's3:GetObject', 'true'],
    ['s3:Put*', 's3:GetObject', 'false'],
    ['s3:GetObject', 's3:GetObjectVersion', 'false'],
    ['*Object', 's3:GetObject', 'true'],
    ['', 's3:GetObject', 'false'],
    [ABSENT, 's3:GetObject', 'false'],
    [unresolved(), 's3:GetObject', 'unknown'],
    [unresolved({ knownPrefix: 's3:G' }), 's3:GetObject', 'unknown'],
    [unresolved({ knownPrefix: 'ec2:' }), 's3:GetObject', 'false'],
  ])('%j over %s is %s', (pattern, action, expected) => {
    expect(call(actionMatches, pattern, action)).toBe(expected);
  });

  it('agrees with a plain search for every pattern', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (wildcard, subject) => {
        const regex = new RegExp(`^${wildcard.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matchWildcard(wildcard, subject)).toBe(regex.test(subject));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('stays quick on patterns made to be slow', () => {
    expect(matchWildcard(`${'a*'.repeat(50)}b`, 'a'.repeat(20_000))).toBe(false);
  });
});

describe('isPublicPrincipal', () => {
  const statement = (rest: { readonly [key: string]: Plain }): Plain => ({
    Effect: 'Allow',
    Principal: { AWS: ['*'] },
    Action: ['sqs:SendMessage'],
    ...rest,
  });
  const when = (operator: string, key: string, ...values: readonly Plain[]): Plain =>
    statement({ Condition: { [operator]: { [key]: values } } });

  it.each<readonly [string, Plain]>([
    ['everybody', statement({})],
    ['everybody among others', statement({ Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'] } })],
    ['everybody but some', statement({ Principal: ABSENT, NotPrincipal: { AWS: ['arn:aws:iam::111122223333:root'] } })],
    ['a negated condition', when('StringNotEquals', 'aws:SourceAccount', '111122223333')],
    ['a condition for missing keys', when('StringEqualsIfExists', 'aws:SourceAccount', '111122223333')],
    ['a condition true without keys', when('ForAllValues:StringEquals', 'aws:PrincipalOrgID', 'o-1')],
    ['a lone star', when('StringLike', 'aws:PrincipalOrgID', '*')],
    ['a star beside a value', when('StringLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/x', '*')],
    ['an ARN of stars', when('ArnLike', 'aws:SourceArn', 'arn:*:*:*:*:*')],
    ['the whole internet', when('IpAddress', 'aws:SourceIp', '0.0.0.0/0')],
    ['a key that names nobody', when('StringEquals', 'aws:RequestedRegion', 'eu-west-1')],
    ['transport only', when('Bool', 'aws:SecureTransport', 'true')],
  ])('%s is public', (_, subject) => {
    expect(call(isPublicPrincipal, subject)).toBe('true');
  });

  it.each<readonly [string, Plain]>([
    ['a Deny', statement({ Effect: 'Deny' })],
    ['one account', statement({ Principal: { AWS: ['arn:aws:iam::111122223333:root'] } })],
    ['a service', statement({ Principal: { Service: ['sns.amazonaws.com'] } })],
    ['an identity policy', statement({ Principal: ABSENT })],
    ['a source account', when('StringEquals', 'aws:SourceAccount', '111122223333')],
    ['any case of the key', when('stringequals', 'AWS:sourceaccount', '111122223333')],
    ['a source ARN pattern', when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:*')],
    ['an organisation', when('ForAnyValue:StringEquals', 'aws:PrincipalOrgID', 'o-1')],
    ['a VPC endpoint', when('StringEquals', 'aws:SourceVpce', 'vpce-1')],
    ['an attribute of a resource', when('ArnEquals', 'aws:SourceArn', reference('aws_sns_topic.t'))],
    ['an office', when('IpAddress', 'aws:SourceIp', '203.0.113.0/24')],
    ['nothing', ABSENT],
  ])('%s is not', (_, subject) => {
    expect(call(isPublicPrincipal, subject)).toBe('false');
  });

  it.each<readonly [string, Plain]>([
    ['an unresolved statement', unresolved()],
    ['an unresolved effect', statement({ Effect: unresolved() })],
    ['an unresolved principal', statement({ Principal: unresolved() })],
    ['an unresolved principal in the list', statement({ Principal: { AWS: [unresolved()] } })],
    ['a star that may not exist', statement({ Principal: { AWS: uncertainList([['unknown', '*']]) } })],
    ['an unresolved condition', statement({ Condition: unresolved() })],
    ['an unresolved value', when('StringEquals', 'aws:SourceAccount', unresolved())],
    ['an open statement', openMap({ Effect: 'Allow', Principal: { AWS: ['*'] } })],
  ])('%s is unknown', (_, subject) => {
    expect(call(isPublicPrincipal, subject)).toBe('unknown');
  });

  it('is not fooled by an unknown beside a certain no', () => {
    expect(call(isPublicPrincipal, statement({ Effect: 'Deny', Principal: unresolved() }))).toBe('false');
    expect(call(isPublicPrincipal, statement({ Principal: { AWS: [unresolved({ knownPrefix: 'arn:' })] } }))).toBe(
      'false',
    );
  });
});
