/**
 * Every patch of every rule against the rule's own fixtures: what it fixes passes, the file still reads clean, nothing
 * new is found by any rule, and no other line changes. A rule with a patch proves it in every language it names. What
 * a patch leaves alone is listed, because leaving it alone is the point.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../src/check-pull-request.ts';
import type { DocumentNode } from '../src/documents/document-node.ts';
import { parseYamlDocument } from '../src/documents/parse-yaml-document.ts';
import { applyEdits } from '../src/fixes/apply-edits.ts';
import type { FindingChange } from '../src/model/change.ts';
import type { Report } from '../src/model/report.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';
import { testPack } from './run-directories.ts';

type Files = Readonly<Record<string, string>>;

const checks = join(import.meta.dirname, '../rules/checks');
const rules = testPack().rules.filter(({ definition }) => definition.patch !== undefined);
const folders = new Map(
  readdirSync(checks, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('rule.yaml'))
    .map((path) => path.replaceAll('\\', '/').split('/').slice(0, -1))
    .map((parts) => [parts.join('-'), join(checks, ...parts)]),
);

/** Failures a patch leaves alone: the value comes from a variable, a mapping or a text, so no edit is certain. */
const LEFT_ALONE: Readonly<Record<string, readonly string[]>> = {
  'aws-ecs-service-public-ip': ['main.tf aws_ecs_service.by_default'],
  'aws-ecs-task-definition-privileged-container': [
    'main.tf aws_ecs_task_definition.encoded',
    'main.tf aws_ecs_task_definition.text',
  ],
  'aws-kms-key-rotation-off': ['main.tf aws_kms_key.off'],
  'aws-lambda-url-without-authentication': [
    'main.tf aws_lambda_function_url.by_default',
    'main.tf aws_lambda_function_url.by_local',
    'template.yaml ByParameter',
  ],
  'aws-rds-cluster-storage-not-encrypted': ['main.tf aws_rds_cluster.by_default', 'template.yaml ByParameter'],
  'aws-rds-instance-publicly-accessible': [
    'main.tf aws_rds_cluster_instance.by_default',
    'template.yaml ByParameter',
    'template.yaml InDevelopment',
  ],
  'aws-rds-storage-not-encrypted': [
    'main.tf aws_db_instance.by_default',
    'template.yaml ByParameter',
    'template.yaml NoValue',
  ],
  'aws-s3-bucket-public-access-block-off': [
    'main.tf aws_s3_bucket.by_default',
    'main.tf aws_s3_bucket.one_off',
    'template.yaml ByParameter',
    'template.yaml FlagsMissing',
  ],
  'aws-s3-bucket-public-acl': [
    'main.tf aws_s3_bucket.by_default',
    'main.tf aws_s3_bucket.granted',
    'main.tf aws_s3_bucket.granted_inline',
    'template.yaml ByMapping',
    'template.yaml ByParameter',
  ],
  'aws-s3-public-access-block-off': ['main.tf aws_s3_bucket_public_access_block.by_default'],
};

function filesOf(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/^(?:rule|expected)\.yaml$/.test(entry.name),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

async function run(files: Files): Promise<Report> {
  const description = { before: '', after: '' };
  const change = { before: [], after: new MemorySnapshot(files), description, close: () => Promise.resolve() };
  const { report } = await checkPullRequest({
    change,
    policy: {},
    pack: testPack(),
    engine: 'threatdiff test',
    asOf: '2026-11-21',
  });
  return report;
}

function namesOf(report: Report): readonly string[] {
  return report.changes.map(({ after }) => `${after?.ruleId} ${after?.outcome} ${after?.fingerprint}`);
}

function problemsOf(report: Report): readonly string[] {
  return report.problems.map(({ code, message, location }) => `${code} ${message} ${location?.path}`);
}

function apply(files: Files, { path, edits }: NonNullable<FindingChange['patch']>): Files {
  const text = applyEdits(files[path] ?? '', edits);
  if (text === undefined) throw new Error(`the patch does not fit ${path}`);
  return { ...files, [path]: text };
}

it('names rules with a patch only', () => {
  const ids = rules.map(({ definition }) => definition.id);
  expect(Object.keys(LEFT_ALONE).filter((id) => !ids.includes(id))).toEqual([]);
});

describe.each(rules.map((rule) => [rule.definition.id, rule.definition] as const))('%s', (id, definition) => {
  const files = filesOf(folders.get(id) ?? '');
  const first = run(files);
  const own = async () => (await first).changes.filter(({ after }) => after?.ruleId === id && after.outcome === 'fail');

  it('is fixed in every language its patch names', async () => {
    const formats = (await own()).flatMap(({ patch }) => (patch === undefined ? [] : [languageOf(patch.path)]));
    expect([...new Set(formats)].sort()).toEqual(Object.keys(definition.patch ?? {}).sort());
  });

  it.runIf(id in LEFT_ALONE)('leaves alone what is listed, and nothing else', async () => {
    const left = (await own()).filter(({ patch }) => patch === undefined);
    const said = left.map(({ after }) => `${after?.anchor.path} ${after?.address}`);
    expect(said.sort()).toEqual(LEFT_ALONE[id]);
  });

  it('passes with each patch in, and nothing new is found or said', async () => {
    const report = await first;
    for (const { after, patch } of await own()) {
      if (patch === undefined) continue;
      const fixed = await run(apply(files, patch));
      const left = namesOf(fixed);
      expect(left).not.toContain(`${id} fail ${after?.fingerprint}`);
      expect(left.filter((name) => !namesOf(report).includes(name))).toEqual([]);
      expect(problemsOf(fixed)).toEqual(problemsOf(report));
    }
  });

  it('changes only the lines its edits name, in order', async () => {
    for (const { patch } of await own()) {
      const ends = patch?.edits.flatMap(({ startLine, endLine }) => [startLine, endLine]) ?? [];
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      const starts = patch?.edits.map(({ startLine }) => startLine) ?? [];
      expect(new Set(starts).size).toBe(starts.length);
    }
  });
});

function languageOf(path: string): string {
  return isTerraform(path) ? 'terraform' : 'cloudformation';
}

/** Addresses with a patch, sorted, and every patch applied alone: other lines must stay, ends included. */
async function patched(id: string, files: Files): Promise<readonly string[]> {
  const changes = (await run(files)).changes.filter(({ after, patch }) => after?.ruleId === id && patch !== undefined);
  for (const { patch } of changes) {
    if (patch === undefined) continue;
    const ends = (text: string): readonly string[] => text.match(/\r?\n/g) ?? [];
    const before = files[patch.path] ?? '';
    const after = apply(files, patch)[patch.path] ?? '';
    const [end = '\n'] = ends(before);
    expect(new Set(ends(after))).toEqual(new Set([end]));
    const replaced = new Set(patch.edits.flatMap(({ startLine, endLine }) => range(startLine, endLine)));
    const kept = before.split(end).filter((_, index) => !replaced.has(index + 1));
    expect(isSubsequence(kept, after.split(end))).toBe(true);
  }
  return changes.map(({ after }) => after?.address ?? '').sort();
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const line of whole) if (line === part[at]) at += 1;
  return at === part.length;
}

const isTerraform = (path: string): boolean => path.endsWith('.tf');

const LAYOUTS: readonly (readonly [string, (text: string, path: string) => string])[] = [
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['four blanks', (text, path) => (isTerraform(path) ? text.replaceAll(/^ +/gm, (it) => it + it) : text)],
  ['tabs', (text, path) => (isTerraform(path) ? text.replaceAll(/^ +/gm, (it) => '\t'.repeat(it.length / 2)) : text)],
  ['comments', (text) => text.replaceAll(/^( *)([A-Za-z_]+(?::| *=| *\{)[^<\n]*)$/gm, '$1# note\n$1$2 # tail')],
  ['no last line end', (text) => text.trimEnd()],
];

describe.each(LAYOUTS)('in a file with %s', (_, layout) => {
  it.each(rules.map(({ definition }) => definition.id))('%s is fixed all the same', async (id) => {
    const files = filesOf(folders.get(id) ?? '');
    const laidOut = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, layout(text, path)]));
    expect(await patched(id, laidOut)).toEqual(await patched(id, files));
  });
});

describe('in JSON', () => {
  const templates = rules.filter(({ definition }) => definition.patch?.cloudformation !== undefined);

  it.each(templates.map(({ definition }) => definition.id))('%s is fixed as in YAML', async (id) => {
    const text = filesOf(folders.get(id) ?? '')['template.yaml'] ?? '';
    const [root] = parseYamlDocument(text, { maxDepth: 50, maxNodes: 10_000, maxAliases: 0 }).roots;
    const json = `${JSON.stringify(toJson(root), null, 2)}\n`;
    const inYaml = await patched(id, { 'template.yaml': text });
    expect(inYaml.length).toBeGreaterThan(0);
    expect(await patched(id, { 'template.json': json })).toEqual(inYaml);
  });
});

/** Short forms of functions become the long ones. */
function toJson(node: DocumentNode | undefined): unknown {
  if (node === undefined) return null;
  const tag = node.tag?.slice(1);
  const name = tag === undefined || tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
  const value = toValue(node);
  return name === undefined ? value : { [name]: name === 'Fn::GetAtt' ? String(value).split('.') : value };
}

function toValue(node: DocumentNode): unknown {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'sequence') return node.items.map(toJson);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, toJson(value)]));
}
