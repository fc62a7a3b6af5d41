/** Patterns that should name a source, known and known in part, and what they do to a public statement. */
import { describe, expect, it } from 'vitest';
import { ABSENT, type Plain, reference, unresolved, value } from '../../../test/builders/build-value.ts';
import type { TextPiece, UnresolvedValue } from '../../model/value.ts';
import { truthOf } from '../cel/truth-of.ts';
import { isPublicPrincipal } from './is-public-principal.ts';
import { namesAnySource } from './names-any-source.ts';

const account: TextPiece = { reason: 'pseudo-parameter', subject: 'AWS::AccountId' };
const region: TextPiece = { reason: 'pseudo-parameter', subject: 'AWS::Region' };
const variable: TextPiece = { reason: 'variable-without-value', subject: 'var.account' };

function text(...parts: readonly (string | TextPiece)[]): UnresolvedValue {
  return unresolved({ pieces: parts.map((part) => (typeof part === 'string' ? { text: part } : part)) });
}

function judge(plain: Plain): string {
  return truthOf(namesAnySource.evaluate([value(plain)], () => undefined));
}

describe('namesAnySource', () => {
  it.each<Plain>([
    '*',
    '**',
    'arn:*',
    'arn:aws:sns:*',
    'arn:*:*:*:*:*',
    'arn:aws:sns:us-east-1:*:orders',
    'arn:aws:execute-api:*:*:abc123/*',
    'arn:aws:s3:::*',
    'arn:aws:s3:*:*:*/*',
    'o-*',
    text('arn:aws:sns:', region, ':*:orders'),
  ])('%o names everybody', (pattern) => expect(judge(pattern)).toBe('true'));

  it.each<Plain>([
    '111122223333',
    'o-abc123',
    'arn:aws:sns:us-east-1:111122223333:*',
    'arn:aws:s3:::orders',
    'arn:aws:s3:*:*:orders',
    'arn:aws:s3:::orders-*',
    'arn:aws:s3:us-east-1:111122223333:*',
    'arn:aws:sqs:us-east-1:111122223333*',
    'arn:aws:apigateway:us-east-1::/restapis/abc123',
    'AROAEXAMPLE:*',
    ABSENT,
    reference('aws_sns_topic.orders'),
    unresolved({ reason: 'provider-computed', subject: 'aws_api_gateway_rest_api.x.execution_arn' }),
    text('arn:aws:execute-api:', region, ':', account, ':abc123/*'),
    text({ reason: 'provider-computed', subject: 'Api' }, '/*/*'),
    text('arn:aws:s3:::', variable, '-*'),
  ])('%o does not', (pattern) => expect(judge(pattern)).toBe('false'));

  it.each<Plain>([
    unresolved(),
    unresolved({ knownPrefix: 'arn:aws:sns:us-east-1:' }),
    text('arn:aws:sns:us-east-1:', variable, ':orders'),
    text('arn:aws:s3:::', variable),
  ])('%o may', (pattern) => expect(judge(pattern)).toBe('unknown'));
});

describe('isPublicPrincipal with values known in part', () => {
  const statement = (principal: Plain, condition: Plain = ABSENT): string => {
    const plain = { Effect: 'Allow', Principal: { AWS: principal }, Condition: condition };
    return truthOf(isPublicPrincipal.evaluate([value(plain)], () => undefined));
  };
  const from = (...values: readonly Plain[]): Plain => ({ ArnLike: { 'aws:SourceArn': values } });

  it('takes what AWS computes for somebody', () => {
    expect(statement([reference('aws_iam_role.reader')])).toBe('false');
    expect(statement([unresolved({ reason: 'pseudo-parameter', subject: 'AWS::AccountId' })])).toBe('false');
    expect(statement([unresolved({ reason: 'external-data' })])).toBe('unknown');
    expect(statement(['*'], from(text('arn:aws:sns:', region, ':', account, ':*')))).toBe('false');
    expect(statement(['*'], from(text('arn:aws:sns:', region, ':*:*')))).toBe('true');
    expect(statement(['*'], from('arn:aws:sns:us-east-1:*:orders'))).toBe('true');
    expect(statement(['*'], from(text('arn:aws:sns:us-east-1:', variable, ':orders')))).toBe('unknown');
  });

  it('takes callers inside AWS or inside the network for somebody', () => {
    expect(statement(['*'], { Bool: { 'aws:PrincipalIsAWSService': ['true'] } })).toBe('false');
    expect(statement(['*'], { Bool: { 'aws:PrincipalIsAWSService': ['false'] } })).toBe('true');
    expect(statement(['*'], { Bool: { 'aws:ViaAWSService': ['true'] } })).toBe('true');
  });
});
