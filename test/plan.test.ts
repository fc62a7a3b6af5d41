/**
 * Plans in JSON (`terraform show -json`) beside the configuration they are of: what they add, where it is shown, and that
 * nothing they say takes anything away. `test/plan/` holds one configuration and its plan in Terraform's documented format.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../src/check-pull-request.ts';
import type { GivenPlan } from '../src/model/inputs.ts';
import type { Report } from '../src/model/report.ts';
import { reportJson } from '../src/reporters/json/report-json.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';
import { replayInputs } from './replay-inputs.ts';
import { AS_OF, testPack } from './run-directories.ts';

type Tree = Readonly<Record<string, string>>;

const main = readFileSync(join(import.meta.dirname, 'plan/tree/main.tf'), 'utf8');
const plan = readFileSync(join(import.meta.dirname, 'plan/plan.json'), 'utf8');
const given: GivenPlan = { file: 'out/plan.json', directory: 'infra', text: plan };

function job(before: Tree | undefined, after: Tree, plans: readonly GivenPlan[] = []) {
  return checkPullRequest({
    change: {
      before: before === undefined ? [] : [new MemorySnapshot(before)],
      after: new MemorySnapshot(after),
      description: { before: '', after: '' },
      close: () => Promise.resolve(),
    },
    policy: {},
    pack: testPack(),
    engine: 'threatdiff test',
    asOf: AS_OF,
    plans,
  });
}

async function check(before: Tree | undefined, after: Tree, plans?: readonly GivenPlan[]): Promise<Report> {
  return (await job(before, after, plans)).report;
}

/** `rule address outcome` of what is there after, without environments. */
function findings({ changes }: Report, wanted: (environment: string) => boolean = () => true): readonly string[] {
  return changes
    .flatMap(({ after }) => (after !== undefined && wanted(after.environment) ? [after] : []))
    .map(({ ruleId, address, outcome }) => `${outcome} ${ruleId} ${address}`)
    .sort();
}

const ADDED = [
  'fail aws-rds-storage-not-encrypted aws_db_instance.orders',
  'fail aws-s3-bucket-public-access-block-off module.archive.aws_s3_bucket.this[0]',
  'fail aws-security-group-open-admin-port aws_security_group.office',
];

describe('a plan that is given', () => {
  it('adds what the source leaves open or does not have, at the lines of the source, and keeps the rest as it is', async () => {
    const without = await check(undefined, { 'infra/main.tf': main });
    const report = await check(undefined, { 'infra/main.tf': main }, [given]);
    expect(findings(report, (environment) => environment === 'plan')).toEqual(ADDED);
    expect(findings(report, (environment) => environment === 'default')).toEqual(findings(without));
    expect(report.problems).toEqual(without.problems);
    const places = report.changes.flatMap(({ after }) => (after?.environment === 'plan' ? [after] : []));
    expect(Object.fromEntries(places.map(({ address, anchor }) => [address, anchor.range.startLine]))).toEqual({
      'aws_db_instance.orders': lineOf('storage_encrypted'),
      'aws_security_group.office': lineOf('  ingress {') + 4,
      'module.archive.aws_s3_bucket.this[0]': lineOf('module "archive"'),
    });
    expect(places.map(({ anchor }) => anchor.path)).toEqual(places.map(() => 'infra/main.tf'));
  });

  it('says the same as the configuration with the same values', async () => {
    const variables = 'office = "0.0.0.0/0"\nencrypt = false\n';
    const source = await check(undefined, { 'infra/main.tf': main, 'infra/terraform.tfvars': variables });
    const alone = await check(undefined, { 'plan.json': plan });
    const own = (report: Report) =>
      findings(report).filter(
        (each) => each.startsWith('fail') && !each.includes('example.com') && !each.includes('module.'),
      );
    expect(own(alone)).toEqual(own(source));
    expect(own(alone).length).toBeGreaterThan(7);
  });

  it('lets nothing through: what is open stays open, whatever the plan says', async () => {
    const harmless = plan
      .replaceAll('"0.0.0.0/0"', '"10.1.0.0/16"')
      .replaceAll('"encrypt": {\n      "value": false', '"encrypt": {\n      "value": true');
    const without = await check(undefined, { 'infra/main.tf': main });
    const report = await check(undefined, { 'infra/main.tf': main }, [{ ...given, text: harmless }]);
    expect(findings(report)).toEqual(expect.arrayContaining([...findings(without)]));
    const blocking = ({ changes }: Report): number => changes.filter(({ blocks }) => blocks).length;
    expect(blocking(report)).toBeGreaterThanOrEqual(blocking(without));
  });

  it('charges nobody for directories that do not change', async () => {
    const tree = { 'infra/main.tf': main };
    const report = await check(tree, { ...tree, 'README.md': 'new' }, [given]);
    expect(report.verdict.conclusion).toBe('success');
    expect(report.changes.filter(({ baselineState }) => baselineState !== 'unchanged')).toEqual([]);
    const touched = await check(tree, { 'infra/main.tf': `${main}\n` }, [given]);
    expect(touched.verdict.conclusion).toBe('failure');
  });

  it('tells what it and the source disagree on', async () => {
    const other = main.replace('from_port   = 443', 'from_port   = 444').replace('"slow"', '"late"');
    const report = await check(undefined, { 'infra/main.tf': `${other}\nresource "aws_sns_topic" "t" {\n}\n` }, [
      given,
    ]);
    const told = report.problems.filter(({ code }) => code === 'plan-mismatch');
    expect(told.every(({ blocks, effect }) => blocks && effect === 'ambiguous')).toBe(true);
    expect(told.map(({ message }) => message).sort()).toEqual([
      'The configuration has aws_sns_topic.t, which out/plan.json does not have',
      'aws_security_group.office: egress is "444" in the configuration and "443" in out/plan.json',
      'out/plan.json has aws_sqs_queue.orders["slow"], which the configuration does not have',
    ]);
  });

  it('fails where it cannot be read or is for nothing', async () => {
    const cut = await check(undefined, { 'infra/main.tf': main }, [{ ...given, text: plan.slice(0, 5000) }]);
    expect(cut.problems.filter(({ blocks }) => blocks).map(({ code }) => code)).toContain('syntax-error');
    expect(cut.problems.find(({ blocks }) => blocks)?.message).toMatch(/^out\/plan\.json:\d+:\d+: /);
    const elsewhere = await check(undefined, { 'infra/main.tf': main }, [{ ...given, directory: 'prod' }]);
    expect(elsewhere.problems.filter(({ blocks }) => blocks).map(({ message }) => message)).toEqual([
      'The plan out/plan.json is for prod, which has no Terraform configuration',
    ]);
  });

  it('shows no secret', async () => {
    const other = main.replace('hunter2hunter2', 'correct-horse');
    const report = await check(undefined, { 'infra/main.tf': other }, [given]);
    const told = report.problems.filter(({ code }) => code === 'plan-mismatch');
    expect(told).toHaveLength(1);
    expect(reportJson(report)).not.toMatch(/hunter2|correct-horse/);
  });

  it('is part of the recorded inputs', async () => {
    const { report, recordInputs } = await job(undefined, { 'infra/main.tf': main }, [given]);
    expect(reportJson(await replayInputs({ report, recordInputs }))).toBe(reportJson(report));
  });
});

describe('a plan in the tree', () => {
  it('adds to the directory it stands in, and takes nothing away', async () => {
    const without = await check(undefined, { 'infra/main.tf': main });
    const report = await check(undefined, { 'infra/main.tf': main, 'infra/out/plan.json': plan });
    expect(findings(report, (environment) => environment.startsWith('plan'))).toEqual(ADDED);
    expect(findings(report, (environment) => environment === 'default')).toEqual(findings(without));
  });

  it('that lies hides nothing and decides nothing', async () => {
    const tree = { 'infra/main.tf': main };
    const lie = plan.replaceAll('"sqs_managed_sse_enabled": false', '"sqs_managed_sse_enabled": true');
    const [plain, lied] = [await check(undefined, tree), await check(undefined, { ...tree, 'infra/plan.json': lie })];
    expect(findings(lied)).toEqual(expect.arrayContaining([...findings(plain)]));
    const told = lied.problems.filter(({ code }) => code === 'plan-mismatch');
    expect(told.map(({ effect, blocks, location }) => [effect, blocks, location?.path])).toEqual([
      ['note', false, 'infra/main.tf'],
      ['note', false, 'infra/main.tf'],
    ]);
    expect(told[0]?.message).toContain(
      'sqs_managed_sse_enabled is "false" in the configuration and "true" in infra/plan.json',
    );
  });

  it('protects from no removal when it goes, and adds none', async () => {
    const tree = { 'infra/main.tf': main };
    const report = await check({ ...tree, 'infra/plan.json': plan }, tree);
    expect(report.verdict.conclusion).toBe('success');
    expect(report.changes.filter(({ baselineState }) => baselineState === 'new')).toEqual([]);
  });

  it('is a plan by all of its keys: a policy or a template does not become one', async () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    const dressed = { ...policy, format_version: '1.2', terraform_version: '1.13.4', planned_values: {} };
    const report = await check(undefined, { 'iam/admin.json': JSON.stringify(dressed) });
    expect(report.receipt.after.filesRead).toEqual({ 'iam-policy': 1 });
  });

  it('that is no plan any more is said', async () => {
    const report = await check(
      { 'infra/main.tf': main, 'infra/plan.json': plan },
      { 'infra/main.tf': main, 'infra/plan.json': '{}' },
    );
    expect(report.problems.filter(({ blocks }) => blocks).map(({ code, location }) => [code, location?.path])).toEqual([
      ['syntax-error', 'infra/plan.json'],
    ]);
  });
});

function lineOf(text: string): number {
  return main.slice(0, main.indexOf(text)).split('\n').length;
}
