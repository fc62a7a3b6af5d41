/** Published shape of problems: what could not be read, understood or decided. Mirrors the model. */
import { z } from 'zod';
import { locationSchema } from './location-schema.ts';

export const problemCodeSchema = z.enum([
  'syntax-error',
  'budget-exceeded',
  'file-too-large',
  'unsupported-encoding',
  'lfs-pointer',
  'content-filter',
  'submodule',
  'link-out-of-tree',
  'link-dangling',
  'case-collision',
  'path-not-utf8',
  'unreadable-file',
  'duplicate-key',
  'ambiguous-scalar',
  'merge-key',
  'invisible-character',
  'confusable-character',
  'impossible-value',
  'duplicate-address',
  'duplicate-finding',
  'undeclared-reference',
  'reference-cycle',
  'module-not-available',
  'resource-forgotten',
  'plan-mismatch',
  'template-not-evaluated',
  'rule-error',
  'invalid-policy-document',
  'policy-invalid',
  'waiver-invalid',
  'waiver-expired',
  'waiver-unused',
  'source-failed',
  'crash',
]);

export const reportedProblemSchema = z.strictObject({
  code: problemCodeSchema,
  effect: z
    .enum(['not-evaluated', 'ambiguous', 'note'])
    .describe('not-evaluated and ambiguous fail the check where their input changed; a note decides nothing.'),
  message: z.string(),
  location: locationSchema.exactOptional(),
  unit: z.string().exactOptional(),
  address: z.string().exactOptional(),
  hint: z.string().exactOptional(),
  side: z.enum(['before', 'after', 'policy']),
  inputChanged: z.boolean(),
  blocks: z.boolean().describe('It fails the check by itself.'),
});
