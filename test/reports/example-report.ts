/** A report with one of everything, for the tests of the reporters. Tests change what they are about. */
import type { FindingChange } from '../../src/model/change.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { SideReceipt } from '../../src/model/receipt.ts';
import type { Report } from '../../src/model/report.ts';

const DIGEST = 'a'.repeat(64);

export const exampleFinding: Finding = {
  id: 'TD-7F3K2QXA',
  fingerprint: DIGEST,
  ruleId: 'aws-sqs-queue-not-encrypted',
  severity: 'high',
  title: 'Queue stores messages unencrypted',
  message: 'orders keeps messages unencrypted at rest',
  outcome: 'fail',
  unit: 'infra/orders',
  environment: 'default',
  kind: 'AWS::SQS::Queue',
  address: 'aws_sqs_queue.orders',
  name: 'orders',
  discriminator: '',
  anchor: {
    side: 'after',
    path: 'infra/orders/queue.tf',
    range: { startLine: 3, startColumn: 29, endLine: 3, endColumn: 34 },
  },
  evidence: { facts: { SqsManagedSseEnabled: false, KmsMasterKeyId: null }, hash: DIGEST },
  assumptions: [],
  openReasons: [],
  controls: ['C-SQS-ENC'],
};

export const exampleChange: FindingChange = {
  subject: 'finding',
  baselineState: 'new',
  after: exampleFinding,
  regression: false,
  blocks: true,
  decision: 'blocks-severity',
};

const side: SideReceipt = {
  entries: 40,
  ignored: 0,
  filesRead: { terraform: 12, dockerfile: 2 },
  units: 3,
  resources: 21,
  resourcesByKind: { 'AWS::SQS::Queue': 2 },
  unmappedTypes: { aws_chatbot_teams: 1 },
  unresolvedByReason: { 'variable-without-value': 4 },
  problemsByCode: { 'syntax-error': 1 },
  ruleOutcomes: { fail: 2, pass: 200, open: 1, notApplicable: 500 },
};

const looked: Finding = {
  ...exampleFinding,
  id: 'TD-AAAA1111',
  ruleId: 'docker-image-not-pinned',
  severity: 'medium',
  message: 'base image node:22 is not pinned by digest',
  kind: 'Dockerfile::Stage',
  unit: 'Dockerfile',
  address: 'stage 0',
  anchor: { side: 'after', path: 'Dockerfile', range: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 13 } },
};

const fixed: Finding = {
  ...exampleFinding,
  id: 'TD-BBBB2222',
  message: 'orders-dlq keeps messages unencrypted at rest',
  address: 'aws_sqs_queue.dlq',
  anchor: { ...exampleFinding.anchor, side: 'before' },
};

export const exampleReport: Report = {
  schema: 'https://threatdiff.dev/schemas/report/1',
  engine: 'threatdiff 0.1.0',
  rulePack: `sha256:${'b'.repeat(64)}`,
  asOf: '2026-11-21',
  before: ['3f2c1ab'.padEnd(40, '0')],
  after: '9d81e07'.padEnd(40, '0'),
  policy: { sources: [{ file: '.github/threatdiff.yml', id: '77ab0c2'.padEnd(40, '0') }], mode: 'enforce' },
  verdict: {
    conclusion: 'failure',
    reason: '1 blocking: orders keeps messages unencrypted at rest',
    blocking: 1,
    notEvaluated: 0,
  },
  changes: [
    exampleChange,
    {
      ...exampleChange,
      after: looked,
      blocks: false,
      decision: 'shown-severity',
      baselineState: 'updated',
      before: looked,
    },
    { subject: 'finding', baselineState: 'absent', before: fixed, regression: false, blocks: false, decision: 'fixed' },
  ],
  problems: [
    {
      code: 'syntax-error',
      effect: 'not-evaluated',
      message: 'A mapping is not closed',
      location: {
        path: 'infra/legacy/stack.template',
        range: { startLine: 12, startColumn: 3, endLine: 12, endColumn: 4 },
      },
      hint: 'Close it with }',
      side: 'after',
      inputChanged: false,
      blocks: false,
    },
  ],
  receipt: {
    before: side,
    after: side,
    changedFiles: 3,
    changedFilesOutOfScope: 1,
    assumptions: [
      {
        kind: 'variable-file',
        subject: 'var.stage',
        value: 'prod',
        location: { path: 'prod.tfvars', range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 15 } },
      },
    ],
    rules: 45,
  },
};
