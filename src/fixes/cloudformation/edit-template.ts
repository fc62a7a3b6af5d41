/**
 * Carries out the steps of a rule's patch on one resource of a template. Each step works on the text the one before
 * it left, read again, so that steps may build on each other.
 */
import { LineIndex } from '../../documents/line-index.ts';
import type { DocumentNode, MapNode } from '../../documents/document-node.ts';
import type { CloudformationStep } from '../../rule-engine/rule-schema.ts';
import { type EditableTemplate, readEditableTemplate } from './read-editable-template.ts';
import { onlyEntry } from './only-entry.ts';
import { renderScalar } from './render-scalar.ts';
import { replaceScalar } from './replace-scalar.ts';
import { type PropertyPlace, setProperty } from './set-property.ts';

export interface TemplateEdit {
  readonly logicalId: string;
  readonly type: string;
  /** What the finding points at, where that is in this file. */
  readonly place: { readonly start: number; readonly end: number } | undefined;
  readonly steps: readonly CloudformationStep[];
}

/** The edited text; undefined where one step is not certain. */
export function editTemplate(text: string, edit: TemplateEdit): string | undefined {
  const open = [...edit.steps];
  let edited: string | undefined = text;
  while (edited !== undefined && open.length > 0) {
    const resource = readResource(edited, edit);
    edited = resource && runNext(resource, open, edit, edited === text);
  }
  return edited;
}

interface ReadResource extends PropertyPlace {
  readonly resource: MapNode;
}

function readResource(text: string, edit: TemplateEdit): ReadResource | undefined {
  const template = readEditableTemplate(text);
  const resource = template && resourceOf(template, edit);
  if (template === undefined || resource === undefined) return undefined;
  return { text, syntax: template.syntax, unit: unitOf(text, template, edit.logicalId), resource };
}

/** Takes the next step out of `open`; where it makes a map, also the steps that put more into it. */
function runNext(
  place: ReadResource,
  open: CloudformationStep[],
  edit: TemplateEdit,
  isFirst: boolean,
): string | undefined {
  const step = open.shift();
  if (step === undefined) return place.text;
  if ('set' in step) {
    const path = step.set.split('.').slice(0, -1);
    const siblings = isMissing(place.resource, path) ? takeSiblings(path, open) : [];
    const values = [step, ...siblings].map(({ set, value }) => ({ name: set.split('.').at(-1) ?? '', value }));
    return setProperty(place, place.resource, { path, values });
  }
  if (edit.place === undefined || !isFirst) return undefined;
  const value = renderScalar(step.value, place.syntax);
  return replaceScalar(place.text, place.resource, { place: edit.place, name: step.replace, value });
}

function isMissing(resource: MapNode, path: readonly string[]): boolean {
  let node: DocumentNode | undefined = resource;
  for (const name of path) node = onlyEntry(node, name)?.value;
  return node === undefined;
}

type SetStep = Extract<CloudformationStep, { readonly set: string }>;

function takeSiblings(path: readonly string[], open: CloudformationStep[]): readonly SetStep[] {
  const prefix = `${path.join('.')}.`;
  const siblings: SetStep[] = [];
  for (let next = open[0]; next !== undefined && 'set' in next; next = open[0]) {
    if (!next.set.startsWith(prefix) || next.set.slice(prefix.length).includes('.')) break;
    siblings.push(next);
    open.shift();
  }
  return siblings;
}

function resourceOf({ root }: EditableTemplate, { logicalId, type }: TemplateEdit): MapNode | undefined {
  const resource = onlyEntry(onlyEntry(root, 'Resources')?.value, logicalId)?.value;
  const written = onlyEntry(resource, 'Type')?.value;
  const isWanted = written?.type === 'scalar' && written.tag === undefined && written.text === type;
  return isWanted && resource?.type === 'map' ? resource : undefined;
}

/** One level, as the resource indents its own keys below its name. */
function unitOf(text: string, { root }: EditableTemplate, logicalId: string): string {
  const entry = onlyEntry(onlyEntry(root, 'Resources')?.value, logicalId);
  const type = onlyEntry(entry?.value, 'Type');
  if (entry === undefined || type === undefined) return '  ';
  const index = new LineIndex(text);
  const outer = index.rangeOf(entry.key.start, entry.key.start);
  const inner = index.rangeOf(type.key.start, type.key.start);
  const line = text.slice(type.key.start - inner.startColumn + 1, type.key.start);
  const unit = line.slice(outer.startColumn - 1);
  return inner.startLine > outer.startLine && unit !== '' && unit.trim() === '' ? unit : '  ';
}
