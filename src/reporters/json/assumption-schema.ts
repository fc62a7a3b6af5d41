/** Published shape of assumptions and of the reasons a value is not known. Mirrors the model. */
import { z } from 'zod';
import { locationSchema } from './location-schema.ts';

export const assumptionSchema = z
  .strictObject({
    kind: z.enum(['variable-default', 'variable-file', 'supplied', 'parameter-default', 'environment', 'declared']),
    subject: z.string(),
    value: z.string().exactOptional(),
    location: locationSchema.exactOptional(),
  })
  .describe('An input somebody may override at deployment.');

export const unresolvedReasonSchema = z.enum([
  'variable-without-value',
  'supplied-outside',
  'provider-computed',
  'pseudo-parameter',
  'cross-stack-import',
  'dynamic-reference',
  'external-data',
  'remote-state',
  'module-not-fetched',
  'unknown-function',
  'unsupported-expression',
  'file-not-in-tree',
  'macro',
  'non-deterministic',
  'undeclared-name',
  'cycle',
  'unknown-key',
  'unknown-count',
  'unknown-condition',
  'derived-value',
  'ignored-changes',
  'invalid-value',
  'invalid-expression',
  'budget-exceeded',
  'template-not-evaluated',
  'build-argument',
]);
