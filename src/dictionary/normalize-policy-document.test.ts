/** What rules see of an IAM policy, however it was written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../model/value.ts';
import { normalizePolicyDocument } from './normalize-policy-document.ts';
import { list, map, plain, reference, scalar, toValue, unknown } from './testing-values.ts';

function normalize(value: Value): { document: unknown; problems: string[] } {
  const { value: normalized, problems } = normalizePolicyDocument(value);
  return { document: plain(normalized), problems: problems.map(({ code, message }) => `${code}: ${message}`) };
}

describe('normalizePolicyDocument', () => {
  it('turns single statements, actions and resources into lists', () => {
    const policy = map({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*', Sid: 7 },
    });
    expect(normalize(policy)).toEqual({
      document: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['*'], Sid: '7' }],
      },
      problems: [],
    });
  });

  it('reads JSON text like structure and gives every principal form one shape', () => {
    const statement = (Principal: unknown) => ({ Effect: 'Allow', Action: ['a:b'], Principal });
    const text = JSON.stringify({ Statement: [statement('*'), statement({ AWS: 123456789012, Service: ['x', 'y'] })] });
    expect(normalize(scalar(text))).toEqual({
      document: {
        Statement: [statement({ AWS: ['*'] }), statement({ AWS: ['123456789012'], Service: ['x', 'y'] })],
      },
      problems: [],
    });
  });

  it('keeps conditions as operators, keys and lists of text', () => {
    const Condition = {
      Bool: { 'aws:SecureTransport': false },
      StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] },
    };
    const policy = map({ Statement: [{ Effect: 'Deny', Action: '*', Condition }] });
    expect(normalize(policy).document).toMatchObject({
      Statement: [{ Condition: { Bool: { 'aws:SecureTransport': ['false'] }, StringEquals: {} } }],
    });
  });

  it('keeps unknown parts as small as they are', () => {
    const policy = map({
      Statement: [
        { Effect: 'Allow', Action: unknown('var.actions'), Resource: ['*', reference('aws_s3_bucket.b', 'arn')] },
        unknown('var.extra'),
      ],
    });
    expect(normalize(policy)).toEqual({
      document: {
        Statement: [
          { Effect: 'Allow', Action: ['…'], Resource: ['*', '<aws_s3_bucket.b.arn>'] },
          '?variable-without-value',
        ],
      },
      problems: [],
    });
    expect(normalize(map({ Statement: unknown('var.all') })).document).toEqual({ Statement: ['…'] });
    expect(normalize(unknown('var.policy')).document).toBe('?variable-without-value');
  });

  it('takes a string that is known in part as one entry', () => {
    const bucket = { ...unknown('var.bucket'), knownPrefix: 'arn:aws:s3:::' };
    expect(normalize(map({ Statement: [{ Effect: 'Allow', Resource: bucket }] })).document).toEqual({
      Statement: [{ Effect: 'Allow', Resource: ['?variable-without-value'] }],
    });
    const pieces = [{ reason: 'provider-computed', subject: 'aws_s3_bucket.b.arn' } as const, { text: '/*' }];
    const objects = { ...unknown('aws_s3_bucket.b.arn'), pieces };
    expect(normalize(map({ Statement: [{ Effect: 'Allow', Resource: objects }] })).document).toEqual({
      Statement: [{ Effect: 'Allow', Resource: ['?variable-without-value'] }],
    });
  });

  it('reports element names in other case and never reads them as the element', () => {
    const policy = map({ Statement: [{ effect: 'Deny', Action: '*', Resource: '*' }] });
    const { document, problems } = normalize(policy);
    expect(document).toMatchObject({ Statement: [{ Effect: '?invalid-value', Action: ['*'] }] });
    expect(problems).toEqual(['invalid-policy-document: "effect" must be written "Effect"']);
    expect(normalize(map({ statement: [] })).document).toMatchObject({ Statement: ['…'] });
  });

  it('reports an Effect that AWS does not take, and a missing one', () => {
    const { document, problems } = normalize(map({ Statement: [{ Effect: 'allow' }, { Action: '*' }] }));
    expect(document).toEqual({
      Statement: [{ Effect: '?invalid-value' }, { Effect: '?invalid-value', Action: ['*'] }],
    });
    expect(problems).toEqual([
      'invalid-policy-document: Effect is "allow"; AWS takes "Allow" or "Deny", exactly so',
      'invalid-policy-document: A statement of a policy has no Effect',
    ]);
  });

  it('does not choose between two Effects of one statement', () => {
    const { value, problems } = normalizePolicyDocument(scalar('{"Statement":[{"Effect":"Allow","Effect":"Deny"}]}'));
    expect(plain(value)).toEqual({ Statement: [{ Effect: '?invalid-value' }] });
    expect(problems).toMatchObject([{ code: 'duplicate-key', effect: 'ambiguous' }]);
  });

  it('judges statements of a list inside the list', () => {
    const { document, problems } = normalize(map({ Statement: [[{ Effect: 'Allow' }, { Effect: 'Deny' }]] }));
    expect(document).toEqual({ Statement: [{ Effect: 'Allow' }, { Effect: 'Deny' }] });
    expect(problems).toHaveLength(1);
  });

  it('locates statements of a heredoc on their own lines', () => {
    const text = '{\n  "Statement": [\n    { "Effect": "Allow" }\n  ]\n}\n';
    const location = { path: 'a.tf', range: { startLine: 10, startColumn: 12, endLine: 16, endColumn: 4 } };
    const { value } = normalizePolicyDocument({ ...scalar(text), origin: { from: 'source', location } });
    const statements = value.state === 'known' && value.type === 'map' ? value.entries.get('Statement') : undefined;
    const first = statements?.state === 'known' && statements.type === 'list' ? statements.items[0]?.value : undefined;
    expect(first?.origin?.location).toEqual({
      path: 'a.tf',
      range: { startLine: 13, startColumn: 1, endLine: 13, endColumn: 26 },
    });
  });

  it('keeps text that is not JSON out, with the reason', () => {
    expect(normalize(scalar('not json')).document).toBe('?invalid-value');
    expect(normalize(scalar('[1]')).problems).toHaveLength(1);
    expect(normalize(scalar('['.repeat(200_000))).problems[0]).toContain('nested deeper than 100 levels');
    expect(normalize(scalar('')).document).toBe('absent');
  });

  it('bounds what shared statements expand to', () => {
    const actions = list(Array.from({ length: 1000 }, (_, index) => `s3:Action${index}`));
    const statement = map({ Effect: 'Allow', Action: actions });
    const { problems } = normalizePolicyDocument(
      map({ Statement: list(Array.from({ length: 1000 }, () => statement)) }),
    );
    expect(problems.map(({ code }) => code)).toEqual(['budget-exceeded']);
  });

  it('never throws, never loses a statement, and changes a normal form no further', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.constantFrom('Allow', 'Deny', '*'),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const key = fc.constantFrom('Effect', 'effect', 'Action', 'Principal', 'Condition', 'Statement', '__proto__', 'x');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(key, tie('tree'))),
    }));
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, tree), { maxLength: 5 }), (statements) => {
        const document = toValue({ Statement: statements as never });
        const once = normalizePolicyDocument(document).value;
        expect(plain(normalizePolicyDocument(once).value)).toEqual(plain(once));
        expect((plain(once) as { Statement: unknown[] }).Statement).toHaveLength(statements.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
