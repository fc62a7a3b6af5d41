/** Published shape of the receipt: what was looked at and what was not, counted. Mirrors the model. */
import { z } from 'zod';
import { assumptionSchema, unresolvedReasonSchema } from './assumption-schema.ts';
import { problemCodeSchema } from './problem-schema.ts';
import { sortedRecord } from './sorted-record.ts';

const count = z.int().min(0);

const sideReceiptSchema = z.strictObject({
  entries: count,
  ignored: count.describe('Files that policy takes out of judgement.'),
  filesRead: sortedRecord(count).describe('Files some parser understood, by format.'),
  units: count,
  resources: count,
  resourcesByKind: sortedRecord(count),
  unmappedTypes: sortedRecord(count).describe('Types no rule can see, with how often each occurs.'),
  unresolvedByReason: z.partialRecord(unresolvedReasonSchema, count),
  problemsByCode: z.partialRecord(problemCodeSchema, count),
  ruleOutcomes: z.strictObject({ fail: count, pass: count, open: count, notApplicable: count }),
});

export const receiptSchema = z.strictObject({
  before: sideReceiptSchema,
  after: sideReceiptSchema,
  changedFiles: count,
  changedFilesOutOfScope: count,
  assumptions: z.array(assumptionSchema),
  rules: count,
});
