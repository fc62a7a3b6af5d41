/** Random templates: JSON, YAML and short forms give the same resources; damage neither throws nor takes long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from 'yaml';
import type { EvaluatedUnit } from '../../model/unit.ts';
import { evaluateText } from './evaluate-text.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const NAMES = ['P1', 'P2', 'P3', 'Q', 'B', 'AWS::Region', 'AWS::NoValue', 'Nobody'];
const CONDITIONS = ['C1', 'C2', 'C3', 'None'];
const name = fc.constantFrom(...NAMES);
const text = fc.constantFrom(
  'a',
  'b',
  '',
  'true',
  'yes',
  '0644',
  '${P1}',
  'x${P2}-${B.Arn}',
  '${!L}',
  '{{resolve:ssm:a}}',
  'é',
);

const { value } = fc.letrec<{ value: Json; call: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.integer({ min: -5, max: 99 }),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('Name', 'Key', '__proto__'), tie('value'), { maxKeys: 3 }),
    tie('call'),
  ),
  call: fc.oneof(
    { depthSize: 'small' },
    fc.record({ Ref: name }),
    fc.record({ 'Fn::GetAtt': fc.tuple(name, fc.constant('Arn')) }),
    fc.record({ 'Fn::Sub': fc.oneof(text, fc.tuple(text, fc.record({ P1: tie('value') }))) }),
    fc.record({ 'Fn::Join': fc.tuple(fc.constantFrom('', ','), fc.array(tie('value'), { maxLength: 3 })) }),
    fc.record({ 'Fn::If': fc.tuple(fc.constantFrom(...CONDITIONS), tie('value'), tie('value')) }),
    fc.record({ 'Fn::Select': fc.tuple(fc.nat(2), tie('value')) }),
    fc.record({ 'Fn::Split': fc.tuple(fc.constant('-'), tie('value')) }),
    fc.record({ 'Fn::FindInMap': fc.tuple(fc.constant('M'), fc.constantFrom('a', 'b'), text) }),
    fc.record({ 'Fn::Base64': tie('value') }),
  ),
}));

const template = fc.record({
  Parameters: fc.constant({
    P1: { Type: 'String', Default: 'one' },
    P2: { Type: 'Number', Default: 2 },
    P3: { Type: 'CommaDelimitedList' },
  }),
  Mappings: fc.constant({ M: { a: { a: 1, b: ['x'] }, b: { a: 1 } } }),
  Conditions: fc.constant({
    C1: { 'Fn::Equals': [{ Ref: 'P1' }, 'one'] },
    C2: { 'Fn::Not': [{ Condition: 'C1' }] },
    C3: { 'Fn::Equals': [{ Ref: 'P3' }, 'x'] },
  }),
  Resources: fc.record({
    B: fc.record({ Type: fc.constant('AWS::S3::Bucket'), Properties: fc.record({ BucketName: value, Tags: value }) }),
    Q: fc.record({ Type: fc.constant('Test::Q'), Properties: fc.dictionary(fc.constantFrom('X', 'Y'), value) }),
  }),
});

/** Everything a reader sees except where it stands. */
function seen(unit: EvaluatedUnit): unknown {
  const view = {
    resources: unit.resources,
    codes: unit.problems.map((problem) => problem.code),
    inputs: unit.externalInputs,
  };
  return JSON.parse(
    JSON.stringify(view, (key, entry: unknown) => {
      if (key === 'location') return undefined;
      return entry instanceof Map ? { map: [...entry] } : entry;
    }),
  );
}

/** Quoted, so that no scalar means anything else in YAML; short forms where a call allows one. */
function yamlOf(json: Json): string {
  return new Document(json, { version: '1.1' }).toString({ defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 });
}

function shortFormOf(json: Json): string {
  if (Array.isArray(json)) return `[${json.map((item) => shortFormOf(item)).join(', ')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const entries = Object.entries(json);
  const [key, inner] = entries.length === 1 ? (entries[0] ?? []) : [];
  const isCall = key === 'Ref' || key?.startsWith('Fn::') === true;
  const takesTag = isCall && inner !== undefined && !isMapOrCall(inner);
  if (key !== undefined && inner !== undefined && takesTag) return `!${key.replace('Fn::', '')} ${shortFormOf(inner)}`;
  return `{ ${entries.map(([each, entry]) => `${JSON.stringify(each)}: ${shortFormOf(entry)}`).join(', ')} }`;
}

/** YAML has no tag on a tag, and a tagged number or map is not what the long form holds. */
function isMapOrCall(json: Json): boolean {
  return typeof json !== 'string' && !Array.isArray(json);
}

describe('templates in other spellings', () => {
  it('JSON, block YAML and short forms give the same resources', () => {
    const same = (json: Json): void => {
      const expected = seen(evaluateText(JSON.stringify(json, null, 1)));
      expect(seen(evaluateText(yamlOf(json)))).toEqual(expected);
      expect(seen(evaluateText(`---\n${shortFormOf(json)}\n`))).toEqual(expected);
    };
    fc.assert(
      fc.property(
        template.map((parts): Json => parts as unknown as Json),
        same,
      ),
      { seed: 20_261_121, numRuns: 300 },
    );
  });
});

describe('damaged templates', () => {
  const source = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Stage: { Type: String, Default: prod }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Key: &key
    Type: AWS::KMS::Key
    Condition: IsProd
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root" }
            Action: "kms:*"
            Resource: "*"
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Join ["-", [!Ref Stage, !Select [0, !Split [",", "a,b"]]]]
      Tags: !If [IsProd, [{ Key: a, Value: |
        text
        }], !Ref "AWS::NoValue"]
`;
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"',
    ': ',
    '- ',
    '!Ref ',
    '&a ',
    '*key',
    '\n',
    '\t',
    '|',
    '#',
    '${',
    'Fn::If',
    '\u0000',
    '<<: *key',
  ];

  it('never throw and never take long, in 2,000 ways', () => {
    const json = JSON.stringify({
      Resources: { A: { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Ref: 'B' }] } } },
    });
    const damage = fc.record({ at: fc.nat(2_000), cut: fc.nat(12), insert: fc.constantFrom('', ...pieces) });
    const run = (original: string, changes: { at: number; cut: number; insert: string }[]): void => {
      let damaged = original;
      for (const { at, cut, insert } of changes) {
        const from = at % (damaged.length + 1);
        damaged = damaged.slice(0, from) + insert + damaged.slice(from + cut);
      }
      const started = performance.now();
      const unit = evaluateText(damaged);
      expect(performance.now() - started).toBeLessThan(1_000);
      for (const problem of unit.problems) expect(problem.location?.range.startLine).toBeGreaterThan(0);
    };
    const changes = fc.array(damage, { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.constantFrom(source, json), changes, run), { seed: 20_261_121, numRuns: 2_000 });
  });
});
