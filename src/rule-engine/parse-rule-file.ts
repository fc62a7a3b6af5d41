/**
 * Reads one rule.yaml: YAML, the schema, and the id that must equal the path. Every complaint has a line and a column,
 * and a mistyped key names the nearest valid one. Compiles nothing.
 */
import { isMap, isPair, isScalar, LineCounter, type Node, type ParsedNode, parseDocument, visit } from 'yaml';
import { canonicalJson } from '../documents/canonical-json.ts';
import { type RuleDefinition, ruleSchema } from './rule-schema.ts';
import type { RuleFileError } from './rule-file-error.ts';
import type { RuleSource } from './rule-source.ts';
import { offsetInScalar } from './offset-in-scalar.ts';
import { suggestName } from './suggest-name.ts';

/** Place of something in a rule file. */
export type Place = Pick<RuleFileError, 'line' | 'column'>;

export interface RuleFile {
  readonly path: string;
  readonly definition: RuleDefinition;
  /** Place of a key's value, with an offset into its text. */
  place(key: string, offset?: number): Place;
}

export type ParsedRuleFile =
  | { readonly ok: true; readonly file: RuleFile }
  | { readonly ok: false; readonly errors: readonly RuleFileError[] };

type Path = readonly PropertyKey[];

const LONGEST_FILE = 64 * 1024;

/** Never throws; a file that cannot be read gives errors. */
export function parseRuleFile(source: RuleSource): ParsedRuleFile {
  const lines = new LineCounter();
  const failAt = (offset: number, message: string): RuleFileError => ({
    file: source.path,
    ...placeOf(lines, offset),
    message,
  });
  if (source.text.length > LONGEST_FILE) return { ok: false, errors: [failAt(0, 'a rule file is at most 64 KiB')] };
  const document = parseDocument(source.text, { lineCounter: lines, uniqueKeys: false, merge: false });
  const broken = document.errors.map((error) => failAt(error.pos[0], error.message.split('\n')[0] ?? 'not YAML'));
  if (broken.length > 0) return { ok: false, errors: broken };
  const root = document.contents;
  const unsafe = findUnsafe(root);
  if (unsafe !== undefined) return { ok: false, errors: [failAt(unsafe.offset, unsafe.message)] };
  const parsed = ruleSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const errors = parsed.error.issues.flatMap((issue) => describeIssue(issue, root, failAt));
    return { ok: false, errors };
  }
  const place = (key: string, offset = 0): Place => {
    const node = nodeAt(root, [key]);
    return placeOf(lines, node === undefined ? 0 : offsetInScalar(source.text, node, offset));
  };
  const file: RuleFile = { path: source.path, definition: parsed.data, place };
  const errors = checkConsistency(file);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, file };
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Anchors and repeated keys have no use in a rule and would make two readers disagree. */
function findUnsafe(root: ParsedNode | null): { readonly offset: number; readonly message: string } | undefined {
  let found: { offset: number; message: string } | undefined;
  if (root === null) return { offset: 0, message: 'the file is empty' };
  visit(root, {
    Alias: (_, node) => {
      found ??= { offset: node.range?.[0] ?? 0, message: 'aliases are not part of rule files' };
    },
    Map: (_, node) => {
      const seen = new Set<string>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        const name = canonicalJson(key.value);
        if (seen.has(name)) found ??= { offset: key.range?.[0] ?? 0, message: `${String(key.value)} is written twice` };
        seen.add(name);
      }
    },
  });
  return found;
}

type Issue = NonNullable<ReturnType<typeof ruleSchema.safeParse>['error']>['issues'][number];
type FailAt = (offset: number, message: string) => RuleFileError;

function describeIssue(issue: Issue, root: ParsedNode | null, failAt: FailAt): readonly RuleFileError[] {
  const node = nodeAt(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const near = suggestName(key, knownKeys(issue.path));
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      return failAt(keyOffset(node, key), `unknown key ${key}${hint}`);
    });
  }
  const name = issue.path.map(String).join('.');
  const isMissing = node === undefined && issue.code === 'invalid_type';
  const words = isMissing ? `${name} is missing` : `${name === '' ? 'the rule' : name}: ${issue.message}`;
  return [failAt(node?.range?.[0] ?? 0, words)];
}

function knownKeys(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(ruleSchema.shape);
  if (path[0] === 'patch') return ['terraform', 'cloudformation'];
  if (path[0] === 'mappings') return Object.keys(ruleSchema.shape.mappings.def.innerType.shape);
  if (path[0] === 'equivalents') return Object.keys(ruleSchema.shape.equivalents.def.innerType.shape);
  return ['terraform', 'cloudformation', 'dockerfile'];
}

function keyOffset(node: Node | undefined, key: string): number {
  if (!isMap(node)) return 0;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

function nodeAt(root: ParsedNode | null, path: Path): Node | undefined {
  let node: unknown = root;
  for (const part of path) {
    if (typeof node !== 'object' || node === null || !('get' in node) || typeof node.get !== 'function')
      return undefined;
    node = (node.get as (key: unknown, keepScalar: boolean) => unknown)(part, true);
  }
  return typeof node === 'object' && node !== null ? (node as Node) : undefined;
}

function checkConsistency(file: RuleFile): readonly RuleFileError[] {
  const { definition: rule, path } = file;
  const errors: RuleFileError[] = [];
  const fail = (key: string, message: string) => errors.push({ file: path, ...file.place(key), message });
  const expected = path.split('/').slice(0, -1).join('-');
  if (rule.id !== expected) fail('id', `id is ${rule.id}, but its path says ${expected}`);
  if (rule.aliases.includes(rule.id)) fail('aliases', 'an alias is an older id, not the id itself');
  if (rule.trigger === 'state' && rule.fail_when === undefined) fail('id', 'fail_when is missing');
  if (rule.trigger === 'removal') {
    for (const key of ['fail_when', 'each', 'points_at', 'patch'] as const) {
      if (rule[key] !== undefined) fail(key, `a removal rule has no ${key}`);
    }
  }
  const other = Object.keys(rule.patch?.cloudformation ?? {}).find((type) => ![rule.resource].flat().includes(type));
  if (other !== undefined) fail('patch', `the rule does not judge ${other}`);
  if (rule.each !== undefined && rule.discriminator === undefined)
    fail('each', 'discriminator is missing; each needs it');
  if (rule.each === undefined && rule.discriminator !== undefined) fail('discriminator', 'discriminator needs each');
  return errors;
}
