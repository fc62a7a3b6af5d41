/**
 * Macros may rewrite anything, so a template with one is not what is deployed: each is a Problem, and those that are
 * not AWS's own are external inputs. The serverless transform touches only its own resources, which are said singly.
 */
import type { DocumentNode } from '../../documents/document-node.ts';
import { entryOf } from '../../documents/entry-of.ts';
import type { ExternalInput } from '../../model/unit.ts';
import type { Template } from './template.ts';
import type { TemplateSession } from './template-session.ts';

/**
 * These add functions or rewrite resources of their own kind, which are said where they stand: every other resource
 * is deployed as written.
 */
const CONFINED: ReadonlySet<string> = new Set(['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions']);
const INCLUDE = 'AWS::Include';

/** Reports the transforms at the top and every `Fn::Transform` below it. Walks each node once. */
export function reportTransforms(template: Template, session: TemplateSession): void {
  for (const { name, node } of template.transforms) {
    if (!CONFINED.has(name)) reportTransform(name, node, session);
  }
  const { resources, mappings, conditions, parameters } = template;
  const seen = new Set<DocumentNode>();
  const work: Work[] = [];
  for (const section of [resources, mappings, conditions, parameters]) {
    for (const [name, { key, value }] of section) {
      session.address = '';
      if (name === 'Fn::Transform') reportTransform(nameOf(value), { ...value, start: key.start }, session);
      work.push({ node: value, address: section === resources ? name : '' });
    }
  }
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (next.node.type === 'scalar' || seen.has(next.node)) continue;
    seen.add(next.node);
    reportInside(next.node, next.address, session);
    const children = next.node.type === 'map' ? next.node.entries.map((entry) => entry.value) : next.node.items;
    for (const child of children) work.push({ node: child, address: next.address });
  }
  session.address = '';
}

interface Work {
  readonly node: DocumentNode;
  readonly address: string;
}

function reportInside(node: DocumentNode, address: string, session: TemplateSession): void {
  session.address = address;
  if (node.tag === '!Transform') reportTransform(nameOf(node), node, session);
  const inner = entryOf(node, 'Fn::Transform');
  if (inner !== undefined) reportTransform(nameOf(inner.value), inner.value, session);
}

function reportTransform(name: string, node: DocumentNode, session: TemplateSession): void {
  const message = `Transform ${JSON.stringify(name)} may rewrite the template; what it makes is not evaluated`;
  session.report('template-not-evaluated', 'not-evaluated', message, node);
  const input = externalInput(name, node, session);
  if (input !== undefined) session.externalInputs.push(input);
}

function externalInput(name: string, node: DocumentNode, session: TemplateSession): ExternalInput | undefined {
  const place = { address: session.address, location: session.locationOf(node) };
  if (name === INCLUDE) {
    const location = entryOf(entryOf(node, 'Parameters')?.value, 'Location')?.value;
    const source = location?.type === 'scalar' ? location.text : INCLUDE;
    return { kind: 'template', source, ...place };
  }
  return name.startsWith('AWS::') ? undefined : { kind: 'macro', source: name, ...place };
}

function nameOf(node: DocumentNode): string {
  const name = entryOf(node, 'Name')?.value;
  return name?.type === 'scalar' ? name.text : 'Fn::Transform';
}
