/**
 * `threatdiff explain`, run from the sources over small trees and the sample pull request: what a reader sees of a resource,
 * its values and its rules. `UPDATE_GOLDEN=1` writes `test/explain/shop.txt`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/command-line/commands.ts';
import { runCommandLine } from '../src/command-line/run-command-line.ts';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import type { Explanation } from '../src/model/explanation.ts';
import { buildRulePack } from '../src/rule-engine/build-rule-pack.ts';
import { readRulesFolder } from '../src/rule-engine/read-rules-folder.ts';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-explain-'));
const rulePackFile = join(scratch, 'rule-pack.json');
const golden = join(import.meta.dirname, 'explain/shop.txt');

beforeAll(() => {
  const rules = join(root, 'rules');
  const pack = buildRulePack(readRulesFolder(join(rules, 'checks')), readDictionaryFolder(join(rules, 'dictionary')));
  writeFileSync(rulePackFile, JSON.stringify(pack));
  put('small/main.tf', SMALL);
  put('small/Dockerfile', 'FROM node:24 AS build\nRUN npm ci\nFROM node:24\n');
  put(
    'small/stack.yaml',
    'Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Ref Name\nParameters:\n  Name:\n    Type: String\n',
  );
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const SMALL = `variable "cidr" {}
variable "on" {}
variable "days" {
  default = 4
}
resource "aws_sqs_queue" "orders" {
  for_each                  = toset(["a", "b"])
  name                      = "orders-\${each.key}"
  sqs_managed_sse_enabled   = false
  message_retention_seconds = var.days * 3600
}
resource "aws_security_group" "open" {
  count = var.on ? 1 : 0
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.cidr]
    description = "\\u001b[31mred\\u202e"
  }
}
resource "aws_db_instance" "shop" {
  engine   = "postgres"
  username = "shop"
  password = "correct-horse-battery"
}
resource "aws_s3_bucket" "photos" {
  bucket = "shop-photos"
}
resource "aws_s3_bucket_public_access_block" "photos" {
  bucket              = aws_s3_bucket.photos.id
  block_public_policy = false
}
resource "aws_glue_unheard_of" "x" {
  thing = "as written"
}
`;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  writeFileSync(join(scratch, path), text);
}

async function run(args: readonly string[], directory = join(scratch, 'small')) {
  const out: string[] = [];
  const problems: string[] = [];
  const stream = (into: string[]) => ({
    isTerminal: false,
    write: (text: string) => {
      into.push(text);
      return Promise.resolve();
    },
  });
  const now = () => Date.parse('2026-11-22T00:00:00Z');
  const host = {
    environment: {},
    directory,
    stdout: stream(out),
    stderr: stream(problems),
    now,
    rulePackFile,
    version: 'test',
  };
  const exitCode = await runCommandLine(['explain', ...args], COMMANDS, host);
  return { exitCode, stdout: out.join(''), stderr: problems.join('') };
}

async function explain(...args: readonly string[]): Promise<readonly Explanation[]> {
  const { stdout, stderr } = await run([...args, '--format', 'json']);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { explanations: Explanation[] }).explanations;
}

describe('a resource', () => {
  it('shows each value with its origin, and each rule with what decided', async () => {
    const { exitCode, stdout } = await run(['aws_sqs_queue.orders["a"]']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('aws_sqs_queue.orders["a"]  AWS::SQS::Queue\n');
    expect(stdout).toMatch(/\n {2}SqsManagedSseEnabled +false +main\.tf:9:31\n/);
    expect(stdout).toMatch(
      /\n {2}MessageRetentionPeriod +14400 +main\.tf:10:31\n {6}assumes var\.days = 4 \(its default, main\.tf:4\)\n/,
    );
    expect(stdout).toMatch(/\n {2}fail {2}medium {4}aws-sqs-queue-not-encrypted {2}TD-[0-9A-Z]{8}\n/);
    expect(stdout).toContain('\n        SqsManagedSseEnabled = false\n');
  });

  it('is found by a finding, with any key, without one, and by what configures it', async () => {
    const [first] = await explain('aws_sqs_queue.orders["b"]');
    const id = first?.rules.find(({ finding }) => finding !== undefined)?.finding ?? '';
    expect((await explain(id)).map(({ address }) => address)).toEqual(['aws_sqs_queue.orders["b"]']);
    const both = ['aws_sqs_queue.orders["a"]', 'aws_sqs_queue.orders["b"]'];
    expect((await explain('aws_sqs_queue.orders[*]')).map(({ address }) => address)).toEqual(both);
    expect((await explain('aws_sqs_queue.orders')).map(({ address }) => address)).toEqual(both);
    const [bucket] = await explain('aws_s3_bucket_public_access_block.photos');
    expect([bucket?.address, bucket?.configuredBy[0]?.address]).toEqual([
      'aws_s3_bucket.photos',
      'aws_s3_bucket_public_access_block.photos',
    ]);
  });

  it('says what is not known and why, and what may not exist', async () => {
    const { stdout } = await run(['aws_security_group.open[0]']);
    expect(stdout).toContain('exists         perhaps');
    expect(stdout).toMatch(/CidrIp +unresolved, variable-without-value: var\.cidr/);
    expect(stdout).toMatch(/\n {2}open {2}critical {2}aws-security-group-open-admin-port/);
    expect(stdout).toContain('        not known: var.cidr (variable-without-value) at main.tf:18:20\n');
  });

  it('shows no secret, and lets nothing act on the terminal', async () => {
    const { stdout } = await run(['aws_db_instance.shop']);
    expect(stdout).toMatch(/StorageEncrypted +false +default of the provider \(terraform-aws@\d{4}-\d\d-\d\d\)\n/);
    expect(stdout).toMatch(/MasterUserPassword +\(sensitive, not shown\)/);
    const json = JSON.stringify(await explain('aws_db_instance.shop'));
    expect(stdout + json).not.toContain('correct-horse');
    const hostile = (await run(['aws_security_group.open[0]'])).stdout;
    expect(hostile).not.toMatch(/[\u001b\u202e]/);
  });

  it('of a type without a lowering has its attributes as written', async () => {
    const { stdout } = await run(['aws_glue_unheard_of.x']);
    expect(stdout).toContain('Terraform::aws_glue_unheard_of');
    expect(stdout).toContain('this type is not lowered');
    expect(stdout).toMatch(/\n {2}thing +"as written" +main\.tf:\d+:\d+\n/);
    expect(stdout).toContain('\nNo rule is about this kind.\n');
  });
});

describe('every format', () => {
  it('CloudFormation by logical id', async () => {
    const { stdout } = await run(['Orders']);
    expect(stdout).toContain('Orders  AWS::SQS::Queue\n');
    expect(stdout).toMatch(/QueueName +unresolved, variable-without-value: /);
  });

  it('Dockerfile stages', async () => {
    const stages = await explain('stage "build"');
    expect(stages.map(({ kind, unit }) => [kind, unit])).toEqual([['Dockerfile::Stage', 'Dockerfile']]);
  });
});

describe('a plan', () => {
  it('is an environment of its own', async () => {
    put('planned/infra/main.tf', readFileSync(join(root, 'test/plan/tree/main.tf'), 'utf8'));
    const plan = `${join(root, 'test/plan/plan.json')}=infra`;
    const args = ['module.archive.aws_s3_bucket.this[0]', '--in', '../planned', '--plan', plan];
    const { stdout } = await run(args);
    expect(stdout).toContain('environment plan\n');
    expect(stdout).toContain('; it only adds findings\n');
    expect(stdout).toContain('written as     aws_s3_bucket at infra/main.tf:61:1\n');
    expect((await run([...args, '--environment', 'default'])).stderr).toContain('There is no resource');
  });
});

describe('what is not there', () => {
  it.each([
    [[], 'There is nothing to explain.'],
    [['aws_sqs_queue.ordres'], 'Did you mean aws_sqs_queue.orders["a"]'],
    [['photos'], 'Did you mean aws_s3_bucket.photos'],
    [['TD-00000000'], 'There is no finding "TD-00000000" here.'],
    [['Orders', '--environment', 'prod'], 'There are default.'],
    [['Orders', '--in', '../nowhere'], 'There is no folder'],
    [['x\u001b[2J'], 'There is no resource "x\\u001b[2J" here.'],
  ])('%j', async (args, message) => {
    const { exitCode, stderr } = await run(args);
    expect({ exitCode, told: stderr }).toEqual({ exitCode: 2, told: expect.stringContaining(message) as string });
  });
});

it('explains the sample pull request as a reader expects', async () => {
  const addresses = [
    'aws_security_group.bastion',
    'aws_iam_role_policy.orders',
    'aws_s3_bucket.pictures',
    'aws_sqs_queue.fulfilment',
  ];
  const shop = join(root, 'test/golden/shop/head');
  const texts: string[] = [];
  for (const address of addresses) texts.push((await run([address], shop)).stdout);
  // Rules that pass come last, and their number grows with every rule.
  const text = texts.map((each) => each.replace(/\n {2}(?:pass|not applicable)[\s\S]*$/, '\n')).join('\n');
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, text);
  }
  expect(text).toBe(readFileSync(golden, 'utf8'));
});
