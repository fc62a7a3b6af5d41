/**
 * The layers, executed: which folder may import which, who may touch the environment, and the house rules a linter
 * does not know. The table below is the one in CONTRIBUTING.md; a folder without a row, or a row without a folder,
 * fails. Reads sources as text; loads none of them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

/**
 * What each part of `src` may import besides itself: folders, or single files by their full path. `parsers/*` is one
 * format's folder: it may not import another format's.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  budget: ['model'],
  documents: ['model', 'budget'],
  dictionary: ['model', 'budget', 'documents'],
  'parsers/parser-manifest.ts': ['model', 'dictionary/dictionary.ts'],
  'parsers/*': ['model', 'budget', 'documents', 'dictionary', 'parsers/parser-manifest.ts'],
  'parsers/index.ts': ['parsers/parser-manifest.ts', 'parsers/*/index.ts'],
  config: ['model', 'budget', 'documents'],
  source: ['model', 'budget', 'documents', 'config/user-error.ts', 'config/validate-policy-file.ts'],
  'rule-engine': ['model', 'budget', 'documents', 'dictionary'],
  analysis: [
    'model',
    'budget',
    'documents',
    'dictionary',
    'parsers/parser-manifest.ts',
    'parsers/index.ts',
    'rule-engine',
    'source/tree-files.ts',
    'source/load-tree.ts',
    'source/snapshot.ts',
  ],
  gate: ['model', 'documents/canonical-json.ts'],
  fixes: [
    'model',
    'documents',
    'rule-engine/rule-schema.ts',
    'parsers/terraform/syntax',
    'analysis',
    'source/snapshot.ts',
    'source/hash-blob.ts',
  ],
  reporters: ['model', 'documents/canonical-json.ts'],
  store: ['model', 'config/user-error.ts'],
  queue: ['model', 'config/user-error.ts', 'store/store.ts', 'store/retry-transient.ts'],
  github: ['model', 'budget', 'source', 'reporters', 'config/user-error.ts'],
  doctor: ['model', 'config', 'github', 'reporters/describe-place.ts'],
  files: ['config/user-error.ts'],
  'check-pull-request.ts': [
    'model',
    'config',
    'source',
    'analysis',
    'gate',
    'fixes',
    'rule-engine',
    'dictionary',
    'parsers/index.ts',
  ],
  server: [
    'model',
    'documents/canonical-json.ts',
    'config',
    'source',
    'dictionary',
    'rule-engine',
    'check-pull-request.ts',
    'reporters',
    'store',
    'queue',
    'github',
    'doctor',
  ],
  'app.ts': ['config/user-error.ts', 'server'],
  action: ['model', 'config', 'source', 'files', 'rule-engine', 'gate', 'check-pull-request.ts', 'reporters', 'github'],
  'action.ts': ['action'],
  'command-line': ['*'],
  'cli.ts': ['*'],
};

/** The doors: only they read the environment and set an exit code. */
const ENTRIES = ['cli.ts', 'action.ts', 'app.ts'];

/** Packages only one place may import: swapping one must not be a change everywhere. */
const ONLY_IMPORTER: Readonly<Record<string, string>> = {
  '@marcbachmann/cel-js': 'rule-engine/parse-cel.ts',
  kysely: 'store/',
  '@electric-sql/pglite': 'store/',
  pg: 'store/',
  'proper-lockfile': 'store/',
  'pg-boss': 'queue/',
  probot: 'server/webhooks/',
  '@actions/core': 'action.ts',
  'prom-client': 'server/create-metrics.ts',
  '@octokit/rest': 'github/',
  '@octokit/auth-app': 'github/',
  '@octokit/plugin-retry': 'github/',
  '@octokit/plugin-throttling': 'github/',
};

/** Files that do not export one thing of their own name, each with its reason. One that does is an error here. */
const OTHER_EXPORTS: Readonly<Record<string, string>> = {
  'analysis/claim-files.ts': 'the cheap test by path and the claim must not drift apart',
  'parsers/dockerfile/claim-path.ts': 'by name and by content: two halves of one claim',
  'parsers/dockerfile/lookups.ts': 'one function for each scope of a build argument',
};

/** Spreads of lists that our own code bounds, each with its reason. */
const BOUNDED_SPREADS: Readonly<Record<string, string>> = {
  'parsers/iam-policy/find-placeholder.ts': 'one position for each of three kinds of placeholder',
};

const FORBIDDEN_FOLDERS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'core', 'shared', 'lib', 'misc']);

interface SourceFile {
  /** Relative to `src`. */
  readonly path: string;
  readonly text: string;
  readonly syntax: ts.SourceFile;
  /** Resolved below `src`; packages stay as written. */
  readonly imports: readonly string[];
  /** Without `import type`, which leaves nothing to load. */
  readonly loads: readonly string[];
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(src, path), 'utf8');
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const specifiers: string[] = [];
  const types = new Set<string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const specifier = (node.moduleSpecifier as ts.StringLiteral).text;
      specifiers.push(specifier);
      if (isTypeOnly(node)) types.add(specifier);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      specifiers.push((node.arguments[0] as ts.StringLiteral | undefined)?.text ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  const resolve = (name: string): string =>
    name.startsWith('.') ? relative(src, join(src, dirname(path), name)).replaceAll('\\', '/') : name;
  const loads = specifiers.filter((name) => !types.has(name)).map(resolve);
  return { path, text, syntax, imports: specifiers.map(resolve), loads };
}

/** Whether the import or export is gone once types are stripped. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

const allFiles = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(readSource);
const files = allFiles.filter((file) => !file.path.endsWith('.test.ts') && !file.path.endsWith('.generated.ts'));

/** Everything the product or a tool of this repository loads; the rest helps tests, and the limits of tests hold. */
const production = reachable([
  ...ENTRIES,
  ...['tools', 'bench'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => readSource(join('..', folder, path)).imports),
  ),
]);

function reachable(from: readonly string[]): ReadonlySet<string> {
  const importsOf = new Map(files.map((file) => [file.path, file.imports]));
  const found = new Set<string>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(importsOf.get(next) ?? []));
  }
  return found;
}

/** The row a file belongs to: its own, its format's, its folder's. */
function layerOf(path: string): string {
  if (path in LAYERS || !path.includes('/')) return path;
  const [folder, next] = path.split('/');
  return folder === 'parsers' && next !== undefined && path.split('/').length > 2 ? 'parsers/*' : (folder ?? path);
}

function matches(pattern: string, target: string): boolean {
  if (pattern === '*') return true;
  if (pattern === 'parsers/*/index.ts') return /^parsers\/[^/]+\/index\.ts$/.test(target);
  return target === pattern || (!pattern.endsWith('.ts') && target.startsWith(`${pattern}/`));
}

/** Own folder: for a format the format's folder, never `parsers` as a whole. */
function isInside(path: string, target: string): boolean {
  const depth = path.startsWith('parsers/') ? 2 : 1;
  const own = path.split('/').slice(0, depth).join('/');
  return path.split('/').length > depth && target.startsWith(`${own}/`);
}

function layerViolations(file: SourceFile): readonly string[] {
  const allowed = LAYERS[layerOf(file.path)] ?? [];
  return file.imports
    .filter((target) => target.endsWith('.ts') && !isInside(file.path, target))
    .filter((target) => !allowed.some((pattern) => matches(pattern, target)))
    .map((target) => `${file.path} imports ${target}`);
}

describe('layers', () => {
  it('has a row for every part of src, and something in src for every row', () => {
    const parts = [...new Set(files.map((file) => layerOf(file.path)))].sort();
    expect(parts).toEqual(Object.keys(LAYERS).sort());
  });

  it('is the table in CONTRIBUTING.md', () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const table = text.slice(text.indexOf('| part | may import |')).split('\n\n')[0] ?? '';
    const written = table.split('\n').slice(2);
    const rows = Object.entries(LAYERS).map(([part, allowed]) => {
      const names = allowed.map((name) => (name === '*' ? 'everything' : `\`${name}\``));
      return `| \`${part}\` | ${names.join(', ') || 'nothing'} |`;
    });
    expect(written).toEqual(rows);
  });

  it('names only what exists', () => {
    const named = [...Object.values(LAYERS).flat(), ...Object.values(ONLY_IMPORTER)];
    const missing = named.filter((name) => !name.includes('*') && !existsSync(join(src, name)));
    expect(missing).toEqual([]);
  });

  it('imports only along the table', () => {
    expect(files.flatMap(layerViolations)).toEqual([]);
  });

  it('refuses what the table does not allow', () => {
    const wrong = (path: string, target: string) =>
      layerViolations({ ...readSource('model/value.ts'), path, imports: [target] });
    expect(wrong('model/value.ts', 'budget/spend-steps.ts')).toHaveLength(1);
    expect(wrong('parsers/terraform/index.ts', 'parsers/dockerfile/index.ts')).toHaveLength(1);
    expect(wrong('gate/decide-verdict.ts', 'reporters/json/index.ts')).toHaveLength(1);
    expect(wrong('parsers/terraform/index.ts', 'parsers/terraform/syntax/ast.ts')).toHaveLength(0);
  });

  it('loads no file in a circle', () => {
    expect(findCycle(new Map(files.map((file) => [file.path, file.loads])))).toEqual([]);
    const circular: readonly (readonly [string, readonly string[]])[] = [
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ];
    expect(findCycle(new Map(circular))).toEqual(['b', 'c', 'b']);
  });

  it('imports each guarded package in one place', () => {
    const strays = files.flatMap((file) =>
      file.imports
        .filter((name) => name in ONLY_IMPORTER && !file.path.startsWith(ONLY_IMPORTER[name] ?? ''))
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(strays).toEqual([]);
  });
});

/** First cycle found, depth first; iterative, because long chains are normal. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const path: { readonly name: string; at: number }[] = [{ name: start, at: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (top === undefined) break;
      const next = graph.get(top.name)?.[top.at];
      top.at += 1;
      if (next === undefined) {
        done.add(top.name);
        path.pop();
      } else if (path.some((step) => step.name === next)) {
        const names = path.map((step) => step.name);
        return [...names.slice(names.indexOf(next)), next];
      } else if (graph.has(next) && !done.has(next)) path.push({ name: next, at: 0 });
    }
  }
  return [];
}

describe('who may do what', () => {
  const only = (pattern: RegExp, allowed: (path: string) => boolean) =>
    files.filter((file) => pattern.test(file.text) && !allowed(file.path)).map((file) => file.path);

  it('reads the environment only in the entries', () => {
    expect(only(/\bprocess\.(?:env|argv)\b/, (path) => ENTRIES.includes(path))).toEqual([]);
  });

  it('sets an exit code only in the entries', () => {
    expect(only(/\bprocess\.(?:exit|exitCode|abort)\b/, (path) => ENTRIES.includes(path))).toEqual([]);
  });

  it('starts no process outside of source/', () => {
    expect(only(/from 'node:child_process'/, (path) => path.startsWith('source/'))).toEqual([]);
  });

  it('reads no clock below the command line', () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/;
    expect(only(clock, (path) => path.startsWith('command-line/') || ENTRIES.includes(path))).toEqual([]);
  });

  it('has no randomness below the command line', () => {
    const random = /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/;
    expect(only(random, (path) => /^(?:command-line|files)\//.test(path))).toEqual([]);
  });
});

describe('house rules', () => {
  const linesOf = (text: string) => text.trimEnd().split('\n').length;

  it('keeps source files within 400 lines and test files within 600', () => {
    const long = allFiles
      .filter((file) => !file.path.endsWith('.generated.ts'))
      .filter((file) => linesOf(file.text) > (production.has(file.path) ? 400 : 600))
      .map((file) => `${file.path}: ${linesOf(file.text)} lines`);
    expect(long).toEqual([]);
  });

  it('shows the whole job in under 100 lines', () => {
    expect(linesOf(readSource('check-pull-request.ts').text)).toBeLessThan(100);
  });

  it('appends lists item by item where input decides their length: a spread overflows the stack', () => {
    const judged = /^(?:model|budget|documents|dictionary|parsers|source|config|rule-engine|analysis|gate|fixes)\//;
    const spread = [...production]
      .filter(
        (path) =>
          judged.test(path) && /\.(?:push|unshift)\(\s*\.\.\.|Math\.(?:max|min)\(\s*\.\.\./.test(readSource(path).text),
      )
      .filter((path) => !Object.hasOwn(BOUNDED_SPREADS, path));
    expect(spread).toEqual([]);
  });

  it('says in a header what each file is', () => {
    const bare = files.filter((file) => !/^(?:#!.*\n)?\/(?:\*\*|\/)/.test(file.text)).map((file) => file.path);
    expect(bare).toEqual([]);
  });

  it('names files in kebab-case and no folder after nothing', () => {
    const odd = allFiles
      .map((file) => file.path)
      .filter(
        (path) =>
          !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.generated)?\.ts$/.test(path) ||
          path.split('/').some((part) => FORBIDDEN_FOLDERS.has(part)),
      );
    expect(odd).toEqual([]);
  });

  it('exports one function or class per file, named after the file', () => {
    const wrong = files.filter((file) => !(file.path in OTHER_EXPORTS)).flatMap(describeOtherExports);
    expect(wrong).toEqual([]);
  });

  it('lists an exception only where it still is one', () => {
    const stale = Object.keys(OTHER_EXPORTS).filter((path) => {
      const file = files.find((candidate) => candidate.path === path);
      return file === undefined || describeOtherExports(file).length === 0;
    });
    expect(stale).toEqual([]);
  });
});

/** What is wrong with what a file exports; manifests and what only tests load may export what they like. */
function describeOtherExports({ path, syntax }: SourceFile): readonly string[] {
  if (!production.has(path) || path.endsWith('/index.ts')) return [];
  const names = exportedCode(syntax);
  const expected = camelCase(path.replace(/^.*\/|\.ts$/g, ''));
  if (names.length === 0 || (names.length === 1 && names[0]?.toLowerCase() === expected.toLowerCase())) return [];
  return [`${path} exports ${names.join(', ')}, not ${expected}`];
}

/** Names of exported functions and classes; types, interfaces and constants may accompany them. */
function exportedCode(syntax: ts.SourceFile | undefined): readonly string[] {
  const isExported = (node: ts.Node) =>
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) === true;
  const isCode = (value: ts.Expression | undefined) =>
    value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
  return (syntax?.statements ?? ([] as readonly ts.Statement[])).filter(isExported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name?.text ?? ''];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter((declaration) => isCode(declaration.initializer))
      .map((declaration) => declaration.name.getText());
  });
}

function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
