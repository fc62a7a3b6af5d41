/** Which findings get a patch, through the whole job: what holds is shown, what does not hold or is not certain is not. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../check-pull-request.ts';
import { readDictionaryFolder } from '../dictionary/read-dictionary-folder.ts';
import type { Finding } from '../model/finding.ts';
import { loadRules } from '../rule-engine/load-rules.ts';
import { InputsSnapshot } from '../source/inputs-snapshot.ts';
import { MemorySnapshot, type MemoryFile } from '../source/memory-snapshot.ts';

type Files = Readonly<Record<string, string | MemoryFile>>;

const dictionary = readDictionaryFolder(join(import.meta.dirname, '../../rules/dictionary'));

function rule(id: string, condition: string, patch: string): { path: string; text: string } {
  const keys = { id, title: id, severity: 'high', lifecycle: 'stable', resource: 'AWS::SQS::Queue', message: id };
  const head = Object.entries({ ...keys, why: 'x', fix: 'x' }).map(([key, value]) => `${key}: ${value}\n`);
  const text = `${head.join('')}fail_when: ${condition}\n${patch}`;
  return { path: `${id.replaceAll('-', '/')}/rule.yaml`, text };
}

/** The rule of the tests: a queue keeps messages for more than a day. */
const SHORT = rule(
  'a-b-short',
  'resource.MessageRetentionPeriod != 60',
  [
    'patch:',
    '  terraform:',
    '    aws_sqs_queue: [{ set: message_retention_seconds, value: "60" }]',
    '  cloudformation:',
    '    AWS::SQS::Queue: [{ set: Properties.MessageRetentionPeriod, value: 60 }]',
    '',
  ].join('\n'),
);

async function run(
  after: Files,
  options: { before?: Files; rules?: readonly ReturnType<typeof rule>[]; fixes?: (finding: Finding) => boolean } = {},
) {
  const { before, rules = [SHORT], fixes } = options;
  const loaded = loadRules(rules, dictionary);
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  const sides = {
    before: before === undefined ? [] : [new MemorySnapshot(before)],
    after: new MemorySnapshot(after),
    description: { before: '', after: '' },
    close: () => Promise.resolve(),
  };
  const pack = { rules: loaded.rules, dictionary, digest: 'test' };
  const job = { policy: {}, pack, engine: 'threatdiff test', asOf: '2026-11-21', ...(fixes && { fixes }) };
  const result = await checkPullRequest({ ...job, change: sides });
  const inputs = await result.recordInputs();
  const replay = await checkPullRequest({
    ...job,
    change: {
      ...sides,
      before: inputs.before.map((tree) => new InputsSnapshot(tree)),
      after: new InputsSnapshot(inputs.after),
    },
  });
  expect(replay.report).toEqual(result.report);
  return result.report.changes.map(({ after: finding, patch }) => `${finding?.address}: ${patch?.path ?? 'none'}`);
}

const queue = (label: string, value: string): string =>
  `resource "aws_sqs_queue" "${label}" {\n  message_retention_seconds = ${value}\n}\n`;

describe('a patch is shown', () => {
  it('for a literal and for what is missing, in Terraform and CloudFormation', async () => {
    expect(await run({ 'main.tf': queue('q', '90') })).toEqual(['aws_sqs_queue.q: main.tf']);
    expect(await run({ 'main.tofu': 'resource "aws_sqs_queue" "q" {\n}\n' })).toEqual(['aws_sqs_queue.q: main.tofu']);
    const yaml = 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      MessageRetentionPeriod: 90\n';
    expect(await run({ 'q.template': yaml })).toEqual(['Q: q.template']);
    const json = '{\n  "Resources": {\n    "Q": {\n      "Type": "AWS::SQS::Queue"\n    }\n  }\n}\n';
    expect(await run({ 'q.template': json })).toEqual(['Q: q.template']);
  });

  it('for every instance of a block and every caller of a module', async () => {
    const calls = '\nmodule "a" {\n  source = "./m"\n}\n\nmodule "b" {\n  source = "./m"\n}\n';
    const changes = await run({
      'main.tf': queue('q', '90').replace('{\n', '{\n  count = 2\n') + calls,
      'm/main.tf': queue('m', '90'),
    });
    expect([...changes].sort()).toEqual([
      'aws_sqs_queue.m: m/main.tf',
      'aws_sqs_queue.q[0]: main.tf',
      'aws_sqs_queue.q[1]: main.tf',
      'module.a.aws_sqs_queue.m: m/main.tf',
      'module.b.aws_sqs_queue.m: m/main.tf',
    ]);
  });

  it('for a block that may not exist, and in every root that calls a module', async () => {
    const maybe = `variable "on" {\n  type = bool\n}\n${queue('q', '90').replace('{\n', '{\n  count = var.on ? 1 : 0\n')}`;
    expect(await run({ 'main.tf': maybe })).toEqual(['aws_sqs_queue.q[0]: main.tf']);
    const call = 'module "m" {\n  source = "../m"\n}\n';
    const changes = await run({ 'a/main.tf': call, 'b/main.tf': call, 'm/main.tf': queue('q', '90') });
    expect([...changes].sort()).toEqual([
      'aws_sqs_queue.q: m/main.tf',
      'module.m.aws_sqs_queue.q: m/main.tf',
      'module.m.aws_sqs_queue.q: m/main.tf',
    ]);
  });

  it('only for what the change makes, and only where it is wanted', async () => {
    const [old, added] = [queue('old', '90'), queue('new', '90')];
    const change = { before: { 'main.tf': old } };
    expect(await run({ 'main.tf': old + added }, change)).toEqual([
      'aws_sqs_queue.new: main.tf',
      'aws_sqs_queue.old: none',
    ]);
    const fixes = ({ address }: Finding): boolean => address.endsWith('.old');
    expect(await run({ 'main.tf': old + added }, { fixes })).toEqual([
      'aws_sqs_queue.old: main.tf',
      'aws_sqs_queue.new: none',
    ]);
  });
});

describe('no patch is shown', () => {
  const text = queue('q', '90');

  it.each<[string, Files]>([
    ['a variable with a default', { 'main.tf': `variable "v" {\n  default = 90\n}\n${queue('q', 'var.v')}` }],
    [
      'a variable from a file',
      { 'main.tf': `variable "v" {}\n${queue('q', 'var.v')}`, 'terraform.tfvars': 'v = 90\n' },
    ],
    [
      'a value of each instance',
      { 'main.tf': queue('q', 'each.value').replace('{\n', '{\n  for_each = { a = 90 }\n') },
    ],
    ['JSON syntax', { 'main.tf.json': '{"resource":{"aws_sqs_queue":{"q":{"message_retention_seconds":90}}}}' }],
    ['an override', { 'main.tf': queue('q', '80'), 'main_override.tf': text }],
    ['a generated file', { 'main.tf': `# Code generated by x. DO NOT EDIT.\n${text}` }],
    ['a folder of generated files', { 'cdk.out/main.tf': text }],
    ['a byte-order mark', { 'main.tf': `\ufeff${text}` }],
    ['a lone carriage return', { 'main.tf': `# a\rb\n${text}` }],
  ])('where it is not certain: %s', async (_, files) => {
    const changes = await run(files);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter((change) => !change.endsWith(': none'))).toEqual([]);
  });

  it('where the rule would still fail', async () => {
    const wrong = { ...SHORT, text: SHORT.text.replace('"60"', '"61"') };
    expect(await run({ 'main.tf': text }, { rules: [wrong] })).toEqual(['aws_sqs_queue.q: none']);
  });

  it('where another rule would fail, and others still get theirs', async () => {
    const other = rule('a-b-other', 'resource.MessageRetentionPeriod == 60 && resource.QueueName == "b"', '');
    const named = queue('b', '90').replace('{\n', '{\n  name = "b"\n');
    expect([...(await run({ 'main.tf': text + named }, { rules: [SHORT, other] }))].sort()).toEqual([
      'aws_sqs_queue.b: none',
      'aws_sqs_queue.q: main.tf',
    ]);
  });

  it('where a name is taken, and a Problem would be new', async () => {
    const companion = rule(
      'a-b-companion',
      'resource.DelaySeconds != 0',
      'patch:\n  terraform:\n    aws_sqs_queue:\n      - { set: delay_seconds, value: "0" }\n      - add_resource: |\n          resource "null_resource" "{label}" {\n          }\n',
    );
    const delayed = 'resource "aws_sqs_queue" "q" {\n  delay_seconds = 5\n}\n';
    const rules = [companion];
    expect(await run({ 'main.tf': delayed }, { rules })).toEqual(['aws_sqs_queue.q: main.tf']);
    const taken = `${delayed}\nresource "null_resource" "q" {\n}\n`;
    expect(await run({ 'main.tf': taken }, { rules })).toEqual(['aws_sqs_queue.q: none']);
  });

  it('for rules without one', async () => {
    const bare = rule('a-b-bare', 'resource.MessageRetentionPeriod == 90', '');
    expect(await run({ 'main.tf': text }, { rules: [bare] })).toEqual(['aws_sqs_queue.q: none']);
  });
});
