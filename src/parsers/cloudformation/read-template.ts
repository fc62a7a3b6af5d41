/**
 * Text to a template in sections. Chooses JSON or YAML by content, turns errors and disagreements of the document into
 * Problems, and keeps what is readable. May not evaluate anything.
 */
import { entryOf } from '../../documents/entry-of.ts';
import type { DocumentLimits, DocumentNode, MapNode, ParsedDocument } from '../../documents/document-node.ts';
import { parseJsonDocument } from '../../documents/parse-json-document.ts';
import { parseYamlDocument } from '../../documents/parse-yaml-document.ts';
import { recognizeTemplate } from './recognize-template.ts';
import type { Section, Template, TemplateEntry, Transform } from './template.ts';
import type { TemplateSession } from './template-session.ts';

/** Any of these at the top makes a text a template. */
const MARKS = ['Resources', 'AWSTemplateFormatVersion', 'Transform', 'Fn::Transform'];
const SECTIONS: ReadonlySet<string> = new Set([
  ...MARKS,
  ...['Conditions', 'Description', 'Globals', 'Hooks', 'Mappings', 'Metadata', 'Outputs', 'Parameters', 'Rules'],
]);
/** Sections whose content configures nothing. */
const PROSE: ReadonlySet<string> = new Set(['Description', 'Metadata']);
const MAX_ALIASES = 10_000;

/**
 * The template, and the Problems of its text in the session; undefined when there is no template in it. A broken text
 * that looks like a template is a Problem even where its sections cannot be found; a sound one without them is not ours.
 */
export function readTemplate(text: string, session: TemplateSession): Template | undefined {
  const { nesting, unitSteps } = session.limits;
  const parsed = parse(text, { maxDepth: nesting, maxNodes: unitSteps, maxAliases: MAX_ALIASES }, session);
  const templates = parsed.roots.filter((root) => root.type === 'map').filter(isTemplate);
  const [root] = templates;
  const looksLikeOne = text.includes('Resources') || recognizeTemplate(text);
  if (root !== undefined || looksLikeOne || parsed.errors.some((error) => error.kind === 'budget')) {
    reportDocument(parsed, session);
  }
  if (root === undefined) return undefined;
  for (const other of parsed.roots) {
    if (other.tag !== undefined) {
      session.report('impossible-value', 'not-evaluated', 'A tag stands in front of the whole template', other);
    }
    const message = 'A second document in a template: deployers differ on what they read';
    if (other !== root) session.report('template-not-evaluated', 'ambiguous', message, other);
  }
  return sectionsOf(templates, session);
}

/** A text that begins like JSON is JSON to CloudFormation; what only YAML can read, other tools may still deploy. */
function parse(text: string, limits: DocumentLimits, session: TemplateSession): ParsedDocument {
  if (!/^\s*[[{]/.test(text)) return parseYamlDocument(text, limits);
  const json = parseJsonDocument(text, limits);
  const error = json.errors.find((each) => each.kind === 'syntax');
  if (error === undefined) return json;
  const yaml = parseYamlDocument(text, limits);
  if (yaml.errors.length > 0 || yaml.roots.length === 0) return json;
  const message = `The text begins as JSON but only a YAML reader accepts it (${error.message})`;
  if (recognizeTemplate(text)) session.report('syntax-error', 'ambiguous', message, error);
  return yaml;
}

function isTemplate(root: MapNode): boolean {
  return root.entries.some((entry) => MARKS.includes(entry.key.text));
}

function reportDocument(parsed: ParsedDocument, session: TemplateSession): void {
  for (const error of parsed.errors) {
    const code = error.kind === 'budget' ? 'budget-exceeded' : 'syntax-error';
    session.report(code, 'not-evaluated', error.message, error);
  }
  const [root] = parsed.roots;
  const prose = root?.type === 'map' ? root.entries.filter((entry) => PROSE.has(entry.key.text)) : [];
  const silent = [...prose.map((entry) => entry.value), ...allowedValues(root)];
  for (const issue of parsed.issues) {
    const inProse = silent.some((node) => node.start <= issue.start && issue.end <= node.end);
    if (!inProse || issue.code !== 'ambiguous-scalar') session.report(issue.code, 'ambiguous', issue.message, issue);
  }
}

/** Lists of what a parameter may be: they constrain a value, and deploy nothing themselves. */
function allowedValues(root: DocumentNode | undefined): readonly DocumentNode[] {
  const parameters = root && entryOf(root, 'Parameters')?.value;
  if (parameters?.type !== 'map') return [];
  return parameters.entries.flatMap(({ value }) => entryOf(value, 'AllowedValues')?.value ?? []);
}

/** All documents of a stream are judged, as one template: which of them is deployed is not known. */
function sectionsOf(roots: readonly MapNode[], session: TemplateSession): Template {
  const sections = new Map<string, DocumentNode[]>();
  for (const { key, value } of roots.flatMap((root) => root.entries)) {
    const nodes = sections.get(key.text);
    if (nodes === undefined) sections.set(key.text, [value]);
    else nodes.push(value);
    if (!SECTIONS.has(key.text)) {
      const message = `Section ${JSON.stringify(key.text)} is not one of a template; it is not read`;
      session.report('template-not-evaluated', 'note', message, key);
    }
  }
  const section = (name: string): Section => sectionOf(sections.get(name) ?? [], name, session);
  return {
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources: section('Resources'),
    transforms: ['Transform', 'Fn::Transform'].flatMap((name) => (sections.get(name) ?? []).flatMap(transformsOf)),
  };
}

/**
 * Entries of a section by name. Of a name given twice the last one counts, as deployers read it; within one map that
 * is a Problem of the document already, across two it is one of the address.
 */
function sectionOf(nodes: readonly DocumentNode[], name: string, session: TemplateSession): Section {
  const entries = new Map<string, TemplateEntry>();
  const owners = new Map<string, number>();
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'scalar' && node.value === null) continue;
    if (node.type !== 'map') {
      session.report('impossible-value', 'not-evaluated', `Section ${name} is not a map`, node);
      continue;
    }
    for (const entry of node.entries) {
      const message = 'A name that an earlier part of the template gives as well';
      const owner = owners.get(entry.key.text) ?? index;
      owners.set(entry.key.text, index);
      if (owner !== index) session.report('duplicate-address', 'ambiguous', message, entry.key);
      entries.set(entry.key.text, entry);
    }
  }
  return entries;
}

/** `Transform` is a name, a map with `Name`, or a list of either. */
function transformsOf(node: DocumentNode): readonly Transform[] {
  const nodes = node.type === 'sequence' ? node.items : [node];
  return nodes.map((each) => ({ name: transformName(each), node: each }));
}

function transformName(node: DocumentNode): string {
  if (node.type === 'scalar') return node.text;
  const name = node.type === 'map' ? node.entries.findLast((entry) => entry.key.text === 'Name')?.value : undefined;
  return name?.type === 'scalar' ? name.text : 'Transform';
}
