/** Published shape of a finding and of what the change does to it. Mirrors the model. */
import { z } from 'zod';
import type { Fact } from '../../model/rule-result.ts';
import { assumptionSchema, unresolvedReasonSchema } from './assumption-schema.ts';
import { anchorSchema, locationSchema } from './location-schema.ts';
import { sortedRecord } from './sorted-record.ts';

const factSchema: z.ZodType<Fact> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(factSchema), sortedRecord(factSchema)]),
);

const findingSchema = z.strictObject({
  id: z.string().describe('For people: TD- and eight characters of the fingerprint.'),
  fingerprint: z.string().describe('Survives moved lines, files and folders; never holds a line, severity or title.'),
  ruleId: z.string(),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  title: z.string(),
  message: z.string(),
  outcome: z.enum(['fail', 'open']).describe('open: not enough is known to decide.'),
  conditional: z
    .literal(true)
    .exactOptional()
    .describe('Open only because the resource may not exist; judged like a failure.'),
  unit: z.string(),
  environment: z.string(),
  kind: z.string(),
  address: z.string(),
  name: z.string(),
  discriminator: z.string(),
  anchor: anchorSchema,
  evidence: z.strictObject({ facts: sortedRecord(factSchema), hash: z.string() }),
  assumptions: z.array(assumptionSchema),
  openReasons: z.array(
    z.strictObject({
      reason: unresolvedReasonSchema,
      subject: z.string(),
      location: locationSchema.exactOptional(),
    }),
  ),
  controls: z.array(z.string()),
});

const waiverSchema = z.strictObject({
  rule: z.string(),
  unit: z.string(),
  address: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: z.string().describe('Last day it holds, YYYY-MM-DD, UTC.'),
  evidence: z.string(),
  environment: z.string().exactOptional(),
  discriminator: z.string().exactOptional(),
  line: z.int(),
  file: z.string(),
});

const patchSchema = z
  .strictObject({
    path: z.string().describe('File of the head, relative to the root of the tree.'),
    edits: z
      .array(
        z.strictObject({
          startLine: z.int().min(1),
          endLine: z.int().min(1).describe('Included.'),
          lines: z.array(z.string()).describe('In place of these lines, without line ends; none deletes them.'),
        }),
      )
      .describe('In order of lines, without overlap. An insertion repeats its neighbour line.'),
  })
  .describe('The smallest edit of the head that makes the rule pass, tried before it is shown.');

export const findingChangeSchema = z.strictObject({
  subject: z.literal('finding'),
  baselineState: z.enum(['new', 'updated', 'unchanged', 'absent']),
  blocks: z.boolean(),
  decision: z.enum([
    'blocks-severity',
    'blocks-regression',
    'blocks-unknown',
    'blocks-rule',
    'shown-severity',
    'shown-narrower',
    'shown-assumption',
    'shown-experimental',
    'shown-unchanged',
    'fixed',
    'waived',
  ]),
  regression: z.boolean(),
  before: findingSchema.exactOptional(),
  after: findingSchema.exactOptional(),
  moved: z
    .strictObject({
      by: z.enum(['moved-block', 'rename', 'physical-name']),
      fromUnit: z.string(),
      fromAddress: z.string(),
    })
    .exactOptional(),
  waiver: waiverSchema.exactOptional(),
  patch: patchSchema.exactOptional(),
});
