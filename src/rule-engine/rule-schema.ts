/**
 * The shape of `rule.yaml`, strict: an unknown or mistyped key is an error with its place in the file. The only home
 * of the rule format's defaults and descriptions.
 */
import { z } from 'zod';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const text = z.string().trim().min(1);
const ids = (pattern: RegExp) => z.array(z.string().regex(pattern)).min(1);

const mappings = z.strictObject({
  cwe: ids(/^CWE-\d+$/).optional(),
  attack: ids(/^T\d{4}(?:\.\d{3})?$/).optional(),
  capec: ids(/^CAPEC-\d+$/).optional(),
  owasp: ids(/^\S.{0,60}$/).optional(),
  fsbp: ids(/^[A-Za-z0-9]+\.\d+$/).optional(),
  nist: ids(/^\S{1,30}$/).optional(),
  cis_aws: ids(/^\d+(?:\.\d+)*$/).optional(),
  cis_docker: ids(/^\d+(?:\.\d+)*$/).optional(),
  pci: ids(/^\d+(?:\.\d+)*$/).optional(),
});

const equivalents = z.strictObject({
  checkov: ids(/^CKV2?_[A-Z0-9]+_\d+$/).optional(),
  trivy: ids(/^[A-Z0-9]+-\d{4}$/).optional(),
  kics: ids(/^[A-Za-z0-9_-]+$/).optional(),
  hadolint: ids(/^DL\d{4}$/).optional(),
  semgrep: ids(/^\S+$/).optional(),
  cdk_nag: ids(/^[A-Za-z0-9-]+$/).optional(),
});

export const FIX_LANGUAGES = ['terraform', 'cloudformation', 'dockerfile'] as const;

const fix = z.union([
  text,
  z.strictObject({ terraform: text.optional(), cloudformation: text.optional(), dockerfile: text.optional() }),
]);

const PATH = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*){0,7}$/;
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const oneLine = text.max(200).regex(/^[^\r\n]*$/, 'a value is one line');
const scalar = z.union([
  z
    .string()
    .max(200)
    .regex(/^[^\r\n]*$/, 'a value is one line'),
  z.number(),
  z.boolean(),
]);

const set = z.string().regex(PATH).describe('Path in the resource; made where it is missing.');
const replace = z.string().regex(NAME).describe('Name of the literal the finding points at; never made.');

const terraformStep = z.union(
  [
    z.strictObject({ set, value: oneLine.describe('HCL expression.') }),
    z.strictObject({ replace, value: oneLine.describe('HCL expression.') }),
    z.strictObject({
      add_resource: text.max(2000).describe('HCL block that follows this one; {label} is the name of this one.'),
    }),
  ],
  { error: 'a step is set or replace with a value in quotes, or add_resource' },
);
const cloudformationStep = z.union(
  [z.strictObject({ set, value: scalar }), z.strictObject({ replace, value: scalar })],
  {
    error: 'a step is set or replace with a value',
  },
);

/** What a finding points at is known before anything is edited. */
function stepsOf<Step extends z.ZodType<object>>(step: Step) {
  return z
    .array(step)
    .min(1)
    .max(10)
    .refine((steps) => steps.slice(1).every((each) => !('replace' in each)), 'replace comes first');
}

/** Edits by the type of the block they change, as the file names it. The first type that is there is edited. */
const patch = z.strictObject({
  terraform: z.record(z.string().regex(/^[a-z0-9_]+$/), stepsOf(terraformStep)).optional(),
  cloudformation: z.record(z.string().regex(/^\S+::\S+$/), stepsOf(cloudformationStep)).optional(),
});

export type TerraformStep = z.infer<typeof terraformStep>;
export type CloudformationStep = z.infer<typeof cloudformationStep>;

/** One rule as written. */
export const ruleSchema = z.strictObject({
  id: z
    .string()
    .regex(ID, 'an id is lower-case words joined by "-"')
    .describe('Its path below checks/, joined by "-"; never changes.'),
  title: text.max(100).describe('States the defect, as the comment will say it.'),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  lifecycle: z.enum(['experimental', 'stable', 'deprecated']),
  aliases: z.array(z.string().regex(ID)).default([]).describe('Older ids; waivers and policy may still name them.'),
  resource: z
    .union([text, z.array(text).min(1)])
    .describe('The kind it judges, or several kinds with the same property shape.'),
  trigger: z
    .enum(['state', 'removal'])
    .default('state')
    .describe('removal: fails when a resource for which applies_when held before is gone after.'),
  applies_when: text.optional().describe('CEL; false means not applicable.'),
  each: text.optional().describe('CEL list; fail_when is then evaluated for every element as `item`.'),
  discriminator: z
    .array(text)
    .min(1)
    .optional()
    .describe('Properties of the element that make its identity, or [item] for a list of scalars.'),
  fail_when: text.optional().describe('CEL; true fails, false passes, unknown is open.'),
  points_at: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe('Property the finding points at, or several: the first that is there. Default: the value that decided.'),
  evidence: z
    .array(text)
    .min(1)
    .optional()
    .describe(
      'Properties that are evidence beside those that decided (`Bucket`, `item.Action`): a change of one counts.',
    ),
  message: text
    .max(300)
    .describe('{name}, {address}, {resource.Property}, {item.Property} and {ports item.From item.To} are filled in.'),
  why: text.describe('The attack, in plain words.'),
  fix: fix.describe('The smallest change that passes, for all languages or for each.'),
  patch: patch.optional().describe('The mechanical fix, by language and by the type of the block it edits.'),
  false_positives: text.optional(),
  narrower: z
    .record(z.string(), z.enum(['cidr-subset', 'list-subset', 'smaller', 'greater', 'no-longer-set']))
    .optional()
    .describe('Partial order on evidence: when an update is not new.'),
  controls: z.array(z.string().regex(/^C-[A-Z0-9]+(?:-[A-Z0-9]+)*$/)).default([]),
  control_regression_blocks: z
    .boolean()
    .optional()
    .describe('Whether losing the control blocks; default: by severity.'),
  mappings: mappings.default({}),
  equivalents: equivalents.default({}),
});

export type RuleDefinition = z.infer<typeof ruleSchema>;
