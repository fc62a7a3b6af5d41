/**
 * Carries out the steps of a rule's patch on one resource of a template. Each step works on the text the one before
 * it left, read again, so that steps may build on each other.
 */
import { LineIndex } from '../../documents/line-index.ts';
import type { MapNode } from '../../documents/document-node.ts';
import type { CloudformationStep } from '../../rule-engine/rule-schema.ts';
import { type EditableTemplate, readEditableTemplate } from './read-editable-template.ts';
import { onlyEntry } from './only-entry.ts';
import { renderScalar } from './render-scalar.ts';
import { replaceScalar } from './replace-scalar.ts';
import { setProperty } from './set-property.ts';

export interface TemplateEdit {
  readonly logicalId: string;
  readonly type: string;
  /** What the finding points at, where that is in this file. */
  readonly place: { readonly start: number; readonly end: number } | undefined;
  readonly steps: readonly CloudformationStep[];
}

/** The edited text; undefined where one step is not certain. */
export function editTemplate(text: string, edit: TemplateEdit): string | undefined {
  let edited: string | undefined = text;
  for (const step of edit.steps) {
    if (edited === undefined) return undefined;
    edited = runStep(edited, step, edit, edited === text);
  }
  return edited;
}

function runStep(text: string, step: CloudformationStep, edit: TemplateEdit, isFirst: boolean): string | undefined {
  const template = readEditableTemplate(text);
  const resource = template && resourceOf(template, edit);
  if (template === undefined || resource === undefined) return undefined;
  const { syntax } = template;
  if ('set' in step) {
    const place = { text, syntax, unit: unitOf(text, template, edit.logicalId) };
    return setProperty(place, resource, { path: step.set.split('.'), value: step.value });
  }
  if (edit.place === undefined || !isFirst) return undefined;
  const value = renderScalar(step.value, syntax);
  return replaceScalar(text, resource, { place: edit.place, name: step.replace, value });
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
