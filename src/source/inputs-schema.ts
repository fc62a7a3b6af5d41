/** The format of `inputs.json`, checked before anything in it is used. Types are in `src/model/inputs.ts`. */
import { z } from 'zod';

const line = z.int().min(1);
const blobId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'is not a blob id');

const entry = z.strictObject({
  path: z.string().min(1).describe('Relative to the root, `/`-separated.'),
  mode: z.enum(['file', 'executable', 'link', 'gitlink']),
  blob: blobId.describe('Blob id; for a gitlink the commit id.'),
  size: z.int().min(0),
  pathNotUtf8: z.literal(true).optional(),
});

const blob = z.union([
  z.strictObject({ text: z.string().describe('UTF-8 content.') }),
  z.strictObject({ base64: z.base64().describe('Content that is not UTF-8.') }),
]);

const problem = z.strictObject({
  code: z.enum(['unreadable-file', 'budget-exceeded']),
  effect: z.enum(['not-evaluated', 'ambiguous', 'note']),
  message: z.string(),
  location: z
    .strictObject({
      path: z.string(),
      range: z.strictObject({ startLine: line, startColumn: line, endLine: line, endColumn: line }),
    })
    .optional(),
  hint: z.string().optional(),
});

const tree = z.strictObject({
  id: z.string().describe('Commit id or label.'),
  entries: z.array(entry).describe('All files, sorted by path in code-unit order.'),
  blobs: z.record(blobId, blob).describe('The blobs that were read, by id.'),
  problems: z.array(problem).describe('What the source could not list or read.'),
});

const policyFile = z.strictObject({ file: z.string(), id: z.string(), text: z.string() });
const policyFiles = z.strictObject({ policy: policyFile.optional(), waivers: policyFile.optional() });

export const inputsSchema = z.strictObject({
  schema: z.literal('https://threatdiff.dev/schemas/inputs/1'),
  engine: z.string().describe('Version of the engine that recorded it; only the same one replays it.'),
  rulePack: z.string().describe('Digest of the rule pack.'),
  asOf: z.iso.date().describe('The day waivers are judged on.'),
  before: z.array(tree),
  after: tree,
  plans: z
    .array(z.strictObject({ file: z.string(), directory: z.string(), text: z.string() }))
    .optional()
    .describe('Plans that were given beside the tree, with the directory each is of.'),
  policy: z.strictObject({
    organisation: policyFiles.optional(),
    repository: policyFiles.optional(),
    commandLine: z
      .strictObject({ failOn: z.enum(['critical', 'high', 'medium', 'low', 'info']).optional() })
      .optional(),
    installation: z
      .strictObject({ installedOn: z.iso.date().optional(), pullRequests: z.int().min(0).optional() })
      .optional()
      .describe('What GitHub says of an installation of the App that may be new.'),
  }),
});
