/** What may be anything its author wrote, and the ordinary ways of working with what AWS computes. */
import { describe, expect, test } from 'vitest';
import { evaluateExpressionText } from '../testing/evaluate-expression-text.ts';

const REST = `
variable "u" {}
resource "aws_iam_role" "r" { name = "worker" }
resource "aws_eip" "e" {}
locals { choices = { a = "10.0.0.0/8", b = "0.0.0.0/0" } }
`;

const reasonOf = (expression: string): string | undefined => {
  const value = evaluateExpressionText(expression, REST);
  if (value === undefined) throw new Error(`${expression} has no value`);
  return value.state === 'unresolved' ? value.reason : value.state;
};

describe('may be what its author wrote', () => {
  test.each([
    'replace("*", aws_iam_role.r.arn, "")',
    'replace(aws_iam_role.r.arn, "/.*/", "*")',
    'replace("*", var.u, "")',
    'format("*%.0s", aws_iam_role.r.arn)',
    'format("*%s", aws_eip.e.public_ip)',
    'formatlist("*%.0s", [aws_iam_role.r.arn])',
    'substr("*|${aws_iam_role.r.arn}", 0, 1)',
    'substr(lower("*|${aws_iam_role.r.arn}"), 0, 1)',
    'trimsuffix("*|${aws_iam_role.r.arn}", "|x")',
    'split("|", "${aws_iam_role.r.arn}|*")[1]',
    'element(split("|", "${aws_iam_role.r.arn}|*"), 1)',
    'regex("[*]", "*|${aws_iam_role.r.arn}")',
    'sort(["*", aws_iam_role.r.arn])[0]',
    'reverse([aws_iam_role.r.arn, "*"])[0]',
    'join(aws_iam_role.r.arn, ["*"])',
    'join("", ["*", trimprefix(aws_iam_role.r.arn, aws_iam_role.r.arn)])',
    '"0.0.0.0/${aws_eip.e.zero}"',
    '"${aws_eip.e.public_ip}/0"',
    '"*${aws_eip.e.public_ip}"',
    'aws_iam_role.r.arn != "" ? "*" : "a"',
    'lower(aws_iam_role.r.arn) != "" ? "*" : "a"',
    'length(aws_iam_role.r.arn) > 3 ? ["*"] : []',
    'startswith(aws_iam_role.r.arn, "arn") ? "*" : "a"',
    'local.choices[lower(aws_iam_role.r.arn)]',
    'lookup(local.choices, aws_iam_role.r.arn, "0.0.0.0/0")',
    'coalesce(aws_iam_role.r.permissions_boundary, "*")',
    'try(aws_iam_role.r.tags_all["made-up"], "*")',
    'var.u * 0 + 22',
    '"%{ if aws_iam_role.r.arn != "" }*%{ endif }"',
    'substr("*|${var.u}", 0, 1)',
  ])('%s', (expression) => {
    expect(reasonOf(expression)).toBe('derived-value');
  });

  test('elements chosen by something computed leave the list open for that reason', () => {
    const value = evaluateExpressionText('[for s in ["*"] : s if aws_iam_role.r.arn != ""]', REST);
    expect(value).toMatchObject({ items: [], openEnded: { reason: 'derived-value' } });
  });
});

describe('is ordinary', () => {
  test.each([
    '"${aws_iam_role.r.arn}/*"',
    '"${aws_iam_role.r.arn}*"',
    '"${var.u}*"',
    '"arn:aws:s3:::${var.u}/*"',
    'format("%s/*", aws_iam_role.r.arn)',
    'format("%s-%s", var.u, aws_iam_role.r.id)',
    'join(":", ["arn", "aws", "sqs", var.u, aws_iam_role.r.id, "orders"])',
    'join(",", aws_iam_role.r.list)',
    'replace(aws_iam_role.r.url, "https://", "")',
    'replace(var.u, "/[^a-z]/", "-")',
    'trimprefix(aws_iam_role.r.url, "https://")',
    'trimsuffix("${aws_iam_role.r.name_prefix}.", ".")',
    'split("/", aws_iam_role.r.arn)[1]',
    'element(split("/", aws_iam_role.r.arn), 1)',
    'split("/", cidrsubnet(var.u, 8, 1))[0]',
    'regex("[^/]+$", aws_iam_role.r.arn)',
    'coalesce(var.u, aws_iam_role.r.arn)',
    'coalesce(var.u, "a")',
    'lower(aws_iam_role.r.unique)',
    'merge({ a = 1 }, var.u)["b"]',
    'concat([aws_iam_role.r.arn], ["a"])[0]',
    'compact([aws_iam_role.r.arn, ""])',
    'toset([aws_iam_role.r.arn])',
    'try(aws_iam_role.r.arn, null)',
    'var.u ? "*" : "a"',
    'var.u == "prod" ? "*" : "a"',
    'local.choices[var.u]',
    'sort([aws_iam_role.r.arn, aws_eip.e.id])',
    'substr(var.u, 0, 32)',
    'md5(aws_iam_role.r.arn)',
  ])('%s', (expression) => {
    expect(reasonOf(expression)).not.toBe('derived-value');
  });
});
