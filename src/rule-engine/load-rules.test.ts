/** What a rule author sees: mistakes with file, line and column, the nearest right name, and packs that round-trip. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDictionaryFolder } from '../dictionary/read-dictionary-folder.ts';
import { buildRulePack } from './build-rule-pack.ts';
import { loadRulePack } from './load-rule-pack.ts';
import { loadRules } from './load-rules.ts';

const dictionary = readDictionaryFolder(join(import.meta.dirname, '../../rules/dictionary'));

const RULE = [
  'id: aws-sqs-queue',
  'title: Queue',
  'severity: high',
  'lifecycle: stable',
  'resource: AWS::SQS::Queue',
  'fail_when: resource.SqsManagedSseEnabled == false',
  'message: "{name} is plain"',
  'why: why',
  'fix: fix',
];

/** The rule with lines replaced (by their first word) or added. */
function ruleWith(...lines: readonly string[]): string {
  const keyOf = (line: string) => line.slice(0, line.indexOf(':'));
  const changed = new Map(lines.map((line) => [keyOf(line), line]));
  const kept = RULE.map((line) => {
    const replacement = changed.get(keyOf(line));
    changed.delete(keyOf(line));
    return replacement ?? line;
  });
  return [...kept, ...changed.values()].filter((line) => !line.endsWith(': !drop')).join('\n');
}

function mistakes(text: string, path = 'aws/sqs/queue/rule.yaml'): readonly string[] {
  const loaded = loadRules([{ path, text }], dictionary);
  return loaded.ok ? [] : loaded.errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a rule file', () => {
  it('loads when it is right', () => {
    expect(mistakes(ruleWith())).toEqual([]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['a mistyped key', ruleWith('severty: high'), ['10:1 unknown key severty; did you mean severity?']],
    ['a mistyped mapping', ruleWith('mappings: { cve: [CWE-1] }'), ['10:13 unknown key cve; did you mean cwe?']],
    ['a missing key', ruleWith('why: !drop'), ['1:1 why is missing']],
    [
      'an id that is not its path',
      ruleWith('id: aws-sqs-topic'),
      ['1:5 id is aws-sqs-topic, but its path says aws-sqs-queue'],
    ],
    [
      'an unknown kind',
      ruleWith('resource: AWS::SQS::Qeue'),
      ['5:11 there is no kind AWS::SQS::Qeue; did you mean AWS::SQS::Queue?'],
    ],
    [
      'a mistyped property',
      ruleWith('fail_when: resource.SqsManagedSseEnabeld == false'),
      ['6:21 fail_when: AWS::SQS::Queue has no property SqsManagedSseEnabeld; did you mean SqsManagedSseEnabled?'],
    ],
    [
      'a mistyped property inside has()',
      ruleWith('fail_when: "has(resource.KmsMasterKey)"'),
      ['6:26 fail_when: AWS::SQS::Queue has no property KmsMasterKey; did you mean KmsMasterKeyId?'],
    ],
    [
      'a wrong type',
      ruleWith('fail_when: resource.SqsManagedSseEnabled == "false"'),
      ['6:12 fail_when: no such overload: bool == string'],
    ],
    [
      'a condition that is none',
      ruleWith('fail_when: resource.KmsMasterKeyId'),
      ['6:12 fail_when is string, not a bool'],
    ],
    ['broken CEL', ruleWith('fail_when: resource.SqsManagedSseEnabled =='), ['6:44 fail_when: Unexpected token: EOF']],
    ['an unknown variable', ruleWith('fail_when: request.x == 1'), ['6:12 fail_when: Unknown variable: request']],
    [
      'an unknown function',
      ruleWith('fail_when: resource.KmsMasterKeyId.indexOf("a") == 1'),
      ['6:12 fail_when: there is no function indexOf with 2 arguments'],
    ],
    [
      'a bad pattern',
      ruleWith('fail_when: resource.KmsMasterKeyId.matches("(")'),
      ['6:12 fail_when: the regular expression is not valid RE2'],
    ],
    [
      'a backreference',
      ruleWith(String.raw`fail_when: resource.KmsMasterKeyId.matches(r"(a)\1")`),
      ['6:12 fail_when: the regular expression is not valid RE2'],
    ],
    ['a bad placeholder', ruleWith('message: "{nmae} is plain"'), ['7:11 message: {nmae} is no placeholder']],
    [
      'a mistyped placeholder',
      ruleWith('message: "{resource.QueueNam} is plain"'),
      ['7:11 message: AWS::SQS::Queue has no property QueueNam; did you mean QueueName?'],
    ],
    ['item without each', ruleWith('points_at: item.X'), ['10:12 points_at: item needs each']],
    ['each without discriminator', ruleWith('each: resource.Tags'), ['10:7 discriminator is missing; each needs it']],
    [
      'a discriminator that is not there',
      ruleWith('each: resource.Tags', 'discriminator: [Kee]', 'fail_when: item.Key == "a"'),
      ['11:16 discriminator: AWS::SQS::Queue.Tag has no property Kee; did you mean Key?'],
    ],
    [
      'each over no list',
      ruleWith('each: resource.QueueName', 'discriminator: [item]'),
      ['10:7 each is string, not a list'],
    ],
    [
      'a patch in a language without any',
      ruleWith('patch: { cloudformaton: {} }'),
      ['10:10 unknown key cloudformaton; did you mean cloudformation?'],
    ],
    [
      'a step that does two things',
      ruleWith('patch: { terraform: { aws_sqs_queue: [{ set: a, replace: a, value: "1" }] } }'),
      ['10:39 patch.terraform.aws_sqs_queue.0: a step is set or replace with a value in quotes, or add_resource'],
    ],
    [
      'a replacement that comes late',
      ruleWith('patch: { terraform: { aws_sqs_queue: [{ set: a, value: "1" }, { replace: a, value: "1" }] } }'),
      ['10:38 patch.terraform.aws_sqs_queue: replace comes first'],
    ],
    [
      'a patch of something else',
      ruleWith('patch: { cloudformation: { "AWS::SNS::Topic": [{ set: Properties.A, value: 1 }] } }'),
      ['10:8 the rule does not judge AWS::SNS::Topic'],
    ],
    ['a removal rule with a condition', ruleWith('trigger: removal'), ['6:12 a removal rule has no fail_when']],
    ['no condition', ruleWith('fail_when: !drop'), ['1:5 fail_when is missing']],
    ['a key written twice', `${ruleWith()}\ntitle: again`, ['10:1 title is written twice']],
    ['an alias', `${ruleWith('title: &t Queue')}\nfalse_positives: *t`, ['10:18 aliases are not part of rule files']],
    ['an empty file', '', ['1:1 the file is empty']],
    ['a list', '- a', ['1:1 the rule: Invalid input: expected object, received array']],
  ])('says where: %s', (_, text, expected) => {
    expect(mistakes(text)).toEqual(expected);
  });

  it('finds the column in folded and literal text', () => {
    const folded = ruleWith('fail_when: >-\n  resource.SqsManagedSseEnabled == false\n  && has(resource.Nothing)');
    expect(mistakes(folded)).toEqual(['8:19 fail_when: AWS::SQS::Queue has no property Nothing']);
    const literal = ruleWith('fail_when: |\n  resource.SqsManagedSseEnabled == false\n    && resource.Nothing == ""');
    expect(mistakes(literal)).toEqual(['8:17 fail_when: AWS::SQS::Queue has no property Nothing']);
  });

  it('refuses YAML it cannot read, and files that are too long', () => {
    expect(mistakes('id: [')).toHaveLength(1);
    expect(mistakes('x'.repeat(100_000))).toEqual(['1:1 a rule file is at most 64 KiB']);
  });

  it('refuses expressions too deep to check', () => {
    const deep = ruleWith(`fail_when: ${'('.repeat(1000)}true${')'.repeat(1000)}`);
    expect(mistakes(deep)[0]).toContain('Exceeded maxDepth');
    const long = ruleWith(`fail_when: ${Array.from({ length: 5000 }, () => 'true').join(' && ')}`);
    expect(mistakes(long)[0]).toContain('Exceeded maxAstNodes');
    const nots = ruleWith(`fail_when: "${'!'.repeat(20_000)}true"`);
    expect(mistakes(nots)).toHaveLength(1);
  });
});

describe('several rules', () => {
  it('share no id and no alias', () => {
    const first = { path: 'aws/sqs/queue/rule.yaml', text: ruleWith() };
    const second = { path: 'aws/sqs/other/rule.yaml', text: ruleWith('id: aws-sqs-other', 'aliases: [aws-sqs-queue]') };
    const loaded = loadRules([first, second], dictionary);
    expect(loaded.ok ? [] : loaded.errors.map(({ file, message }) => [file, message])).toEqual([
      ['aws/sqs/queue/rule.yaml', 'aws-sqs-queue is taken by aws/sqs/other/rule.yaml'],
    ]);
  });

  it('over several kinds is checked against each', () => {
    const both = ruleWith('resource: [AWS::SQS::Queue, AWS::SNS::Topic]', 'fail_when: resource.QueueName == "a"');
    expect(mistakes(both)).toEqual(['6:21 fail_when: AWS::SNS::Topic has no property QueueName']);
  });
});

describe('a rule pack', () => {
  const sources = [{ path: 'aws/sqs/queue/rule.yaml', text: ruleWith() }];

  it('comes back with the same digest, rules and dictionary', () => {
    const pack = buildRulePack(sources, dictionary);
    const back = loadRulePack(JSON.parse(JSON.stringify(pack)));
    expect(back.digest).toBe(pack.digest);
    expect(back.rules.map((rule) => rule.definition.id)).toEqual(['aws-sqs-queue']);
    expect(back.dictionary).toEqual(dictionary);
  });

  it('has a digest that depends on the content alone', () => {
    const digest = buildRulePack(sources, dictionary).digest;
    const windows = sources.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
    expect(buildRulePack(windows, dictionary).digest).toBe(digest);
    const other = sources.map(({ path, text }) => ({ path, text: text.replace('high', 'low') }));
    expect(buildRulePack(other, dictionary).digest).not.toBe(digest);
  });

  it('is refused when it was damaged', () => {
    const pack = buildRulePack(sources, dictionary);
    expect(() => loadRulePack({ ...pack, rules: [] })).toThrow('does not match its digest');
    expect(() => loadRulePack({ rules: [] })).toThrow();
  });

  it('is not built from rules that do not load', () => {
    const broken = [{ path: 'aws/sqs/queue/rule.yaml', text: ruleWith('severity: hihg') }];
    expect(() => buildRulePack(broken, dictionary)).toThrow('aws/sqs/queue/rule.yaml:3:11');
  });
});
