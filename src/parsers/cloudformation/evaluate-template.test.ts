/** Whole templates to resources: presence, folding, transforms, external inputs, broken and hostile files. */
import { describe, expect, it } from 'vitest';
import { plain } from '../../dictionary/testing-values.ts';
import type { Resource } from '../../model/resource.ts';
import type { EvaluatedUnit } from '../../model/unit.ts';
import { evaluateText } from './evaluate-text.ts';

function resource(unit: EvaluatedUnit, address: string): Resource | undefined {
  return unit.resources.find((each) => each.address === address);
}

function property(unit: EvaluatedUnit, address: string, name: string): unknown {
  const value = resource(unit, address)?.properties.get(name);
  return value && plain(value);
}

function codes(unit: EvaluatedUnit): string[] {
  return unit.problems.map((problem) => `${problem.code}/${problem.effect}@${problem.location?.range.startLine}`);
}

describe('evaluateTemplate', () => {
  it('lowers a bucket: types, positions, name, reads', () => {
    const unit = evaluateText(`AWSTemplateFormatVersion: 2010-09-09
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: logs-of-shop
      VersioningConfiguration: { Status: Enabled }
      PublicAccessBlockConfiguration:
        BlockPublicAcls: "true"
`);
    const logs = resource(unit, 'Logs');
    expect(logs).toMatchObject({ kind: 'AWS::S3::Bucket', name: 'logs-of-shop', presence: 'yes', unit: 'stack.yaml' });
    expect(logs?.location.range).toMatchObject({ startLine: 3, startColumn: 3 });
    expect(logs?.properties.get('BucketName')?.origin?.location?.range).toEqual({
      startLine: 6,
      startColumn: 19,
      endLine: 6,
      endColumn: 31,
    });
    expect(property(unit, 'Logs', 'PublicAccessBlockConfiguration')).toMatchObject({ BlockPublicAcls: true });
    expect(unit.problems).toEqual([]);
    expect(unit.reads).toEqual([{ type: 'file', path: 'stack.yaml', mode: 'file', blob: '0'.repeat(40) }]);
    expect(unit.steps).toBeGreaterThan(5);
  });

  it('fills in defaults of the provider and leaves unresolved properties alone', () => {
    const unit = evaluateText(
      'Parameters: { K: { Type: String } }\nResources:\n  A: { Type: "AWS::SQS::Queue" }\n' +
        '  B: { Type: "AWS::SQS::Queue", Properties: { KmsMasterKeyId: !Ref K } }\n',
    );
    expect(property(unit, 'A', 'SqsManagedSseEnabled')).toBe(true);
    expect(property(unit, 'B', 'SqsManagedSseEnabled')).toBeUndefined();
    expect(property(unit, 'B', 'KmsMasterKeyId')).toBe('?variable-without-value');
  });

  it('normalises policies written as structure and as text', () => {
    const unit = evaluateText(`Resources:
  Q: { Type: "AWS::SQS::Queue" }
  P:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Q]
      PolicyDocument:
        Statement: { Effect: Allow, Principal: "*", Action: "sqs:*", Resource: !GetAtt Q.Arn }
`);
    expect(property(unit, 'P', 'PolicyDocument')).toEqual({
      Statement: [{ Effect: 'Allow', Principal: { AWS: ['*'] }, Action: ['sqs:*'], Resource: ['<Q.Arn>'] }],
    });
    expect(property(unit, 'P', 'Queues')).toEqual(['<Q.Ref>']);
  });

  it('drops resources whose condition is false and keeps undecided ones as unknown', () => {
    const unit = evaluateText(`Parameters: { Stage: { Type: String, Default: dev }, Open: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod], IsOpen: !Equals [!Ref Open, x] }
Resources:
  A: { Type: "AWS::SQS::Queue", Condition: IsProd }
  B: { Type: "AWS::SQS::Queue", Condition: IsOpen }
  C: { Type: "AWS::SQS::Queue", Condition: Nowhere }
  D: { Type: "AWS::SQS::Queue" }
`);
    expect(unit.resources.map((each) => [each.address, each.presence])).toEqual([
      ['B', 'unknown'],
      ['C', 'unknown'],
      ['D', 'yes'],
    ]);
    expect(unit.assumptions.map((assumption) => assumption.subject)).toEqual(['Parameters.Stage']);
    expect(codes(unit)).toEqual(['undeclared-reference/note@6']);
  });

  it('folds rules of a security group into it, and keeps those of other groups', () => {
    const unit = evaluateText(`Parameters: { Other: { Type: String } }
Resources:
  Group: { Type: "AWS::EC2::SecurityGroup", Properties: { GroupDescription: g, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80 }] } }
  In: { Type: "AWS::EC2::SecurityGroupIngress", Properties: { GroupId: !GetAtt Group.GroupId, IpProtocol: tcp, FromPort: "22", ToPort: 22, CidrIp: 0.0.0.0/0 } }
  Out: { Type: "AWS::EC2::SecurityGroupEgress", Properties: { GroupId: !Ref Group, IpProtocol: "-1", CidrIp: 10.0.0.0/8 } }
  Far: { Type: "AWS::EC2::SecurityGroupIngress", Properties: { GroupId: !Ref Other, IpProtocol: tcp } }
`);
    expect(unit.resources.map((each) => each.address)).toEqual(['Group', 'Far']);
    expect(property(unit, 'Group', 'SecurityGroupIngress')).toEqual([
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80 },
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' },
    ]);
    expect(property(unit, 'Group', 'SecurityGroupEgress')).toEqual([{ IpProtocol: '-1', CidrIp: '10.0.0.0/8' }]);
    expect(resource(unit, 'Group')?.foldedFrom.map((each) => each.address)).toEqual(['In', 'Out']);
  });

  it('keeps serverless resources raw, says so for each, and evaluates the others', () => {
    const unit = evaluateText(`Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Runtime: nodejs24.x } }
Resources:
  F: { Type: "AWS::Serverless::Function", Properties: { Role: !GetAtt FRole.Arn, Handler: !Ref AWS::NoValue } }
  Q: { Type: "AWS::SQS::Queue", Properties: { QueueName: !Sub "\${ServerlessRestApi}" } }
`);
    expect([...unit.unmapped]).toEqual([['AWS::Serverless::Function', 1]]);
    expect(codes(unit)).toEqual(['template-not-evaluated/not-evaluated@4']);
    expect(unit.problems[0]?.address).toBe('F');
    expect(property(unit, 'F', 'Handler')).toBeUndefined();
    expect(property(unit, 'F', 'Role')).toBe('?macro');
    expect(property(unit, 'Q', 'QueueName')).toBe('?macro');
  });

  it('names macros, includes, modules and nested templates as external inputs', () => {
    const unit = evaluateText(`Transform: [Shout, { Name: "AWS::Include", Parameters: { Location: "s3://b/k.yaml" } }]
Parameters: { Base: { Type: String } }
Resources:
  A: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "https://b.s3.amazonaws.com/t.yaml" } }
  B: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: ./nested.yaml } }
  C: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: !Sub "https://evil.example/\${Base}" } }
  M: { Type: "My::Web::Site::MODULE" }
  X:
    Type: AWS::SQS::Queue
    Properties:
      Fn::Transform: { Name: Inner, Parameters: { a: b } }
`);
    expect(unit.externalInputs.map((input) => [input.kind, input.source, input.address])).toEqual([
      ['macro', 'Shout', ''],
      ['template', 's3://b/k.yaml', ''],
      ['macro', 'Inner', 'X'],
      ['template', 'https://b.s3.amazonaws.com/t.yaml', 'A'],
      ['template', 'https://evil.example/${Parameters.Base}', 'C'],
      ['module', 'My::Web::Site::MODULE', 'M'],
    ]);
    expect(unit.externalInputs.every((input) => input.pin === undefined)).toBe(true);
    expect(codes(unit).filter((code) => code.startsWith('template-not-evaluated/not-evaluated'))).toHaveLength(4);
    expect(property(unit, 'X', 'KmsMasterKeyId')).toBe('?macro|absent');
  });

  it('takes the version of an object for a pin', () => {
    const url = (text: string) => `{ Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "${text}" } }`;
    const unit = evaluateText(`Resources:
  A: ${url('https://b.s3.amazonaws.com/t.yaml?versionId=3HL4kqtJvj')}
  B: ${url('https://example.com/t.yaml?versionId=3HL4kqtJvj')}
`);
    expect(unit.externalInputs.map((input) => input.pin)).toEqual(['3HL4kqtJvj', undefined]);
  });

  it('says of generated resources that they are not evaluated', () => {
    const unit = evaluateText(`Mappings:
  M: { "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: "s3://b/m.yaml" } } }
Resources:
  Fn::ForEach::Topics: [Name, [A, B], { "T\${Name}": { Type: "AWS::SNS::Topic" } }]
  Fn::Transform: { Name: "AWS::Include", Parameters: { Location: "s3://b/r.yaml" } }
  Q: { Type: "AWS::SQS::Queue" }
`);
    expect(unit.resources.map((each) => each.address)).toEqual(['Q']);
    expect(codes(unit).sort()).toEqual([
      'template-not-evaluated/not-evaluated@2',
      'template-not-evaluated/not-evaluated@4',
      'template-not-evaluated/not-evaluated@5',
    ]);
    expect(unit.externalInputs.map((input) => input.source)).toEqual(['s3://b/r.yaml', 's3://b/m.yaml']);
  });

  it('bounds the Problems of one template', () => {
    const wrong = `{ Type: "AWS::SQS::QueuePolicy", Properties: { Queues: [${'[],'.repeat(150_000)}[]] } }`;
    const unit = evaluateText(`Resources:\n  A: ${wrong}\n`);
    expect(unit.problems.length).toBeGreaterThan(100);
    expect(unit.problems.length).toBeLessThanOrEqual(1_000);
  });

  it('does not let notes and prose bury what matters', () => {
    const notes = Array.from({ length: 3_000 }, (_, n) => `S${n}: yes\n`).join('');
    const prose = `Metadata: [${'no, '.repeat(3_000)}no]\n`;
    const queue = '{ Type: "AWS::SQS::Queue", Properties: { FifoQueue: on, DelaySeconds: soon } }';
    const unit = evaluateText(`${prose}${notes}Resources:\n  A: ${queue}\n  B: 1\n`);
    expect(unit.problems.map((problem) => problem.effect)).toContain('not-evaluated');
    const line = unit.problems.at(-1)?.location?.range.startLine;
    expect(line).toBe(3_004);
    const quiet = evaluateText(`${prose}Resources:\n  A: ${queue.replace(', DelaySeconds: soon', '')}\n`);
    expect(codes(quiet)).toEqual(['ambiguous-scalar/ambiguous@3']);
  });

  it('survives the deepest nesting a limit can allow', () => {
    const list = `${'[!If [C, '.repeat(190)}x${', y]]'.repeat(190)}`;
    const parts = `Parameters: { P: { Type: String } }\nConditions: { C: !Equals [!Ref P, a] }\n`;
    const unit = evaluateText(`${parts}Resources:\n  A: { Type: T, Properties: { L: ${list} } }\n`, { nesting: 1_000 });
    expect(unit.resources.length + unit.problems.length).toBeGreaterThan(0);
  });

  it('reports what deployers read differently: duplicate ids, merge keys, scalars, documents', () => {
    const unit = evaluateText(`Description: yes
Resources:
  A: { Type: "AWS::SQS::Queue" }
  A: { Type: "AWS::SNS::Topic" }
  B: { Type: "AWS::SQS::Queue", Properties: { FifoQueue: yes, "<<": 1, <<: { QueueName: m } } }
---
Resources:
  B: { Type: "AWS::SNS::Topic" }
`);
    expect(codes(unit).sort()).toEqual([
      'ambiguous-scalar/ambiguous@5',
      'duplicate-address/ambiguous@8',
      'duplicate-key/ambiguous@4',
      'merge-key/ambiguous@5',
      'template-not-evaluated/ambiguous@7',
    ]);
    expect(resource(unit, 'A')?.kind).toBe('AWS::SNS::Topic');
  });

  it('places a resource under an alias at its own name', () => {
    const unit = evaluateText('Resources:\n  A: &a { Type: "AWS::SQS::Queue" }\n  B: *a\n');
    expect(resource(unit, 'B')?.location.range).toEqual({ startLine: 3, startColumn: 3, endLine: 3, endColumn: 4 });
  });

  it('evaluates the rest of a broken file', () => {
    const unit = evaluateText(`Resources:
  A:
    Type: AWS::SQS::Queue
    Properties: { QueueName: "a" b }
  B:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub b
`);
    expect(codes(unit)[0]).toMatch(/^syntax-error\/not-evaluated@4$/);
    expect(property(unit, 'B', 'QueueName')).toBe('b');
    const json = evaluateText('{"Resources": {"A": {"Type": "AWS::SQS::Queue",, "Properties": {"QueueName": "q"}}}}');
    expect(codes(json)[0]).toMatch(/^syntax-error\/not-evaluated@1$/);
    expect(property(json, 'A', 'QueueName')).toBe('q');
  });

  it('is silent about sound files that are no templates, and not about broken ones that look like one', () => {
    expect(evaluateText('resources:\n  Resources: { A: { Type: "AWS::SQS::Queue" } }\n').problems).toEqual([]);
    expect(evaluateText('server { listen 80; }\n').problems).toEqual([]);
    expect(evaluateText('x: [\nResources:\n  A: { Type: "AWS::SQS::Queue" }\n').problems.length).toBeGreaterThan(0);
  });

  it.each([
    ['Resources: [a]', 'impossible-value'],
    ['Resources: { A: text }', 'impossible-value'],
    ['Resources: { A: { Type: "AWS::SQS::Queue", Properties: [a] } }', 'impossible-value'],
    ['Resources: { A: { Type: "AWS::SQS::Queue", Condition: [a] } }', 'impossible-value'],
    ['Resources: { A: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: soon } } }', 'impossible-value'],
    ['Resources: {}\nThings: {}', 'template-not-evaluated'],
    ['!Sub { Resources: {} }', 'impossible-value'],
    ['{ Resources: { A: { Type: "AWS::SQS::Queue" } } }', 'syntax-error'],
  ])('%s is a Problem', (text, code) => {
    const unit = evaluateText(text);
    expect(unit.problems.map((problem) => problem.code)).toContain(code);
    expect(unit.problems.every((problem) => problem.location !== undefined)).toBe(true);
  });

  it('stops at every budget and says so', () => {
    const many = Array.from({ length: 50 }, (_, n) => `  Q${n}: { Type: "AWS::SQS::Queue" }\n`).join('');
    expect(evaluateText(`Resources:\n${many}`, { unitResources: 10 }).resources).toHaveLength(10);
    const deep = `Resources:\n  A: { Type: T, Properties: { P: ${'['.repeat(90)}${']'.repeat(90)} } }\n`;
    const chain = Array.from({ length: 2_000 }, (_, n) => `  C${n}: !Not [!Condition C${n + 1}]\n`).join('');
    const conditions = `Conditions:\n${chain}  C2000: !Equals [a, a]\nResources:\n  A: { Type: T, Condition: C0 }\n`;
    const cases = [
      evaluateText(`Resources:\n${many}`, { unitResources: 10 }),
      evaluateText(`Resources:\n${many}`, { unitSteps: 20 }),
      evaluateText(deep, { nesting: 40 }),
      evaluateText(conditions),
    ];
    for (const unit of cases) expect(unit.problems.map((problem) => problem.code)).toContain('budget-exceeded');
    expect(resource(evaluateText(conditions), 'A')?.presence).toBe('unknown');
  });

  it('does not let texts grow without bound', () => {
    let text = '!Sub ["${a}${a}${a}${a}", { a: xxxxxxxxxxxxxxxx }]';
    for (let level = 0; level < 40; level += 1) text = `!Sub ["\${a}\${a}\${a}\${a}", { a: ${text} }]`;
    const unit = evaluateText(`Resources:\n  A: { Type: T, Properties: { P: ${text} } }\n`);
    expect(property(unit, 'A', 'P')).toBe('?budget-exceeded');
  });

  it('survives reading a missing file', () => {
    expect(evaluateText('').resources).toEqual([]);
    expect(evaluateText('').problems).toEqual([]);
  });
});
