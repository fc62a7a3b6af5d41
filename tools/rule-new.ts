/**
 * `npm run rule:new <family>/<service>/<name> -- --resource <kind>`: a folder with a rule to fill in and fixtures that
 * fail until they are. Overwrites nothing.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import { suggestName } from '../src/rule-engine/suggest-name.ts';

const rules = join(import.meta.dirname, '../rules');
const PATH = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){2}$/;

function ruleTemplate(id: string, kind: string, property: string): string {
  return `id: ${id}
title: Say the defect in a few words
severity: medium
lifecycle: experimental
resource: ${kind}
fail_when: resource.${property} == "the value that is wrong"
message: "{name} does what it should not"
why: >-
  The attack, in plain words: who does what, and what they get.
fix: The smallest change that passes.
${patchTemplate(kind, property)}false_positives: When the finding is right about the text and wrong about the risk.
controls: []
mappings: {}
equivalents: {}
`;
}

/** Commented out: most rules have none, and it must name the block's type as the file does. */
function patchTemplate(kind: string, property: string): string {
  if (!kind.startsWith('AWS::')) return '';
  return `# patch: # where the fix is always the same edit; see docs/writing-rules.md
#   terraform:
#     aws_type_of_the_block:
#       - { set: argument, value: '"the value that is right"' }
#   cloudformation:
#     ${kind}:
#       - { set: Properties.${property}, value: the value that is right }
`;
}

function fixtures(id: string, kind: string): Readonly<Record<string, string>> {
  const markers = (indent: string) => `${indent}# fail: ${id}\n${indent}# pass: ${id}\n`;
  if (kind.startsWith('Dockerfile::')) {
    return { 'fail/Dockerfile': `# fail: ${id}\nFROM scratch\n`, 'pass/Dockerfile': `# pass: ${id}\nFROM scratch\n` };
  }
  if (!kind.startsWith('AWS::')) return { 'main.tf': markers('') };
  const template = `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${markers('  ')}  Subject:\n    Type: ${kind}\n`;
  return { 'main.tf': markers(''), 'template.yaml': template };
}

function makeRule(path: string, kind: string): string {
  if (!PATH.test(path)) return 'the path is <family>/<service>/<name>, lower-case words joined by "-"';
  const { kinds } = readDictionaryFolder(join(rules, 'dictionary'));
  const definition = kinds.get(kind);
  if (definition === undefined) {
    const near = suggestName(kind, [...kinds.keys()]);
    return `the dictionary has no kind ${kind}${near === undefined ? '' : `; did you mean ${near}?`}`;
  }
  const folder = join(rules, 'checks', path);
  if (existsSync(folder)) return `rules/checks/${path} is there already`;
  const id = path.replaceAll('/', '-');
  const strings = Object.entries(definition.properties).filter(([, type]) => type.type === 'string');
  const property = strings[0]?.[0] ?? Object.keys(definition.properties)[0] ?? 'Name';
  const files = { 'rule.yaml': ruleTemplate(id, kind, property), ...fixtures(id, kind) };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  console.log(`rules/checks/${path}: fill in ${Object.keys(files).join(', ')}, then npx vitest run test/rules.test.ts`);
  return '';
}

const { values, positionals } = parseArgs({
  options: { resource: { type: 'string' } },
  allowPositionals: true,
  strict: true,
});
const [path] = positionals;
const problem =
  path === undefined || values.resource === undefined
    ? 'usage: npm run rule:new <family>/<service>/<name> -- --resource <kind>'
    : makeRule(path, values.resource);
if (problem !== '') {
  console.error(problem);
  process.exitCode = 2;
}
