/** New, updated, unchanged and absent findings, and which of them count against the author of a change. */
import { describe, expect, it } from 'vitest';
import { buildAnalysis, buildResource, buildResult, buildRule } from '../../test/builders/build-analysis.ts';
import type { Analysis } from '../model/analysis.ts';
import type { RuleDescription } from '../model/rule.ts';
import type { Waiver } from '../model/waiver.ts';
import { compareAnalyses, type GateInput } from './compare-analyses.ts';

const settings = { mode: 'enforce', failOn: 'high', failOnRegression: 'medium' } as const;

function compare(before: Analysis | undefined, after: Analysis, more: Partial<GateInput> = {}, rule = buildRule()) {
  return compareAnalyses({
    befores: before ? [before] : [],
    after,
    renames: [new Map()],
    rules: new Map<string, RuleDescription>([[rule.id, rule]]),
    settings,
    waivers: [],
    ...more,
  }).changes;
}

const failing = buildAnalysis({ results: [buildResult()] });
const passing = buildAnalysis({ results: [buildResult({ outcome: 'pass' })] });
const nothing = buildAnalysis();

describe('compareAnalyses', () => {
  it('calls everything new where there is no before', () => {
    expect(compare(undefined, failing)).toMatchObject([{ baselineState: 'new', blocks: true }]);
  });

  it('does not charge an old finding to the author', () => {
    expect(compare(failing, failing)).toMatchObject([{ baselineState: 'unchanged', blocks: false }]);
  });

  it('shows what was fixed', () => {
    expect(compare(failing, passing)).toMatchObject([{ baselineState: 'absent', decision: 'fixed', blocks: false }]);
  });

  it('calls a lost control a regression and blocks it from medium on', () => {
    const medium = buildRule({ severity: 'medium' });
    expect(compare(passing, failing, {}, medium)).toMatchObject([{ regression: true, decision: 'blocks-regression' }]);
    expect(compare(nothing, failing, {}, medium)).toMatchObject([{ regression: false, decision: 'shown-severity' }]);
    const low = buildRule({ severity: 'low' });
    expect(compare(passing, failing, {}, low)).toMatchObject([{ decision: 'shown-severity' }]);
  });

  it('counts changed evidence as new unless the rule proves it narrower', () => {
    const before = buildAnalysis({ results: [buildResult({ facts: { 'item.CidrIp': '0.0.0.0/0' } })] });
    const after = buildAnalysis({ results: [buildResult({ facts: { 'item.CidrIp': '8.0.0.0/8' } })] });
    expect(compare(before, after)).toMatchObject([{ baselineState: 'updated', blocks: true }]);
    const rule = buildRule({ narrower: { CidrIp: 'cidr-subset' } });
    expect(compare(before, after, {}, rule)).toMatchObject([{ decision: 'shown-narrower', blocks: false }]);
    expect(compare(after, before, {}, rule)).toMatchObject([{ baselineState: 'updated', blocks: true }]);
  });

  it('looks for the narrower part inside a statement', () => {
    const allows = (actions: readonly string[], principal = '*') =>
      buildAnalysis({
        results: [buildResult({ facts: { item: { Action: [...actions], Principal: { AWS: [principal] } } } })],
      });
    const rule = buildRule({ narrower: { Action: 'list-subset' } });
    const wide = allows(['sqs:SendMessage', 'sqs:ReceiveMessage']);
    const narrow = allows(['sqs:SendMessage']);
    expect(compare(wide, narrow, {}, rule)).toMatchObject([{ decision: 'shown-narrower', blocks: false }]);
    expect(compare(narrow, wide, {}, rule)).toMatchObject([{ baselineState: 'updated', blocks: true }]);
    expect(compare(wide, allows(['sqs:SendMessage'], 'arn:aws:iam::1:root'), {}, rule)).toMatchObject([
      { baselineState: 'updated', blocks: true },
    ]);
  });

  it('absorbs at most one after with one before', () => {
    const twice = buildAnalysis({ results: [buildResult(), buildResult()] });
    expect(compare(failing, twice).map((change) => change.baselineState)).toEqual(['new', 'unchanged']);
  });

  it.each([
    ['unit', { unit: 'other' }],
    ['instance key', { address: 'aws_sqs_queue.orders["b"]' }],
    ['environment', { environment: 'prod' }],
    ['discriminator', { discriminator: 'tcp/22' }],
  ])('keeps findings apart by %s', (_, place) => {
    const after = buildAnalysis({ results: [buildResult(), buildResult(place)] });
    expect(compare(failing, after).filter((change) => change.baselineState === 'new')).toHaveLength(1);
  });

  it('follows a renamed folder', () => {
    const after = buildAnalysis({ results: [buildResult({ unit: 'moved' })] });
    const renames = [new Map([['moved/main.tf', 'infra/main.tf']])];
    expect(compare(failing, after, { renames })).toMatchObject([{ baselineState: 'unchanged' }]);
  });

  it('does not let a copied folder inherit findings', () => {
    const copy = buildAnalysis({ results: [buildResult(), buildResult({ unit: 'copy' })] });
    const renames = [new Map([['copy/main.tf', 'infra/main.tf']])];
    expect(compare(failing, copy, { renames }).map((change) => change.baselineState)).toEqual(['new', 'unchanged']);
  });

  it('follows a moved block only when its source vanished, and blocks when the evidence differs', () => {
    const place = { address: 'aws_sqs_queue.renamed' };
    const moved = buildResource({ ...place, movedFrom: ['aws_sqs_queue.orders'] });
    const same = buildAnalysis({ results: [buildResult(place)], resources: [moved] });
    expect(compare(failing, same)).toMatchObject([{ baselineState: 'unchanged', moved: { by: 'moved-block' } }]);
    const other = buildAnalysis({
      results: [buildResult({ ...place, facts: { Encrypted: null } })],
      resources: [moved],
    });
    expect(compare(failing, other)).toMatchObject([{ baselineState: 'updated', blocks: true }]);
    const kept = buildAnalysis({ results: [buildResult(place)], resources: [moved, buildResource()] });
    expect(compare(failing, kept).find((change) => change.after)).toMatchObject({ baselineState: 'new', blocks: true });
  });

  it('blocks what was known before and is not known after', () => {
    const open = buildResult({
      outcome: 'open',
      openReasons: [{ reason: 'variable-without-value', subject: 'var.encrypted' }],
    });
    const after = buildAnalysis({ results: [open] });
    expect(compare(passing, after)).toMatchObject([{ decision: 'blocks-unknown', regression: true }]);
    expect(compare(failing, after)).toMatchObject([{ decision: 'blocks-unknown' }]);
  });

  it('blocks an unknown on a new resource only when it is of the author’s making', () => {
    const openBy = (reason: 'variable-without-value' | 'external-data'): Analysis =>
      buildAnalysis({ results: [buildResult({ outcome: 'open', openReasons: [{ reason, subject: 'x' }] })] });
    expect(compare(nothing, openBy('variable-without-value'))).toMatchObject([{ decision: 'shown-assumption' }]);
    expect(compare(nothing, openBy('external-data'))).toMatchObject([{ decision: 'blocks-unknown' }]);
  });

  it('does not let an unknown count soften a hole', () => {
    const hidden = buildResult({
      outcome: 'open',
      conditional: true,
      openReasons: [{ reason: 'unknown-count', subject: 'aws_sqs_queue.orders' }],
    });
    expect(compare(nothing, buildAnalysis({ results: [hidden] }))).toMatchObject([{ decision: 'blocks-severity' }]);
  });

  it('lets a rule say whether losing its control blocks', () => {
    const low = buildRule({ severity: 'low', regressionBlocks: true });
    expect(compare(passing, failing, {}, low)).toMatchObject([{ decision: 'blocks-regression' }]);
    const medium = buildRule({ severity: 'medium', regressionBlocks: false });
    expect(compare(passing, failing, {}, medium)).toMatchObject([{ decision: 'shown-severity' }]);
  });

  it('does not take a namesake in another unit for the protection that was removed', () => {
    const rule = buildRule({ trigger: 'removal' });
    const before = buildAnalysis({ watched: [{ ruleId: rule.id, resource: buildResource({ name: 'audit' }) }] });
    const elsewhere = (unit: string): Analysis =>
      buildAnalysis({
        watched: [{ ruleId: rule.id, resource: buildResource({ name: 'audit', address: 'other', unit }) }],
      });
    expect(compare(before, elsewhere('examples'), {}, rule)).toHaveLength(1);
    expect(compare(before, elsewhere('infra'), {}, rule)).toHaveLength(0);
  });

  it('says that a watched protection was removed, once, and not when it only moved', () => {
    const rule = buildRule({ trigger: 'removal' });
    const watched = [{ ruleId: rule.id, resource: buildResource() }];
    const before = buildAnalysis({ watched });
    expect(compare(before, nothing, {}, rule)).toMatchObject([
      {
        blocks: true,
        regression: true,
        after: { anchor: { side: 'before' }, message: 'aws_sqs_queue.orders is gone' },
      },
    ]);
    const renamed = buildResource({ address: 'aws_sqs_queue.new', movedFrom: ['aws_sqs_queue.orders'] });
    expect(compare(before, buildAnalysis({ watched: [{ ruleId: rule.id, resource: renamed }] }), {}, rule)).toEqual([]);
  });

  it('waives only the evidence a waiver was given for', () => {
    const hash = buildResult().evidence.hash;
    const waiver: Waiver = {
      rule: 'aws-test-rule',
      unit: 'infra',
      address: 'aws_sqs_queue.orders',
      reason: 'legacy consumer',
      owner: '@acme/appsec',
      expires: '2027-01-01',
      evidence: hash.slice(0, 12),
      line: 3,
      file: '.github/threatdiff-waivers.yml',
    };
    expect(compare(nothing, failing, { waivers: [waiver] })).toMatchObject([{ decision: 'waived', blocks: false }]);
    const other = buildAnalysis({ results: [buildResult({ facts: { Encrypted: null } })] });
    expect(compare(nothing, other, { waivers: [waiver] })).toMatchObject([{ blocks: true }]);
  });

  it('takes the worst of several merge bases', () => {
    const changes = compare(undefined, failing, { befores: [failing, nothing], renames: [new Map(), new Map()] });
    expect(changes).toMatchObject([{ baselineState: 'new', blocks: true }]);
    const fixed = compare(undefined, nothing, { befores: [failing, nothing], renames: [new Map(), new Map()] });
    expect(fixed).toEqual([]);
  });
});
