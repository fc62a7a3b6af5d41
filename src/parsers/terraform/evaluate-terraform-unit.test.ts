/** Whole directories: variables, expansion, modules, inputs and Problems as users see them. */
import { describe, expect, test } from 'vitest';
import type { EvaluatedUnit } from '../../model/unit.ts';
import type { Files } from './testing/create-memory-reader.ts';
import { evaluateFiles, type TestOptions } from './testing/evaluate-files.ts';
import { show } from './testing/show.ts';

function valueOf(unit: EvaluatedUnit, address: string, name = 'value'): unknown {
  return show(unit.resources.find((resource) => resource.address === address)?.properties.get(name));
}

function codes(unit: EvaluatedUnit): string[] {
  return unit.problems.map((problem) => `${problem.code}/${problem.effect}`);
}

const THING = 'resource "test_thing" "t" { value = var.x }\n';

describe('variables', () => {
  const cases: readonly (readonly [string, Files, TestOptions, unknown, string | undefined])[] = [
    ['no value', { 'main.tf': `variable "x" {}\n${THING}` }, {}, '?variable-without-value var.x', undefined],
    ['default', { 'main.tf': `variable "x" { default = 1 }\n${THING}` }, {}, 1, 'variable-default'],
    [
      'terraform.tfvars',
      { 'main.tf': `variable "x" { default = 1 }\n${THING}`, 'terraform.tfvars': 'x = 2' },
      {},
      2,
      'variable-file',
    ],
    [
      'auto files in order',
      {
        'main.tf': `variable "x" {}\n${THING}`,
        'terraform.tfvars': 'x = 2',
        'b.auto.tfvars': 'x = 4',
        'a.auto.tfvars': 'x = 3',
      },
      {},
      4,
      'variable-file',
    ],
    [
      'files of the environment last',
      { 'main.tf': `variable "x" {}\n${THING}`, 'b.auto.tfvars': 'x = 4', 'env/prod.tfvars': 'x = 5' },
      { variableFiles: ['env/prod.tfvars'] },
      5,
      'variable-file',
    ],
    [
      'converted',
      { 'main.tf': `variable "x" {\n  type = list(string)\n  default = [1, true]\n}\n${THING}` },
      {},
      ['1', 'true'],
      'variable-default',
    ],
    [
      'set',
      { 'main.tf': `variable "x" {\n  type = set(string)\n  default = ["b", "a", "b"]\n}\n${THING}` },
      {},
      ['a', 'b'],
      'variable-default',
    ],
    [
      'object with optional attributes',
      {
        'main.tf': `variable "x" {\n  type = object({ a = string, b = optional(number, 7), c = optional(bool) })\n  default = { a = 1, z = 2 }\n}\n${THING}`,
      },
      {},
      { a: '1', b: 7, c: null },
      'variable-default',
    ],
  ];
  test.each(cases)('%s', (...[, files, options, expected, kind]) => {
    const unit = evaluateFiles(files, options);
    expect(valueOf(unit, 'test_thing.t')).toEqual(expected);
    const value = unit.resources[0]?.properties.get('value');
    expect(value?.origin?.assumptions?.map((assumption) => `${assumption.kind} ${assumption.subject}`)).toEqual(
      kind === undefined ? undefined : [`${kind} var.x`],
    );
    expect(unit.assumptions.map((assumption) => assumption.kind)).toEqual(kind === undefined ? [] : [kind]);
  });

  test('a value of the wrong type is a Problem and unresolved', () => {
    const unit = evaluateFiles({ 'main.tf': `variable "x" {\n  type = number\n  default = "a"\n}\n${THING}` });
    expect(valueOf(unit, 'test_thing.t')).toBe('?invalid-value var.x');
    expect(codes(unit)).toEqual(['impossible-value/note']);
  });

  test('secrets are marked and their text is nowhere', () => {
    const main =
      'variable "x" {\n  sensitive = true\n  default = "hunter2"\n}\nresource "test_thing" "t" { value = "p-${var.x}" }\n';
    const unit = evaluateFiles({ 'main.tf': main });
    expect(unit.resources[0]?.properties.get('value')).toMatchObject({ value: 'p-hunter2', sensitive: true });
    expect(JSON.stringify([unit.assumptions, unit.problems])).not.toContain('hunter2');
  });

  test('nothing derived from a secret shows it', () => {
    const expressions = [
      '"${var.x}-${var.u}"',
      'format("%s-%s", var.x, var.u)',
      'upper(var.x)',
      'split("t", var.x)',
      'jsonencode([var.x])',
    ];
    const body = expressions.map((expression, at) => `  v${at} = ${expression}\n`).join('');
    const main = `variable "u" {}\nvariable "x" {\n  sensitive = true\n  default = "hunter2"\n}\nresource "test_thing" "t" {\n${body}}\n`;
    for (const value of evaluateFiles({ 'main.tf': main }).resources[0]?.properties.values() ?? []) {
      const shown = JSON.stringify(value, (_key, part: unknown) => {
        const isSecret = typeof part === 'object' && part !== null && 'sensitive' in part;
        return isSecret ? 'secret' : part;
      });
      expect(shown.toLowerCase()).not.toContain('hun');
    }
  });

  test('derived values carry the assumptions of all their inputs', () => {
    const main =
      'variable "a" { default = 1 }\nvariable "b" { default = 2 }\nlocals { c = join("-", [var.a, var.b]) }\n';
    const unit = evaluateFiles({ 'main.tf': `${main}resource "test_thing" "t" { value = local.c }` });
    const assumptions = unit.resources[0]?.properties.get('value')?.origin?.assumptions ?? [];
    expect(assumptions.map((assumption) => assumption.subject).sort()).toEqual(['var.a', 'var.b']);
  });
});

describe('expansion', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['no count', '', ['test_thing.t yes']],
    ['count', 'count = 2', ['test_thing.t[0] yes', 'test_thing.t[1] yes']],
    ['count 0', 'count = 0', []],
    ['count as text', 'count = "1"', ['test_thing.t[0] yes']],
    ['unknown count', 'count = var.u', ['test_thing.t[*] unknown']],
    ['unknown condition', 'count = var.u ? 1 : 0', ['test_thing.t[0] unknown']],
    ['at least one', 'count = var.u ? 1 : 2', ['test_thing.t[0] yes', 'test_thing.t[1] unknown']],
    ['for_each', 'for_each = { b = 1, a = 2 }', ['test_thing.t["a"] yes', 'test_thing.t["b"] yes']],
    ['for_each of a set', 'for_each = toset(["x"])', ['test_thing.t["x"] yes']],
    ['unknown for_each', 'for_each = var.u', ['test_thing.t[*] unknown']],
    ['partly unknown', 'for_each = toset(["x", var.u])', ['test_thing.t["x"] yes', 'test_thing.t[*] unknown']],
    ['perhaps empty', 'for_each = var.u ? toset(["x"]) : toset([])', ['test_thing.t["x"] unknown']],
  ];
  test.each(cases)('%s', (_name, argument, expected) => {
    const unit = evaluateFiles({ 'main.tf': `variable "u" {}\nresource "test_thing" "t" {\n  ${argument}\n}\n` });
    expect(unit.resources.map((resource) => `${resource.address} ${resource.presence}`)).toEqual(expected);
  });

  test('each and count are known in the instance', () => {
    const unit = evaluateFiles({
      'main.tf':
        'resource "test_thing" "t" {\n  for_each = { a = 1 }\n  value = "${each.key}${each.value}"\n}\nresource "test_thing" "c" {\n  count = 2\n  value = count.index\n}\n',
    });
    expect([valueOf(unit, 'test_thing.t["a"]'), valueOf(unit, 'test_thing.c[1]')]).toEqual(['a1', 1]);
  });

  test('a count beyond the budget is one unknown instance, and the rest goes on', () => {
    const unit = evaluateFiles({
      'main.tf': 'resource "test_thing" "t" { count = 1000000000 }\nresource "test_thing" "z" { value = 1 }\n',
    });
    expect(unit.resources.map((resource) => `${resource.address} ${resource.presence}`)).toEqual([
      'test_thing.t[*] unknown',
      'test_thing.z yes',
    ]);
    expect(codes(unit)).toEqual(['budget-exceeded/not-evaluated']);
  });

  test('dynamic blocks', () => {
    const main = `variable "u" {}
resource "test_thing" "t" {
  rule { port = 1 }
  dynamic "rule" {
    for_each = [2, 3]
    content { port = rule.value }
  }
  dynamic "other" {
    for_each = var.u
    iterator = it
    content { port = it.value }
  }
  dynamic "perhaps" {
    for_each = var.u ? [1] : []
    content { on = true }
  }
}
`;
    const unit = evaluateFiles({ 'main.tf': main });
    expect(valueOf(unit, 'test_thing.t', 'rule')).toEqual([{ port: 1 }, { port: 2 }, { port: 3 }]);
    expect(valueOf(unit, 'test_thing.t', 'other')).toEqual([
      { maybe: { port: '?variable-without-value it.value of var.u' } },
      '...',
    ]);
    expect(valueOf(unit, 'test_thing.t', 'perhaps')).toEqual([{ maybe: { on: true } }]);
  });

  test('ignored changes are not known', () => {
    const main =
      'resource "test_thing" "t" {\n  value = 1\n  other = 2\n  lifecycle { ignore_changes = [value, extra["x"]] }\n}\n';
    const unit = evaluateFiles({ 'main.tf': main });
    expect(valueOf(unit, 'test_thing.t')).toBe('?ignored-changes test_thing.t.value');
    expect(valueOf(unit, 'test_thing.t', 'extra')).toBe('?ignored-changes test_thing.t.extra');
    expect(valueOf(unit, 'test_thing.t', 'other')).toBe(2);
  });

  test('moved blocks, through chains, keys and circles', () => {
    const main = `resource "test_thing" "c" { for_each = { k = 1 } }
resource "test_thing" "x" {}
moved {
  from = test_thing.a
  to   = test_thing.b
}
moved {
  from = test_thing.b
  to   = test_thing.c
}
moved {
  from = test_thing.x
  to   = test_thing.y
}
moved {
  from = test_thing.y
  to   = test_thing.x
}
`;
    const unit = evaluateFiles({ 'main.tf': main });
    expect(unit.resources.map((resource) => resource.movedFrom)).toEqual([
      ['test_thing.b["k"]', 'test_thing.a["k"]'],
      ['test_thing.y'],
    ]);
  });

  test('a count given to a resource moves it to the first instance', () => {
    const main = 'resource "test_thing" "t" {\n  count = 2\n}\nresource "test_thing" "u" {}\n';
    const unit = evaluateFiles({ 'main.tf': main });
    expect(unit.resources.map((resource) => resource.movedFrom)).toEqual([['test_thing.t'], [], []]);
  });

  test('provider configuration', () => {
    const main = `provider "test" { region = "eu-west-1" }
provider "test" {
  alias  = "far"
  region = "us-east-1"
  assume_role { role_arn = "arn:aws:iam::111122223333:role/x" }
}
resource "test_thing" "a" {}
resource "test_thing" "b" { provider = test.far }
`;
    const [a, b] = evaluateFiles({ 'main.tf': main }).resources;
    expect([a?.provider?.alias, show(a?.provider?.region)]).toEqual([undefined, 'eu-west-1']);
    expect([b?.provider?.alias, show(b?.provider?.region), show(b?.provider?.account)]).toEqual([
      'far',
      'us-east-1',
      '111122223333',
    ]);
  });

  test('override files replace arguments and blocks', () => {
    const unit = evaluateFiles({
      'main.tf': 'resource "test_thing" "t" {\n  value = 1\n  kept = 2\n  rule { a = 1 }\n  rule { a = 2 }\n}\n',
      'override.tf': 'resource "test_thing" "t" {\n  value = 9\n  rule { a = 3 }\n}\n',
    });
    expect(unit.problems).toEqual([]);
    expect([
      valueOf(unit, 'test_thing.t'),
      valueOf(unit, 'test_thing.t', 'kept'),
      valueOf(unit, 'test_thing.t', 'rule'),
    ]).toEqual([9, 2, [{ a: 3 }]]);
  });

  test('JSON configuration with Terraform’s own blocks', () => {
    const json = {
      resource: { test_thing: { t: { value: '${1 + 1}', lifecycle: { ignore_changes: ['other'] }, other: 1 } } },
    };
    const unit = evaluateFiles({ 'main.tf.json': JSON.stringify(json) });
    expect([valueOf(unit, 'test_thing.t'), valueOf(unit, 'test_thing.t', 'other')]).toEqual([
      2,
      '?ignored-changes test_thing.t.other',
    ]);
  });
});

describe('local modules', () => {
  const files: Files = {
    'live/main.tf': `module "m" {
  source   = "../modules/m"
  for_each = { k = "v" }
  name     = each.value
}
resource "test_thing" "t" { value = module.m["k"].out }
resource "test_thing" "u" { value = module.m["k"].arn }
`,
    'modules/m/main.tf': `variable "name" {}
variable "port" { default = 1 }
resource "test_thing" "inner" {
  value = "\${var.name}:\${var.port}"
  path  = path.module
}
output "out" { value = test_thing.inner.value }
output "arn" { value = test_thing.inner.arn }
`,
  };

  test('are evaluated at each call', () => {
    const unit = evaluateFiles(files, { unit: 'live' });
    expect(unit.resources.map((resource) => resource.address)).toEqual([
      'module.m["k"].test_thing.inner',
      'test_thing.t',
      'test_thing.u',
    ]);
    expect(valueOf(unit, 'test_thing.t')).toBe('v:1');
    expect(valueOf(unit, 'test_thing.u')).toBe('<module.m["k"].test_thing.inner.arn>');
    expect(valueOf(unit, 'module.m["k"].test_thing.inner', 'path')).toBe('../modules/m');
    expect(unit.resources[0]?.calledFrom).toMatchObject([{ path: 'live/main.tf' }]);
    expect([unit.assumptions, unit.problems]).toEqual([[], []]);
  });

  test('are units of their own as well, with unknown inputs', () => {
    const unit = evaluateFiles(files, { unit: 'modules/m' });
    expect(valueOf(unit, 'test_thing.inner')).toBe('?variable-without-value var.name');
  });

  test('that call themselves end', () => {
    const unit = evaluateFiles({ 'main.tf': 'module "m" { source = "./" }\n' });
    expect(codes(unit)).toEqual(['module-not-available/note']);
  });
});

describe('Problems', () => {
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['duplicates', { 'a.tf': THING, 'b.tf': `variable "x" {}\n${THING}` }, ['duplicate-address/ambiguous']],
    ['syntax', { 'a.tf': 'resource "a" "b" {\n  x = = 1\n}\n' }, ['syntax-error/not-evaluated']],
    ['unknown blocks', { 'a.tf': 'rescource "a" "b" {}\ncheck "c" {}\n' }, ['syntax-error/not-evaluated']],
    [
      'undeclared, once per name',
      { 'a.tf': `${THING}resource "test_thing" "u" { value = var.x }\n` },
      ['undeclared-reference/note'],
    ],
    [
      'cycles',
      { 'a.tf': 'locals {\n  a = local.b\n  b = local.a\n}\nresource "test_thing" "t" { value = local.a }\n' },
      ['reference-cycle/note'],
    ],
    ['syntax of variable files', { 'a.tf': '', 'env/x.tfvars': 'x = = 1' }, ['syntax-error/not-evaluated']],
    [
      'forgotten resources',
      { 'a.tf': 'removed {\n  from = test_thing.t\n  lifecycle { destroy = false }\n}\n' },
      ['resource-forgotten/note'],
    ],
  ];
  test.each(cases)('%s', (_name, files, expected) => {
    expect(codes(evaluateFiles(files))).toEqual(expected);
  });

  test('a variable file of the environment that is not there', () => {
    expect(codes(evaluateFiles({ 'a.tf': '' }, { variableFiles: ['prod.tfvars'] }))).toEqual([
      'unreadable-file/not-evaluated',
    ]);
  });
});

test('external inputs with their pins', () => {
  const main = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "5.1.0" }
    old = "~> 1.0"
  }
  backend "s3" {
    bucket = "state"
    key    = "k"
  }
}
module "a" { source = "git::https://example.com/a.git?ref=0123456789abcdef0123456789abcdef01234567" }
module "b" {
  source  = "hashicorp/consul/aws"
  version = "= 1.2.3"
}
module "c" { source = "git::https://example.com/c.git?ref=v1" }
data "external" "e" { program = ["sh", "x.sh"] }
resource "null_resource" "n" {
  provisioner "local-exec" { command = "echo hi" }
}
`;
  const unit = evaluateFiles({ 'main.tf': main });
  expect(unit.externalInputs.map(({ kind, source, pin, address }) => [kind, source, pin, address])).toEqual([
    ['command', '["sh","x.sh"]', undefined, 'data.external.e'],
    [
      'module',
      'git::https://example.com/a.git?ref=0123456789abcdef0123456789abcdef01234567',
      '0123456789abcdef0123456789abcdef01234567',
      'module.a',
    ],
    ['module', 'hashicorp/consul/aws', '1.2.3', 'module.b'],
    ['module', 'git::https://example.com/c.git?ref=v1', undefined, 'module.c'],
    ['command', '"echo hi"', undefined, 'null_resource.n'],
    ['provider', 'hashicorp/aws', '5.1.0', 'provider.aws'],
    ['provider', 'hashicorp/old', undefined, 'provider.old'],
    ['backend', 's3/state/k', undefined, 'terraform.backend.s3'],
  ]);
});

describe('providers of the lock file', () => {
  const main = `terraform {
  required_providers {
    datadog = { source = "DataDog/datadog", version = ">= 3.0" }
    own = { source = "example.com/acme/own" }
  }
}
`;
  const lockOf = (source: string, hashes: string): string =>
    `provider "${source}" {\n  version = "3.40.0"\n  constraints = ">= 3.0"\n  hashes = ${hashes}\n}\n`;
  const pins = (lock: string): unknown => {
    const unit = evaluateFiles({ 'main.tf': main, '.terraform.lock.hcl': lock });
    return unit.externalInputs.map(({ pin }) => pin);
  };

  test.each<readonly [string, string, readonly (string | undefined)[]]>([
    ['the public registry', lockOf('registry.terraform.io/datadog/datadog', '["h1:abc="]'), ['3.40.0', undefined]],
    ['OpenTofu', lockOf('registry.opentofu.org/datadog/datadog', '["h1:abc="]'), ['3.40.0', undefined]],
    ['a host of its own', lockOf('example.com/acme/own', '["h1:abc="]'), [undefined, '3.40.0']],
    ['no checksums', lockOf('registry.terraform.io/datadog/datadog', '[]'), [undefined, undefined]],
    ['another host', lockOf('evil.example/datadog/datadog', '["h1:abc="]'), [undefined, undefined]],
    ['a broken file', `${lockOf('example.com/acme/own', '["h1:abc="]')}provider {`, [undefined, undefined]],
  ])('%s', (_, lock, expected) => {
    expect(pins(lock)).toEqual(expected);
  });
});

test('templates from files see only their variables', () => {
  const unit = evaluateFiles({
    'main.tf':
      'variable "u" {}\nresource "test_thing" "t" { value = templatefile("${path.module}/p.tpl", { a = "x", u = var.u }) }\n',
    'p.tpl': '{"a": "${a}", "u": "${u}"}\n',
  });
  expect(valueOf(unit, 'test_thing.t')).toEqual({ a: 'x', u: '?variable-without-value var.u' });
});

test('reads name files, misses and listings', () => {
  const unit = evaluateFiles({ 'main.tf': 'resource "test_thing" "t" { value = file("gone.txt") }\n' });
  expect(unit.reads.map((read) => `${read.type} ${read.path}`)).toEqual([
    'missing gone.txt',
    'file main.tf',
    'listing ',
  ]);
});
