/** Expressions over known, referenced and unknown values, as they arrive in a resource. */
import { describe, expect, test } from 'vitest';
import { evaluateExpressionText } from '../testing/evaluate-expression-text.ts';
import { show } from '../testing/show.ts';

const REST = `
variable "u" {}
variable "d" { default = "x" }
resource "aws_s3_bucket" "b" {
  bucket = "bb"
  nested { a = 1 }
}
resource "aws_k" "maybe" { count = var.u ? 1 : 0 }
resource "aws_k" "many" { count = var.u }
resource "aws_k" "two" { count = 2 }
resource "aws_k" "each" { for_each = toset(["a", "b"]) }
data "aws_x" "y" { name = "n" }
data "aws_region" "r" {}
data "terraform_remote_state" "s" {}
module "far" { source = "hashicorp/consul/aws" }
`;

function table(rows: readonly (readonly [string, unknown])[]): void {
  test.each(rows)('%s', (expression, expected) => {
    expect(show(evaluateExpressionText(expression, REST))).toEqual(expected);
  });
}

describe('operators are three-valued', () => {
  table([
    ['false && var.u', false],
    ['var.u && false', false],
    ['true || var.u', true],
    ['var.u || true', true],
    ['var.u && true', '?variable-without-value var.u'],
    ['!var.u', '?variable-without-value var.u'],
    ['var.u == "x"', '?variable-without-value var.u'],
    ['var.u == null', '?variable-without-value var.u'],
    ['aws_s3_bucket.b.arn == null', false],
    ['aws_s3_bucket.b.arn == aws_s3_bucket.b.arn', true],
    ['"a${var.u}" == "b"', false],
    ['var.d == "x"', true],
    ['1 + 2 * 3', 7],
    ['7 % 4', 3],
    ['-(3)', -3],
    ['1 / 0', '?invalid-value /'],
    ['"${1}" == "1"', false],
  ]);
});

describe('conditionals', () => {
  table([
    ['true ? "a" : "b"', 'a'],
    ['var.u ? "a" : "a"', 'a'],
    ['var.u ? "a" : "b"', '?unknown-condition var.u'],
    ['var.u ? ["a"] : []', [{ maybe: 'a' }]],
    ['false ? var.u.x.y : "b"', 'b'],
  ]);

  test('one side null means the result may be absent', () => {
    expect(evaluateExpressionText('var.u ? "a" : null', REST)).toMatchObject({ mayBeAbsent: true });
    expect(evaluateExpressionText('var.u ? "a" : "b"', REST)).toMatchObject({ mayBeAbsent: false });
  });
});

describe('templates', () => {
  table([
    ['"a-${var.d}"', 'a-x'],
    ['"${var.u}"', '?variable-without-value var.u'],
    ['"a-${var.u}-b"', '?variable-without-value var.u after a-'],
    ['"${aws_s3_bucket.b.arn}"', '<aws_s3_bucket.b.arn>'],
    ['"${aws_s3_bucket.b.arn}/*"', '?provider-computed aws_s3_bucket.b.arn'],
    ['"%{ if var.d == "x" }yes%{ else }no%{ endif }"', 'yes'],
    ['"%{ for x in ["a", "b"] }${x};%{ endfor }"', 'a;b;'],
    ['<<EOT\nhi ${var.d}\nEOT\n', 'hi x\n'],
    ['"${jsonencode({ a = 1 })}!"', '{"a":1}!'],
  ]);

  test('JSON with holes keeps its structure', () => {
    const text = '<<EOT\n{"a": "${var.u}", "b": ["p/${aws_s3_bucket.b.arn}/*"], "c": ${jsonencode(var.u)}}\nEOT\n';
    const value = evaluateExpressionText(text, REST);
    expect(value).toMatchObject({ encoded: 'json' });
    expect(show(value)).toEqual({
      a: '?variable-without-value var.u',
      b: ['?provider-computed aws_s3_bucket.b.arn after p/'],
      c: '?variable-without-value var.u',
    });
  });
});

describe('names', () => {
  table([
    ['aws_s3_bucket.b.bucket', 'bb'],
    ['aws_s3_bucket.b.arn', '<aws_s3_bucket.b.arn>'],
    ['aws_s3_bucket.b.nested[0].a', 1],
    ['aws_s3_bucket.b.nested[0].computed', '<aws_s3_bucket.b.nested.0.computed>'],
    ['aws_k.two[*].id', ['<aws_k.two[0].id>', '<aws_k.two[1].id>']],
    ['aws_k.maybe[*].id', [{ maybe: '<aws_k.maybe[0].id>' }]],
    ['aws_k.many[*].id', [{ maybe: '<aws_k.many[*].id>' }, '...']],
    ['aws_k.each["a"].id', '<aws_k.each["a"].id>'],
    ['[for k, v in aws_k.each : v.id]', ['<aws_k.each["a"].id>', '<aws_k.each["b"].id>']],
    ['data.aws_x.y.id', '?external-data data.aws_x.y.id'],
    ['data.aws_x.y.name', 'n'],
    ['data.aws_region.r.name', '?pseudo-parameter data.aws_region.r.name'],
    ['data.terraform_remote_state.s.outputs.x', '?remote-state data.terraform_remote_state.s.outputs.x'],
    ['module.far.x', '?module-not-fetched module.far.x'],
    ['terraform.workspace', '?pseudo-parameter terraform.workspace'],
    ['path.module', '.'],
    ['var.nope', '?undeclared-name var.nope'],
    ['local.nope', '?undeclared-name local.nope'],
    ['aws_nope.x.id', '?undeclared-name aws_nope.x.id'],
  ]);
});

describe('collections', () => {
  table([
    ['[for x in ["a", "b"] : upper(x)]', ['A', 'B']],
    ['[for x in ["a", "b"] : x if x != var.u]', [{ maybe: 'a' }, { maybe: 'b' }]],
    ['{ for k, v in { b = 1, a = 2 } : v => k }', { 1: 'b', 2: 'a' }],
    ['{ for x in ["a", "b", "a"] : x => x... }', { a: ['a', 'a'], b: ['b'] }],
    ['[for k, v in toset(["b", "a"]) : k]', ['a', 'b']],
    ['{ (var.u) = 1, b = 2 }', { b: 2, '...': true }],
    ['merge({ a = 1, b = 2 }, { a = 3 })', { a: 3, b: 2 }],
    ['merge({ a = 1 }, var.u)', { a: '?variable-without-value var.u', '...': true }],
    ['merge(var.u, { a = 1 })', { a: 1, '...': true }],
    ['concat(["a"], var.u)', ['a', '...']],
    ['merge([{ a = 1 }, { b = 2 }]...)', { a: 1, b: 2 }],
    ['[1, 2][5]', '?invalid-value [5]'],
    ['length(aws_k.two)', 2],
    ['length(aws_k.maybe)', '?unknown-count length()'],
    ['contains(["a", var.u], "a")', true],
    ['contains(["b", var.u], "a")', '?variable-without-value var.u'],
    ['flatten([["a"], var.u, [["b"]]])', ['a', 'b', '...']],
    ['coalesce(null, "", "x")', 'x'],
  ]);
});

describe('try and can', () => {
  table([
    ['try({ a = 1 }.b, "fallback")', 'fallback'],
    ['try({ a = 1 }.a, "fallback")', 1],
    ['can({ a = 1 }.b)', false],
    ['can(regex("^a", "abc"))', true],
    ['can(var.u.x)', '?variable-without-value var.u.x'],
    ['try(jsondecode(var.u), {})', '?variable-without-value var.u'],
  ]);

  test('a doubtful alternative with null behind it may be absent', () => {
    expect(evaluateExpressionText('try(aws_k.maybe[0].id, null)', REST)).toMatchObject({ mayBeAbsent: true });
  });
});

describe('functions', () => {
  table([
    ['jsondecode(jsonencode({ a = 1 })).a', 1],
    ['formatdate("YYYY", timestamp())', '?non-deterministic timestamp()'],
    ['yamldecode("a: [1, x]")', { a: [1, 'x'] }],
    ['timestamp()', '?non-deterministic timestamp()'],
    ['provider::aws::arn_parse("x")', '?unknown-function provider::aws::arn_parse()'],
    ['format("arn:%s:%s", "aws", var.u)', '?variable-without-value var.u after arn:aws:'],
    ['replace("abc", "/(b)/", "[$1]")', 'a[b]c'],
    ['cidrsubnet("10.0.0.0/16", 8, 3)', '10.0.3.0/24'],
    ['cidrhost("fd00::/64", 5)', 'fd00::5'],
    ['file("missing")', '?file-not-in-tree file("missing")'],
    ['file("../outside")', '?file-not-in-tree file("../outside")'],
  ]);
});
