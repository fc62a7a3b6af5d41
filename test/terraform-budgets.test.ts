/**
 * Configuration made to use up the machine, through the whole job with the limits users have: what is too much is
 * reported where it stands and holds the merge, the rest is judged, and the work stays within counted steps. Times are
 * printed, never asserted.
 */
import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../src/check-pull-request.ts';
import { loadPolicy } from '../src/config/load-policy.ts';
import type { Report } from '../src/model/report.ts';
import { evaluateFiles } from '../src/parsers/terraform/testing/evaluate-files.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';
import { AS_OF, testPack } from './run-directories.ts';

type Files = Readonly<Record<string, string>>;

const limits = loadPolicy({}, AS_OF).policy.budgets;
const DECOYS = 25;

/** The rest: a hole that must be found, whatever stands beside it. */
const REST = `resource "aws_security_group" "rest" {
  name = "rest"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [local.anywhere]
  }
}
locals {
  anywhere = "0.0.0.0/0"
}
`;

function keys(count: number): string {
  return `toset([${Array.from({ length: count }, (_, at) => `"k${at}"`).join(', ')}])`;
}

function call(name: string, source: string, rest: string): string {
  return `module "${name}" {\n  source = "${source}"\n${rest}}\n`;
}

/** Five modules deep, each called for every one of `count` keys. */
function nestedForEach(count: number): Files {
  const level = (at: number): string => {
    const source = at === 0 ? './m1' : `../m${at + 1}`;
    return call('next', source, `  for_each = ${keys(count)}\n  name = each.key\n`);
  };
  const inner = 'variable "name" {}\nresource "aws_sqs_queue" "own" {\n  name = var.name\n}\n';
  const levels = [1, 2, 3, 4].map((at) => [`m${at}/main.tf`, `${level(at)}${inner}`] as const);
  return { 'main.tf': `${REST}${level(0)}`, ...Object.fromEntries(levels), 'm5/main.tf': inner };
}

const CYCLES: Files = {
  'main.tf': `${REST}${call('a', './a', '  v = module.a.o\n')}locals {
  x = local.y
  y = local.z
  z = "\${local.x}!"
}
resource "aws_sqs_queue" "cycle" {
  name = "\${local.x}-\${module.a.o}"
}
`,
  'a/main.tf': `variable "v" {}\n${call('b', '../b', '')}output "o" {\n  value = var.v\n}\n`,
  'b/main.tf': call('a', '../a', '  v = 1\n'),
};

/** About four megabytes each: below the limit of a file, a hundred megabytes together. */
function variableFiles(name: (at: number) => string): Files {
  const lines = Array.from({ length: 60_000 }, (_, at) => `v${at} = "${'x'.repeat(58)}"`).join('\n');
  const files = Array.from({ length: DECOYS }, (_, at) => [name(at), `# ${at}\n${lines}\nx = ${at}\n`] as const);
  return { 'main.tf': `${REST}variable "x" {}\n`, ...Object.fromEntries(files) };
}

const HUNGRY = `${REST}resource "aws_sqs_queue" "hungry" {
  name = length([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]])
}
`;

interface Case {
  readonly files: Files;
  /** `code path:line` */
  readonly reported: readonly string[];
  /** Resources beside the rest that are there as well. */
  readonly evaluated?: readonly string[];
  readonly most: number;
}

const CASES: Readonly<Record<string, Case>> = {
  'a billion resources': {
    files: { 'main.tf': `${REST}resource "aws_sqs_queue" "q" {\n  count = 1000000000\n}\n` },
    reported: ['budget-exceeded main.tf:14'],
    evaluated: ['aws_sqs_queue.q[*]'],
    most: 100,
  },
  'a billion modules': {
    files: {
      'main.tf': `${REST}${call('m', './m', '  count = 1000000000\n')}`,
      'm/main.tf': 'resource "aws_sqs_queue" "q" {}\n',
    },
    reported: ['budget-exceeded main.tf:15'],
    evaluated: ['module.m[*].aws_sqs_queue.q'],
    most: 100,
  },
  'ten thousand modules that call ten thousand, five deep': {
    files: nestedForEach(10_000),
    reported: ['budget-exceeded m1/main.tf:3'],
    most: 2_000_000,
  },
  'ten modules that call ten, five deep': {
    files: nestedForEach(10),
    reported: ['budget-exceeded m4/main.tf:3'],
    evaluated: ['module.next["k0"].aws_sqs_queue.own', 'module.next["k9"].module.next["k9"].aws_sqs_queue.own'],
    most: 2_000_000,
  },
  'locals and modules in circles': {
    files: CYCLES,
    reported: ['reference-cycle main.tf:18', 'reference-cycle a/main.tf:6', 'module-not-available b/main.tf:1'],
    evaluated: ['aws_sqs_queue.cycle'],
    most: 100,
  },
  'loops in loops in loops': {
    files: { 'main.tf': HUNGRY },
    reported: ['budget-exceeded main.tf:14'],
    evaluated: ['aws_sqs_queue.hungry'],
    most: 3_000_000,
  },
  'a hundred megabytes of variables in one file': {
    files: { 'main.tf': `${REST}variable "x" {}\n`, 'terraform.tfvars': `x = "${'x'.repeat(100_000_000)}"\n` },
    reported: ['file-too-large terraform.tfvars:1'],
    most: 2_000_000,
  },
  'a hundred megabytes of variables in many files': {
    files: variableFiles((at) => `f${at}.auto.tfvars`),
    reported: [],
    most: 3_000_000,
  },
  'a hundred megabytes of variables for many environments': {
    files: variableFiles((at) => `env/f${at}.tfvars`),
    reported: [],
    most: 3_000_000,
  },
};

async function judge(files: Files): Promise<Report> {
  const after = new MemorySnapshot(files, 'after');
  const before = new MemorySnapshot({}, 'before');
  const description = { before: 'before', after: 'after' };
  const change = { before: [before], after, description, close: () => Promise.resolve() };
  const job = { change, policy: {}, pack: testPack(), engine: 'test', asOf: AS_OF };
  return (await checkPullRequest(job)).report;
}

describe.each(Object.entries(CASES))('%s', (name, { files, reported, evaluated = [], most }) => {
  it('is reported at its place, and the hole beside it is found', async () => {
    const started = process.cpuUsage();
    const { changes, problems } = await judge(files);
    const { user, system } = process.cpuUsage(started);
    process.stdout.write(`${name}: ${Math.round((user + system) / 1000)} ms of processor time\n`);
    const places = problems.map(({ code, location }) => `${code} ${location?.path}:${location?.range.startLine}`);
    expect(places).toEqual(expect.arrayContaining([...reported]));
    const found = changes.filter(({ blocks }) => blocks).map(({ after }) => `${after?.ruleId} ${after?.address}`);
    expect(found).toContain('aws-security-group-open-admin-port aws_security_group.rest');
    for (const problem of problems.filter(({ code }) => code === 'budget-exceeded' || code === 'file-too-large')) {
      expect(problem).toMatchObject({ blocks: true, location: { path: expect.any(String) as string } });
    }
  });

  it('takes a bounded number of steps and leaves the other resources', () => {
    const { steps, resources } = evaluateFiles(files, { limits });
    expect(steps).toBeLessThanOrEqual(most);
    const addresses = resources.map(({ address }) => address);
    expect(addresses).toEqual(expect.arrayContaining(['aws_security_group.rest', ...evaluated]));
  });
});
