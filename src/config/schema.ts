/**
 * Every setting there is, with its default and description, once: files are checked, documentation and JSON schemas
 * are generated, and `threatdiff config --explain` speaks from here. Reads nothing.
 */
import { z } from 'zod';

const severity = z.enum(['critical', 'high', 'medium', 'low', 'info']);
const text = z.string().trim().min(1, 'must not be empty').max(2000, 'must have at most 2,000 characters');
const date = z.iso.date('must be a day that exists, written YYYY-MM-DD');
const path = text.max(500).refine((value) => isInsideTree(value), 'must be a path inside the repository, without ..');
const paths = z.array(path).min(1, 'must name at least one path').max(1000, 'must name at most 1,000 paths');
const rulePattern = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9*][A-Za-z0-9*._-]*$/, 'must be a rule id, an alias, or a pattern such as aws-s3-*');

const ruleSettings = z.strictObject({
  enabled: z.boolean().optional().describe('Whether the rule is evaluated at all.'),
  severity: severity.optional().describe('Severity of its findings, in place of its own.'),
  blocks: z
    .enum(['always', 'never', 'by-severity'])
    .optional()
    .describe('Whether new findings of it block: always, never, or as `fail_on` says for their severity.'),
  reason: text.optional().describe('Why, for people who read the policy.'),
});

const environment = z.strictObject({
  name: text.max(100).describe('Name of the environment, shown with its findings.'),
  units: paths.describe('Globs of unit paths that are deployed to it, such as `infra/**`.'),
  variable_files: z
    .array(path)
    .max(100)
    .optional()
    .describe('Variable files that this environment uses, as paths from the root of the repository.'),
});

const ignoreEntry = z.strictObject({
  paths: paths.describe('Globs of files and units that are never judged. They are counted in every report.'),
  reason: text.describe('Why nothing in them can reach production.'),
  until: date.optional().describe('Last day it holds (UTC). Without it, it holds for ever.'),
});

const limit = (value: number, description: string, most = 1_000_000_000_000) =>
  z
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`)
    .default(value)
    .describe(description);

/** Beyond these nobody asks GitHub when the App was installed and what was opened since. */
export const MOST_OBSERVED_DAYS = 90;
export const MOST_OBSERVED_PULL_REQUESTS = 50;

const observeFor = (what: string, value: number, most: number) =>
  z
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(most, `must be at most ${most}`)
    .default(value)
    .describe(`It ends after so many ${what}; 0 means that it never begins.`);

const budgets = z.strictObject({
  file_bytes: limit(5 * 1024 * 1024, 'Largest file that is read, in bytes.'),
  tree_bytes: limit(256 * 1024 * 1024, 'All files read on one side, in bytes.'),
  tree_entries: limit(500_000, 'Files of one tree.'),
  nesting: limit(200, 'Nesting of blocks, expressions, YAML and JSON.', 1000),
  unit_steps: limit(5_000_000, 'Evaluation steps of one unit in one environment.'),
  unit_resources: limit(20_000, 'Resources of one unit after expansion.'),
  rule_steps: limit(100_000, 'Steps of one rule on one resource.'),
  rules_steps: limit(200_000_000, 'Steps of all rules on one side.'),
  findings: limit(10_000, 'Findings kept on one side.'),
});

/** `threatdiff.yml`. */
export const policySchema = z.strictObject({
  version: z.literal(1).describe('Version of this format.'),
  mode: z
    .enum(['enforce', 'monitor'])
    .default('enforce')
    .describe('`enforce` fails the check; `monitor` only says what would have happened.'),
  observe: z
    .strictObject({
      days: observeFor('days', 14, MOST_OBSERVED_DAYS),
      pull_requests: observeFor('pull requests of a repository', 20, MOST_OBSERVED_PULL_REQUESTS),
    })
    .prefault({})
    .describe(
      'How long the check of a newly installed App only says what it would have done, where no `mode` is set. A repository can shorten what its organisation set.',
    ),
  fail_on: severity.default('high').describe('New findings of this severity or a higher one block.'),
  fail_on_regression: severity
    .default('medium')
    .describe('A control that held before and does not, or is not known, after blocks from this severity on.'),
  rules: z
    .record(rulePattern, ruleSettings)
    .default({})
    .describe(
      'Settings by rule id, alias, or pattern (`aws-s3-*`). Exact names win over patterns, later lines over earlier ones.',
    ),
  environments: z
    .array(environment)
    .max(50, 'must name at most 50 environments')
    .default([])
    .describe(
      'Environments that units are evaluated in. Without any there is `default`, and one for each variable file that Terraform does not load by itself. What commands in pipelines, task files, scripts and Terragrunt give to variables is evaluated beside them.',
    ),
  ignore: z.array(ignoreEntry).max(500, 'must have at most 500 entries').default([]).describe('What is never judged.'),
  external_inputs: z
    .strictObject({
      allow: z
        .array(text.max(500))
        .max(500, 'must have at most 500 entries')
        .default([])
        .describe(
          'Globs of sources outside the repository that are trusted, such as `git::https://github.com/acme/*`.',
        ),
    })
    .prefault({})
    .describe('Modules, providers, charts and templates from outside.'),
  waivers: z
    .strictObject({
      max_days: z
        .int('must be a whole number')
        .min(1, 'must be at least 1')
        .max(3650, 'must be at most 3,650')
        .default(180)
        .describe('How many days ahead a waiver may expire at most.'),
    })
    .prefault({})
    .describe('Rules for the waivers file.'),
  budgets: budgets
    .prefault({})
    .describe('How much work a run may do. Exceeding one on a changed input fails the check.'),
  locked: z
    .array(z.string().max(300))
    .max(200, 'must have at most 200 entries')
    .default([])
    .describe('Organisation only: settings a repository may not change, such as `mode`, `budgets`, `rules.aws-iam-*`.'),
});

const waiver = z.strictObject({
  rule: text.max(200).describe('Rule id.'),
  unit: text.max(1000).describe('Unit of the finding, as the report names it.'),
  address: text.max(1000).describe('Address of the resource in its unit.'),
  reason: text.describe('Why the risk is accepted.'),
  owner: text.max(200).describe('Who answers for it: a person or a team.'),
  expires: date.describe('Last day it holds (UTC).'),
  evidence: z
    .string()
    .regex(/^[0-9a-f]{12,64}$/, 'must be the evidence hash of the report, or its first 12 or more characters')
    .describe(
      'Hash of the facts it was given for, whole or its first 12 characters or more. Other facts are not waived.',
    ),
  environment: text.max(100).optional().describe('Only in this environment.'),
  discriminator: text.max(1000).optional().describe('Only this element of the resource, as the report names it.'),
});

/** `threatdiff-waivers.yml`. Every value is text. */
export const waiversSchema = z.strictObject({
  waivers: z.array(waiver).max(5000, 'must have at most 5,000 entries').describe('Accepted risks.'),
});

export type PolicyInput = z.input<typeof policySchema>;
export type PolicyOutput = z.output<typeof policySchema>;

function isInsideTree(value: string): boolean {
  return !value.startsWith('/') && !value.includes('\\') && !value.split('/').includes('..');
}
