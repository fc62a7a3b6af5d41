/** Every intrinsic function on AWS's documented examples, in both forms, and on shapes CloudFormation refuses. */
import { describe, expect, it } from 'vitest';
import { plain } from '../../dictionary/testing-values.ts';
import type { Value } from '../../model/value.ts';
import { evaluateText } from './evaluate-text.ts';

const SURROUNDINGS = `
Parameters:
  Stage: { Type: String, Default: prod }
  Count: { Type: Number, Default: 7 }
  Names: { Type: CommaDelimitedList, Default: "a, b,c" }
  Ports: { Type: List<Number>, Default: "80,443" }
  Open: { Type: String }
  Secret: { Type: String, NoEcho: true, Default: hunter2 }
  Looked: { Type: "AWS::SSM::Parameter::Value<String>", Default: /path }
  Wrong: { Type: Number, Default: many }
  Flag: { Type: String, Default: true }
Mappings:
  RegionMap:
    us-east-1: { HVM64: ami-1, same: x, list: [p, q] }
    eu-west-1: { HVM64: ami-2, same: x, list: [p, q] }
  Stages: { prod: { size: 3 } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Equals [!Ref Stage, dev]
  IsOpen: !Equals [!Ref Open, x]
  NotProd: !Not [!Condition IsProd]
  OpenOrProd: !Or [!Condition IsOpen, !Condition IsProd]
  OpenAndDev: !And [!Condition IsOpen, !Condition IsDev]
  OpenAndProd: !And [{ Condition: IsOpen }, { Condition: IsProd }]
  Loop: !Not [!Condition Pool]
  Pool: !Not [!Condition Loop]
`;

function evaluate(expression: string): { value: Value | undefined; problems: string[] } {
  const resources = `Resources:\n  Bucket: { Type: "AWS::S3::Bucket" }\n  It:\n    Type: Test::It\n    Properties:\n`;
  const unit = evaluateText(`${SURROUNDINGS}${resources}      P: ${expression}\n`);
  const value = unit.resources.find((resource) => resource.address === 'It')?.properties.get('P');
  return { value, problems: unit.problems.map((problem) => problem.code) };
}

describe('intrinsic functions', () => {
  it.each<[string, string, unknown]>([
    ['!Ref Stage', '{ Ref: Stage }', 'prod'],
    ['!Ref Count', '{ Ref: Count }', 7],
    ['!Ref Names', '{ Ref: Names }', ['a', 'b', 'c']],
    ['!Ref Ports', '{ Ref: Ports }', [80, 443]],
    ['!Ref Flag', '{ Ref: Flag }', 'true'],
    ['!Ref Open', '{ Ref: Open }', '?variable-without-value'],
    ['!Ref Looked', '{ Ref: Looked }', '?dynamic-reference'],
    ['!Ref Bucket', '{ Ref: Bucket }', '<Bucket.Ref>'],
    ['!Ref AWS::Region', '{ Ref: "AWS::Region" }', '?pseudo-parameter'],
    ['!Ref AWS::NoValue', '{ Ref: "AWS::NoValue" }', undefined],
    ['!Ref Nobody', '{ Ref: Nobody }', '?undeclared-name'],
    ['!GetAtt Bucket.Arn', '{ "Fn::GetAtt": [Bucket, Arn] }', '<Bucket.Arn>'],
    ['!GetAtt [Bucket, Arn]', '{ "Fn::GetAtt": Bucket.Arn }', '<Bucket.Arn>'],
    ['!GetAtt Bucket.Outputs.Url', '{ "Fn::GetAtt": [Bucket, Outputs.Url] }', '<Bucket.Outputs.Url>'],
    ['!Sub "arn-${Stage}"', '{ "Fn::Sub": "arn-${Stage}" }', 'arn-prod'],
    ['!Sub "${Count}/${Flag}"', '{ "Fn::Sub": "${Count}/${Flag}" }', '7/true'],
    [
      '!Sub ["www.${Domain}", { Domain: !Ref Stage }]',
      '{ "Fn::Sub": ["www.${Domain}", { Domain: { Ref: Stage } }] }',
      'www.prod',
    ],
    ['!Sub "${!Literal} ${Stage}"', '{ "Fn::Sub": "${!Literal} ${Stage}" }', '${Literal} prod'],
    ['!Sub "${Stage"', '{ "Fn::Sub": "${Stage" }', '${Stage'],
    ['!Sub ""', '{ "Fn::Sub": "" }', ''],
    ['!Sub "${Bucket.Arn}"', '{ "Fn::Sub": "${Bucket.Arn}" }', '<Bucket.Arn>'],
    ['!Sub "${Bucket.Arn}/*"', '{ "Fn::Sub": "${Bucket.Arn}/*" }', '?provider-computed'],
    ['!Sub "arn:aws:s3:::${AWS::AccountId}"', '{ "Fn::Sub": "arn:aws:s3:::${AWS::AccountId}" }', '?pseudo-parameter'],
    ['!Sub "${bad name}"', '{ "Fn::Sub": "${bad name}" }', '?invalid-expression'],
    ['!Join [":", [a, b, c]]', '{ "Fn::Join": [":", [a, b, c]] }', 'a:b:c'],
    ['!Join ["", [arn, !Ref Stage]]', '{ "Fn::Join": ["", [arn, { Ref: Stage }]] }', 'arnprod'],
    ['!Join [",", !Ref Names]', '{ "Fn::Join": [",", { Ref: Names }] }', 'a,b,c'],
    ['!Join ["-", [a, !Ref "AWS::NoValue", b]]', '{ "Fn::Join": ["-", [a, { Ref: "AWS::NoValue" }, b]] }', 'a-b'],
    ['!Join ["", [!GetAtt Bucket.Arn]]', '{ "Fn::Join": ["", [{ "Fn::GetAtt": [Bucket, Arn] }]] }', '<Bucket.Arn>'],
    ['!Join ["-", [a, 7, true]]', '{ "Fn::Join": ["-", [a, 7, true]] }', 'a-7-true'],
    ['!If [IsProd, a, b]', '{ "Fn::If": [IsProd, a, b] }', 'a'],
    ['!If [NotProd, a, b]', '{ "Fn::If": [NotProd, a, b] }', 'b'],
    ['!If [OpenOrProd, a, b]', '{ "Fn::If": [OpenOrProd, a, b] }', 'a'],
    ['!If [OpenAndDev, a, b]', '{ "Fn::If": [OpenAndDev, a, b] }', 'b'],
    ['!If [OpenAndProd, a, b]', '{ "Fn::If": [OpenAndProd, a, b] }', '?unknown-condition'],
    ['!If [IsOpen, [x], [x]]', '{ "Fn::If": [IsOpen, [x], [x]] }', ['x']],
    [
      '!If [IsOpen, a, !Ref "AWS::NoValue"]',
      '{ "Fn::If": [IsOpen, a, { Ref: "AWS::NoValue" }] }',
      '?unknown-condition|absent',
    ],
    ['!If [IsDev, a, !Ref "AWS::NoValue"]', '{ "Fn::If": [IsDev, a, { Ref: "AWS::NoValue" }] }', undefined],
    [
      '[!If [IsOpen, a, !Ref "AWS::NoValue"], b]',
      '[{ "Fn::If": [IsOpen, a, { Ref: "AWS::NoValue" }] }, b]',
      [{ maybe: 'a' }, 'b'],
    ],
    ['[!If [IsOpen, a, c]]', '[{ "Fn::If": [IsOpen, a, c] }]', [{ maybe: 'a' }, { maybe: 'c' }]],
    ['[!If [IsProd, a, c]]', '[{ "Fn::If": [IsProd, a, c] }]', ['a']],
    ['[!If [IsOpen, a, a]]', '[{ "Fn::If": [IsOpen, a, a] }]', ['a']],
    ['!FindInMap [RegionMap, us-east-1, HVM64]', '{ "Fn::FindInMap": [RegionMap, us-east-1, HVM64] }', 'ami-1'],
    ['!FindInMap [Stages, !Ref Stage, size]', '{ "Fn::FindInMap": [Stages, { Ref: Stage }, size] }', 3],
    [
      '!FindInMap [RegionMap, !Ref "AWS::Region", HVM64]',
      '{ "Fn::FindInMap": [RegionMap, { Ref: "AWS::Region" }, HVM64] }',
      '?unknown-key',
    ],
    [
      '!FindInMap [RegionMap, !Ref "AWS::Region", same]',
      '{ "Fn::FindInMap": [RegionMap, { Ref: "AWS::Region" }, same] }',
      'x',
    ],
    ['!FindInMap [RegionMap, us-east-1, list]', '{ "Fn::FindInMap": [RegionMap, us-east-1, list] }', ['p', 'q']],
    ['!FindInMap [RegionMap, nowhere, HVM64]', '{ "Fn::FindInMap": [RegionMap, nowhere, HVM64] }', '?undeclared-name'],
    ['!Select [1, [apples, grapes, oranges]]', '{ "Fn::Select": ["1", [apples, grapes, oranges]] }', 'grapes'],
    ['!Select [0, !Ref Names]', '{ "Fn::Select": [0, { Ref: Names }] }', 'a'],
    ['!Select [9, [a]]', '{ "Fn::Select": [9, [a]] }', '?invalid-expression'],
    ['!Select [0, !GetAZs ""]', '{ "Fn::Select": [0, { "Fn::GetAZs": "" }] }', '?unknown-condition'],
    ['!Split ["|", "a|b|c"]', '{ "Fn::Split": ["|", "a|b|c"] }', ['a', 'b', 'c']],
    [
      '!Select [2, !Split [",", !ImportValue Subnets]]',
      '{ "Fn::Select": [2, { "Fn::Split": [",", { "Fn::ImportValue": Subnets }] }] }',
      '?cross-stack-import',
    ],
    ['!Base64 "AWS CloudFormation"', '{ "Fn::Base64": AWS CloudFormation }', 'QVdTIENsb3VkRm9ybWF0aW9u'],
    ['!ImportValue net', '{ "Fn::ImportValue": net }', '?cross-stack-import'],
    ['!GetAZs us-east-1', '{ "Fn::GetAZs": us-east-1 }', '?pseudo-parameter'],
    ['!Cidr ["10.0.0.0/16", 6, 5]', '{ "Fn::Cidr": ["10.0.0.0/16", 6, 5] }', '?unsupported-expression'],
    ['!Transform { Name: M }', '{ "Fn::Transform": { Name: M } }', '?macro'],
    ['!Nonsense x', '{ "Fn::Nonsense": x }', '?unknown-function'],
    ['!If [Loop, a, b]', '{ "Fn::If": [Loop, a, b] }', '?unknown-condition'],
    ['"{{resolve:ssm:/a/b}}"', '"{{resolve:ssm:/a/b}}"', '?dynamic-reference'],
    [
      '!Sub "x-{{resolve:secretsmanager:${Bucket}}}"',
      '{ "Fn::Sub": "x-{{resolve:secretsmanager:${Bucket}}}" }',
      '?dynamic-reference',
    ],
    ['{ "__proto__": !Ref Stage }', '{ "__proto__": { Ref: Stage } }', JSON.parse('{"__proto__": "prod"}')],
  ])('%s and %s give the same', (short, long, expected) => {
    const [first, second] = [evaluate(short), evaluate(long)];
    expect(first.value && plain(first.value)).toEqual(expected);
    expect(second.value && plain(second.value)).toEqual(expected);
    expect(second.problems).toEqual(first.problems);
  });

  it.each([
    '!Ref [a]',
    '!Ref ""',
    '!GetAtt Bucket',
    '!GetAtt [Bucket]',
    '!GetAtt [Bucket, [x]]',
    '!Sub [a, b]',
    '!Sub { a: b }',
    '!Sub ["${x}", { x: [1] }]',
    '!Join [a]',
    '!Join [",", text]',
    '!Join [!Ref Stage, [a]]',
    '!If [IsProd, a]',
    '!If [!Equals [a, a], b, c]',
    '!FindInMap [a, b]',
    '!FindInMap [RegionMap, [x], y]',
    '!Select [x, [a]]',
    '!Select [0, text]',
    '!Split ["", a]',
    '!Base64 [a]',
    '!Equals [a, b]',
    '{ "Fn::Sub": a, other: b }',
  ])('%s is impossible, with a position', (expression) => {
    const { problems } = evaluate(expression);
    expect(problems).toContain('impossible-value');
  });

  it('says which parameter a value rests on, through conditions, maps and texts', () => {
    for (const expression of [
      '!Ref Stage',
      '!Sub "a${Stage}"',
      '!If [IsProd, 1, 2]',
      '!FindInMap [Stages, !Ref Stage, size]',
    ]) {
      const { value } = evaluate(expression);
      expect(value?.origin?.assumptions).toMatchObject([
        { kind: 'parameter-default', subject: 'Parameters.Stage', value: 'prod' },
      ]);
    }
  });

  it('marks sensitive values and shows neither them nor their default', () => {
    const { value } = evaluate('!Sub "x-${Secret}"');
    expect(value).toMatchObject({ value: 'x-hunter2', sensitive: true });
    const hidden = evaluate('!Sub "${Secret}-${Open}-{{resolve:ssm:${Secret}}}"').value;
    expect(JSON.stringify([value?.origin, hidden])).not.toContain('hunter2');
  });

  it('keeps the text in front of what is not known', () => {
    expect(evaluate('!Sub "arn:aws:s3:::${AWS::AccountId}-x"').value).toMatchObject({
      knownPrefix: 'arn:aws:s3:::',
      subject: 'AWS::AccountId',
    });
    expect(evaluate('!Join ["", ["arn:", !GetAtt Bucket.Arn, "/*"]]').value).toMatchObject({
      knownPrefix: 'arn:',
      subject: 'Bucket.Arn',
    });
  });

  it('reports a parameter whose default is impossible', () => {
    const { value, problems } = evaluate('!Ref Wrong');
    expect(value).toMatchObject({ state: 'unresolved', reason: 'invalid-value' });
    expect(problems).toContain('impossible-value');
  });
});
