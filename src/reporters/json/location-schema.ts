/** Published shape of positions in a tree. Mirrors the model; a type-level test keeps the two the same. */
import { z } from 'zod';

export const rangeSchema = z
  .strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  })
  .describe('Lines and columns start at 1; columns count UTF-16 code units; the end is exclusive.');

export const pathSchema = z.string().describe('Relative to the root of the tree, with / between its parts.');

export const locationSchema = z.strictObject({ path: pathSchema, range: rangeSchema });

export const anchorSchema = z.strictObject({ side: z.enum(['before', 'after']), path: pathSchema, range: rangeSchema });
