/**
 * Published shape of `report.json`, in the order its keys are written. `docs/schemas/report.schema.json` is generated
 * from it; a type-level test keeps it the same as the model.
 */
import { z } from 'zod';
import { findingChangeSchema } from './change-schema.ts';
import { reportedProblemSchema } from './problem-schema.ts';
import { receiptSchema } from './receipt-schema.ts';

const failedRunSchema = z.strictObject({
  conclusion: z.literal('failure'),
  reason: z.string(),
  noVerdict: z.literal(true).describe('No verdict was possible: the run itself failed.'),
});

const pendingVerdictSchema = z.strictObject({
  conclusion: z.literal('in_progress'),
  reason: z.string(),
  until: z.string().describe('ISO 8601, UTC.'),
});

const verdictSchema = z.strictObject({
  conclusion: z.enum(['success', 'failure', 'neutral']).describe('neutral is monitor mode, never "unknown".'),
  wouldBe: z.enum(['success', 'failure']).exactOptional(),
  observation: z
    .strictObject({ until: z.string().describe('YYYY-MM-DD, UTC, the last day.'), pullRequestsLeft: z.int().min(0) })
    .exactOptional()
    .describe('Monitor mode, because the App was installed lately.'),
  reason: z.string(),
  blocking: z.int().min(0),
  notEvaluated: z.int().min(0),
});

export const reportSchema = z
  .strictObject({
    schema: z.literal('https://threatdiff.dev/schemas/report/1'),
    engine: z.string(),
    rulePack: z.string().describe('Digest of the rules.'),
    asOf: z.string().describe('YYYY-MM-DD, UTC: the day waivers are judged on.'),
    before: z.array(z.string()),
    after: z.string(),
    policy: z.strictObject({
      sources: z.array(z.strictObject({ file: z.string(), id: z.string() })),
      mode: z.enum(['enforce', 'monitor']),
    }),
    verdict: z.union([failedRunSchema, pendingVerdictSchema, verdictSchema]),
    changes: z.array(findingChangeSchema),
    problems: z.array(reportedProblemSchema),
    receipt: receiptSchema,
  })
  .describe(
    'What a pull request changes: a pure function of both trees, policy, waivers, recorded answers, day and rules.',
  );
