/** What a reviewer sees of a policy file: its documents, where they stand, and what is broken or ambiguous. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetLimits } from '../../model/budget.ts';
import type { ReadResult, TreeReader } from '../../model/tree.ts';
import type { EvaluatedUnit } from '../../model/unit.ts';
import type { Value } from '../../model/value.ts';
import { iamPolicyParser } from './index.ts';

const limits: BudgetLimits = {
  fileBytes: 1e6,
  treeBytes: 1e8,
  treeEntries: 1e5,
  nesting: 60,
  unitSteps: 100_000,
  unitResources: 10_000,
  ruleSteps: 10_000,
  rulesSteps: 1e6,
  findings: 1_000,
};

function evaluate(text: string, path = 'iam/orders.json'): EvaluatedUnit {
  const entry = { path, mode: 'file', blob: 'b10b', size: text.length } as const;
  const read = (wanted: string): ReadResult =>
    wanted === path ? { status: 'text', text, entry } : { status: 'missing' };
  const reader: TreeReader = { read, list: () => [] };
  const policyDocument = { kind: 'IAM::PolicyDocument', properties: {}, types: {}, attributes: [], source: 'test' };
  const dictionary = { kinds: new Map(), policyDocument };
  const context = { reader, environment: 'default', limits, dictionary, variableFiles: [] };
  return iamPolicyParser.evaluateUnit({ format: 'iam-policy', path, files: [path] }, context);
}

/** The value at a path of keys and indexes below `PolicyDocument` of the first resource. */
function at(unit: EvaluatedUnit, ...path: (string | number)[]): Value | undefined {
  let value = unit.resources[0]?.properties.get('PolicyDocument');
  for (const step of path) {
    if (value?.state !== 'known') return undefined;
    if (value.type === 'map') value = value.entries.get(String(step));
    else value = value.type === 'list' ? value.items[Number(step)]?.value : undefined;
  }
  return value;
}

const allow = (extra: string): string => `{\n  "Statement": [{\n    "Effect": "Allow",\n    ${extra}\n  }]\n}\n`;

describe('which files', () => {
  it.each([
    ['iam/a.json', 'maybe'],
    ['main.tf.json', 'no'],
    ['a.json.tpl', 'no'],
    ['a.yaml', 'no'],
  ])('%s: %s', (path, answer) => expect(iamPolicyParser.claims(path)).toBe(answer));

  it.each([
    ['a policy', allow('"Action": "*"'), true],
    ['one statement as an object', '{"Statement": {"Effect": "Allow"}}', true],
    ['a broken policy', '{"Statement": [{"Effect": "Allow",', true],
    ['keys written with escapes', '{"St\\u0061tement": [{"Eff\\u0065ct": "Allow"}]}', true],
    ['a policy without Effect', '{"Statement": [{"Action": "*"}]}', true],
    [
      'a template',
      '{"Resources": {"R": {"Type": "AWS::IAM::Role", "P": {"Statement": [{"Effect": "Allow"}]}}}}',
      false,
    ],
    ['something else', '{"name": "Statement"}', false],
  ])('recognises %s: %s', (_name, text, answer) => {
    expect(iamPolicyParser.recognizes('a.json', text)).toBe(answer);
  });
});

describe('documents', () => {
  it('becomes one resource with its normal form and positions', () => {
    const unit = evaluate(allow('"Action": "s3:GetObject", "Resource": "*"'));
    expect(unit.problems).toEqual([]);
    expect(unit.resources.map(({ kind, address, name }) => [kind, address, name])).toEqual([
      ['IAM::PolicyDocument', 'policy', 'orders'],
    ]);
    const action = at(unit, 'Statement', 0, 'Action', 0);
    expect(action).toMatchObject({ value: 's3:GetObject' });
    expect(action?.origin?.location).toEqual({
      path: 'iam/orders.json',
      range: { startLine: 4, startColumn: 15, endLine: 4, endColumn: 29 },
    });
    expect(unit.reads).toEqual([{ type: 'file', path: 'iam/orders.json', mode: 'file', blob: 'b10b' }]);
  });

  it('finds documents below keys, addressed by the keys', () => {
    const policy = '{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}';
    const list = `{"Policies": [{"PolicyName": "read", "PolicyDocument": ${policy}}, {"PolicyDocument": ${policy}}]}`;
    expect(evaluate(list).resources.map((resource) => resource.address)).toEqual([
      'policy Policies.read.PolicyDocument',
      'policy Policies.1.PolicyDocument',
    ]);
  });

  it('keeps addresses unique', () => {
    const policy = '{"PolicyName": "x", "P": {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}}';
    const addresses = evaluate(`[${policy}, ${policy}]`).resources.map((resource) => resource.address);
    expect(addresses).toEqual(['policy x.P', 'policy x.P#2']);
  });
});

describe('what is not certain', () => {
  it('reports a duplicate Effect at the second one and does not choose', () => {
    const unit = evaluate(allow('"Effect": "Deny", "Action": "*", "Resource": "*"'));
    const [problem] = unit.problems;
    expect(problem).toMatchObject({ code: 'duplicate-key', effect: 'ambiguous' });
    expect(problem?.location?.range).toMatchObject({ startLine: 4, startColumn: 5 });
    expect(at(unit, 'Statement', 0, 'Effect')).toMatchObject({ state: 'unresolved' });
  });

  it('leaves template placeholders unresolved and keeps the text before them', () => {
    const unit = evaluate(allow('"Action": "s3:*", "Resource": ["arn:aws:s3:::${bucket}/*", "${arn}"]'));
    const list = ['Statement', 0, 'Resource'] as const;
    expect(at(unit, ...list, 0)).toMatchObject({ reason: 'template-not-evaluated', knownPrefix: 'arn:aws:s3:::' });
    expect(at(unit, ...list, 1)).not.toHaveProperty('knownPrefix');
  });

  it.each(['${aws:username}', '${*}', "${aws:PrincipalTag/team, 'none'}", '${www.amazon.com:user_id}'])(
    'keeps the policy variable %s as text',
    (variable) => {
      const unit = evaluate(allow(`"Action": "s3:*", "Resource": "arn:aws:s3:::b/${variable}/*"`));
      expect(at(unit, 'Statement', 0, 'Resource', 0)).toMatchObject({ value: `arn:aws:s3:::b/${variable}/*` });
    },
  );

  it.each(['${AWS::AccountId}', '${var.x}', '${x:-y}', '{{ account }}', '<%= a %>', '${open'])(
    'takes %s for a placeholder',
    (placeholder) => {
      const unit = evaluate(allow(`"Action": "s3:*", "Resource": "a${placeholder}b"`));
      expect(at(unit, 'Statement', 0, 'Resource', 0)).toMatchObject({ state: 'unresolved', knownPrefix: 'a' });
    },
  );
});

describe('broken files', () => {
  it('reports broken JSON with its line and reads what is left', () => {
    const unit = evaluate(allow('"Action": "*" "Resource": "*"'));
    expect(unit.problems[0]).toMatchObject({ code: 'syntax-error', effect: 'not-evaluated' });
    expect(unit.problems[0]?.location?.range.startLine).toBe(4);
    expect(unit.resources).toHaveLength(1);
  });

  it('refuses comments and trailing commas, as AWS does', () => {
    expect(evaluate(allow('"Action": "*", // all')).problems[0]?.code).toBe('syntax-error');
    expect(evaluate('{"Statement": [{"Effect": "Allow"},]}').problems[0]?.code).toBe('syntax-error');
  });

  it('bounds nesting without throwing', () => {
    const unit = evaluate(`{"Statement": {"Effect": ${'['.repeat(100_000)}`);
    expect(unit.problems[0]).toMatchObject({ code: 'budget-exceeded', effect: 'not-evaluated' });
  });

  it('treats __proto__ as a key like any other', () => {
    const unit = evaluate(allow('"__proto__": {"Effect": "Deny"}, "Action": "*", "Resource": "*"'));
    expect(at(unit, 'Statement', 0, 'Effect')).toMatchObject({ value: 'Allow' });
  });

  it('reports every text that is not JSON, and never throws', () => {
    const valid = allow('"Action": ["s3:*", "sqs:Send*"], "Resource": "*"');
    const property = fc.property(fc.nat(valid.length), fc.nat(4), fc.string({ maxLength: 3 }), (from, drop, text) => {
      const mutated = valid.slice(0, from) + text + valid.slice(from + drop);
      let broken = false;
      try {
        JSON.parse(mutated);
      } catch {
        broken = true;
      }
      const { problems } = evaluate(mutated);
      return !broken || problems.some(({ code, location }) => code === 'syntax-error' && location !== undefined);
    });
    fc.assert(property, { seed: 17, numRuns: 500 });
  });
});
