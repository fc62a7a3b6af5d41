/**
 * What the documentation says must be true of this tree: commands parse, options are told and exist, paths and links
 * lead somewhere, YAML examples are valid, and the README's waiver holds for the sample it is written for.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { changeKind } from '../src/command-line/change-kind.ts';
import { COMMANDS } from '../src/command-line/commands.ts';
import { parseArguments } from '../src/command-line/parse-arguments.ts';
import { validatePolicyFile } from '../src/config/validate-policy-file.ts';
import { matchWildcard } from '../src/rule-engine/functions/match-wildcard.ts';
import { readMarkers } from './rule-fixtures/read-markers.ts';
import { runDirectories, testPack } from './run-directories.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts;

const names = readdirSync(join(root, 'docs'), { encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', ...names.map((name) => `docs/${name}`)].map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, prose: text.replaceAll(/^```.*?^```$/gms, '') };
});

/** Contents of the fenced blocks of a language. */
function blocks(text: string, language: string): readonly string[] {
  const found = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return Array.from(found, ([, body = '']) => body);
}

/** Contents of the code spans outside of blocks. */
function codeSpans(prose: string): readonly string[] {
  return Array.from(prose.matchAll(/`([^`\n]+)`/g), ([, code = '']) => code);
}

const commandLines = pages
  .flatMap(({ text }) => blocks(text, 'sh'))
  .flatMap((block) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => /^(?:npx )?threatdiff\b/.test(line));

const yamlBlocks = pages.flatMap(({ path, text }) => blocks(text, 'yaml').map((body) => ({ path, body })));

describe('commands', () => {
  it.each([...new Set(commandLines)])('%s', (line) => {
    const [, ...words] = line.replace(/^npx /, '').split(/\s+/);
    const [first] = COMMANDS;
    const named = COMMANDS.find(({ name }) => name === words[0]);
    const command = named ?? first;
    if (command === undefined) throw new Error('there is no command');
    const args = parseArguments(named === undefined ? words : words.slice(1), command);
    if (command.name === 'diff') expect(['repository', 'directories', 'inputs']).toContain(changeKind(args));
  });

  it('are all in the README, with an example or a row', () => {
    const missing = COMMANDS.filter(({ name }) => !readme.includes(`| \`threatdiff ${name}\` |`));
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(commandLines.length).toBeGreaterThan(COMMANDS.length);
  });
});

describe('options', () => {
  const known = new Set([...COMMANDS.flatMap(({ options }) => options.map(({ name }) => name)), 'help', 'version']);
  const told = pages
    .flatMap(({ prose }) => codeSpans(prose))
    .filter((code) => /^(?:--|threatdiff .*--)[a-z]/.test(code));

  it('are all told, with the name of their value', () => {
    const spans = new Set(codeSpans(readme));
    const written = COMMANDS.flatMap(({ options }) =>
      options.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name} ${value.split('|')[0]}`)),
    );
    expect([...new Set(written)].filter((option) => !spans.has(option))).toEqual([]);
  });

  it('are told only where there are such', () => {
    const unknown = told.flatMap((code) => Array.from(code.matchAll(/--([a-z-]+)/g), ([, name = '']) => name));
    expect(unknown.filter((name) => !known.has(name) && !OF_TOOLS.has(name))).toEqual([]);
    expect(told.length).toBeGreaterThan(10);
  });
});

/** Options of this repository's own scripts, and of `docker run`. */
const OF_TOOLS: ReadonlySet<string> = new Set(['check', 'read-only', 'tmpfs', 'cap-drop']);

describe.each(pages)('$path', ({ path, text, prose }) => {
  it('links to what is there', () => {
    const targets = Array.from(prose.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target.split('#')[0] ?? '');
    const relative = targets.filter((target) => target !== '' && !/^[a-z]+:/.test(target));
    expect(relative.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
  });

  it('names files that are there', () => {
    const paths = codeSpans(prose).filter((code) => /^(?:src|docs|test|tools|rules|bench|\.ci)\/[\w./-]*$/.test(code));
    expect(paths.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it('names scripts that are there', () => {
    const run = Array.from(text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:]*)/g), ([, name = '']) => name);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });
});

interface Example {
  readonly version?: number;
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly waivers?: readonly { readonly rule: string }[];
}

describe('YAML examples', () => {
  const isExpectation = (body: string) => Array.isArray(parse(body));

  it.each(yamlBlocks)('$path: $body', ({ body }) => {
    if (isExpectation(body)) {
      expect(readMarkers('expected.yaml', body)).not.toEqual([]);
      return;
    }
    const name = (parse(body) as Example).waivers === undefined ? 'threatdiff.yml' : 'threatdiff-waivers.yml';
    expect(validatePolicyFile(body, `.github/${name}`)).toEqual([]);
  });

  it('name rules that are there', () => {
    const ids = testPack().rules.map(({ definition }) => definition.id);
    const patterns = yamlBlocks.flatMap(({ body }) => {
      const example = parse(body) as Example | readonly { readonly rule: string }[];
      if (Array.isArray(example)) return (example as readonly { readonly rule: string }[]).map(({ rule }) => rule);
      const { rules = {}, waivers = [] } = example as Example;
      return [...Object.keys(rules), ...waivers.map(({ rule }) => rule)];
    });
    expect(patterns.length).toBeGreaterThan(2);
    expect(patterns.filter((pattern) => !ids.some((id) => matchWildcard(pattern, id)))).toEqual([]);
  });

  it('include a waiver that holds for the sample pull request', async () => {
    const waivers = blocks(readme, 'yaml').find((body) => (parse(body) as Example).waivers !== undefined) ?? '';
    const policy = mkdtempSync(join(tmpdir(), 'threatdiff-readme-'));
    writeFileSync(join(policy, 'threatdiff-waivers.yml'), waivers);
    const shop = join(root, 'test/golden/shop');
    const { report } = await runDirectories({ before: join(shop, 'base'), after: join(shop, 'head'), policy });
    rmSync(policy, { recursive: true });
    const [entry] = (parse(waivers) as { waivers: { rule: string; evidence: string; address: string }[] }).waivers;
    const accepted = report.changes.find(({ decision }) => decision === 'waived')?.after;
    const wanted = report.changes.filter(
      ({ after }) => after?.ruleId === entry?.rule && after?.address === entry?.address,
    );
    const hashes = wanted.map(({ after }) => after?.evidence.hash ?? '').join(', ');
    expect(accepted?.evidence.hash, `the evidence of the finding is now one of ${hashes}`).toMatch(
      new RegExp(`^${entry?.evidence}`),
    );
  });
});
