/** Policy documents as the AWS provider would write them, with unknown parts kept unknown. */
import { expect, test } from 'vitest';
import { evaluateFiles } from '../testing/evaluate-files.ts';
import { show } from '../testing/show.ts';

const USE = 'resource "test_thing" "t" { policy = data.aws_iam_policy_document.p.json }\nvariable "u" {}\n';

function documentOf(body: string, rest = ''): unknown {
  const main = `data "aws_iam_policy_document" "p" {\n${body}\n}\n${USE}${rest}`;
  const unit = evaluateFiles({ 'main.tf': main });
  const value = unit.resources.find((resource) => resource.address === 'test_thing.t')?.properties.get('policy');
  expect(value).toMatchObject({ encoded: 'json' });
  return show(value);
}

const statement = (sid: string, action: string): string =>
  `statement {\n  sid = "${sid}"\n  actions = ["${action}"]\n}\n`;
const source = (name: string, body: string): string => `data "aws_iam_policy_document" "${name}" {\n${body}\n}\n`;

const CASES: readonly (readonly [string, string, string, unknown])[] = [
  ['empty', '', '', { Version: '2012-10-17', Statement: [] }],
  [
    'defaults',
    'statement {\n  actions = ["s3:GetObject"]\n  resources = ["arn:aws:s3:::b/&{aws:username}/*"]\n}',
    '',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/${aws:username}/*'] }],
    },
  ],
  [
    'negations, principals and conditions',
    `statement {
  effect = "Deny"
  not_actions = ["iam:*"]
  not_resources = ["x"]
  principals {
    type = "AWS"
    identifiers = ["a"]
  }
  principals {
    type = "AWS"
    identifiers = ["b"]
  }
  not_principals {
    type = "*"
    identifiers = ["*"]
  }
  condition {
    test = "StringEquals"
    variable = "aws:x"
    values = ["1"]
  }
  condition {
    test = "StringEquals"
    variable = "aws:y"
    values = [var.u]
  }
}`,
    '',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          NotAction: ['iam:*'],
          NotResource: ['x'],
          Principal: { AWS: ['a', 'b'] },
          NotPrincipal: '*',
          Condition: { StringEquals: { 'aws:x': ['1'], 'aws:y': ['?variable-without-value var.u'] } },
        },
      ],
    },
  ],
  [
    'sources come first, equal Sids replace',
    `source_policy_documents = [data.aws_iam_policy_document.s.json]\n${statement('A', 'new')}${statement('C', 'c')}`,
    source('s', statement('A', 'old') + statement('B', 'b')),
    {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'A', Effect: 'Allow', Action: ['new'] },
        { Sid: 'B', Effect: 'Allow', Action: ['b'] },
        { Sid: 'C', Effect: 'Allow', Action: ['c'] },
      ],
    },
  ],
  [
    'overrides come last, JSON text is read',
    `override_policy_documents = [jsonencode({ Statement = { Sid = "A", Effect = "Deny", Action = "x" } }), "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\"}]}"]\n${statement('A', 'a')}`,
    '',
    { Version: '2012-10-17', Statement: [{ Sid: 'A', Effect: 'Deny', Action: 'x' }, { Effect: 'Allow' }] },
  ],
  [
    'an unknown source leaves the statements open',
    `source_policy_documents = [var.u]\n${statement('A', 'a')}`,
    '',
    { Version: '2012-10-17', Statement: [{ Sid: 'A', Effect: 'Allow', Action: ['a'] }, '...'] },
  ],
  [
    'an unknown override may replace what has a Sid',
    `override_policy_documents = [var.u]\n${statement('A', 'a')}${statement('', 'b')}`,
    '',
    {
      Version: '2012-10-17',
      Statement: [{ maybe: { Sid: 'A', Effect: 'Allow', Action: ['a'] } }, { Effect: 'Allow', Action: ['b'] }, '...'],
    },
  ],
  [
    'dynamic statements',
    'dynamic "statement" {\n  for_each = var.u ? ["x"] : []\n  content { actions = [statement.value] }\n}',
    '',
    { Version: '2012-10-17', Statement: [{ maybe: { Effect: 'Allow', Action: ['x'] } }] },
  ],
];

test.each(CASES)('%s', (_name, body, rest, expected) => {
  expect(documentOf(body, rest)).toEqual(expected);
});
