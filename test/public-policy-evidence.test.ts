/** What a statement that is public already may not do unseen: widen its actions, its resources, or move elsewhere. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyzeTree } from '../src/analysis/analyze-tree.ts';
import { policySchema } from '../src/config/schema.ts';
import { toLimits } from '../src/config/to-limits.ts';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import { isNarrower } from '../src/gate/is-narrower.ts';
import type { RuleResult } from '../src/model/rule-result.ts';
import { parsers } from '../src/parsers/index.ts';
import { loadRules } from '../src/rule-engine/load-rules.ts';
import { readRulesFolder } from '../src/rule-engine/read-rules-folder.ts';
import { loadTree } from '../src/source/load-tree.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';

const RULE = 'aws-s3-bucket-policy-public';
const limits = toLimits(policySchema.parse({ version: 1 }).budgets);
const rulesFolder = join(import.meta.dirname, '../rules');
const dictionary = readDictionaryFolder(join(rulesFolder, 'dictionary'));
const sources = readRulesFolder(join(rulesFolder, 'checks')).filter(({ text }) => text.includes(`id: ${RULE}\n`));
const loaded = loadRules(sources, dictionary);
const rules = loaded.ok ? loaded.rules : [];

interface Policy {
  readonly bucket?: string;
  readonly actions?: string;
  readonly resource?: string;
}

async function finding({ bucket = 'site', actions = '"s3:GetObject"', resource = 'public/*' }: Policy = {}) {
  const text = `
resource "aws_s3_bucket" "site" {}
resource "aws_s3_bucket" "payments" {}
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.${bucket}.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = [${actions}]
      Resource  = "\${aws_s3_bucket.site.arn}/${resource}"
    }]
  })
}`;
  const tree = await loadTree(new MemorySnapshot({ 'main.tf': text }), () => true, limits);
  const context = {
    parsers,
    dictionary,
    rules: { compiled: rules, descriptions: new Map(rules.map((rule) => [rule.definition.id, rule.description])) },
    limits,
    environments: [],
    isIgnored: () => false,
    isAllowedSource: () => false,
  };
  const { results } = await analyzeTree(tree, context, { formats: new Map(), units: [] });
  expect(results).toMatchObject([{ ruleId: RULE, outcome: 'fail' }]);
  return results[0] as RuleResult;
}

describe('evidence of a public statement', () => {
  const order = rules[0]?.description.narrower;

  it('is the whole statement and what it is attached to', async () => {
    expect((await finding()).evidence.facts).toMatchObject({
      Bucket: 'ref:aws_s3_bucket.site.id',
      item: { Effect: 'Allow', Principal: { AWS: ['*'] }, Action: ['s3:GetObject'] },
    });
  });

  it.each<readonly [string, Policy]>([
    ['another action', { actions: '"s3:GetObject", "s3:PutObject"' }],
    ['a wider resource', { resource: '*' }],
    ['another bucket', { bucket: 'payments' }],
  ])('changes with %s, and not for the narrower', async (_, policy) => {
    const [before, after] = [await finding(), await finding(policy)];
    expect(after.discriminator).toBe(before.discriminator);
    expect(after.evidence.hash).not.toBe(before.evidence.hash);
    expect(isNarrower(before.evidence, after.evidence, order)).toBe(false);
  });

  it('proves that fewer actions are narrower', async () => {
    const before = await finding({ actions: '"s3:PutObject", "s3:GetObject"' });
    expect(isNarrower(before.evidence, (await finding()).evidence, order)).toBe(true);
  });
});
