/**
 * A rule's patch for one finding, from the text of the file it edits. Certain or nothing: what comes from a variable,
 * another file or a generator is not edited. Whether the edit makes the rule pass is not asked here.
 */
import type { Finding } from '../model/finding.ts';
import type { Location, Range } from '../model/location.ts';
import type { Patch } from '../model/patch.ts';
import type { Resource } from '../model/resource.ts';
import type { RuleDefinition } from '../rule-engine/rule-schema.ts';
import { editTemplate } from './cloudformation/edit-template.ts';
import { isGenerated } from './is-generated.ts';
import { splitLines } from './split-lines.ts';
import { editTerraform } from './terraform/edit-terraform.ts';
import { toEdits } from './to-edits.ts';

export interface PatchRequest {
  readonly finding: Finding;
  readonly resource: Resource;
  readonly patch: NonNullable<RuleDefinition['patch']>;
  /** Of the files the resource stands in. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A block of the resource: its own, or one folded into it. */
interface Place {
  readonly path: string;
  readonly type: string;
  readonly label: string;
}

/** The patch; undefined where there is none that is certain. */
export function proposePatch(request: PatchRequest): Patch | undefined {
  const { format } = request.resource;
  if (format === 'terraform') return proposeTerraform(request);
  return format === 'cloudformation' ? proposeCloudformation(request) : undefined;
}

function proposeTerraform({ finding, resource, patch, texts }: PatchRequest): Patch | undefined {
  const places = listPlaces(resource);
  for (const [type, steps] of Object.entries(patch.terraform ?? {})) {
    const found = places.filter((place) => place.type === type);
    const [place] = found;
    if (place === undefined) continue;
    const text = found.length === 1 && isNativeSource(place.path) ? texts.get(place.path) : undefined;
    if (text === undefined) return undefined;
    const span = place.path === finding.anchor.path ? spanOf(text, finding.anchor.range) : undefined;
    return finish(place.path, text, editTerraform(text, { block: place, place: span, steps }));
  }
  return undefined;
}

/** Override files replace parts of blocks that stand elsewhere. */
function isNativeSource(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.(?:tf|tofu)$/.test(name) && !/(?:^|_)override\.(?:tf|tofu)$/.test(name);
}

function listPlaces({ address, location, foldedFrom }: Resource): readonly Place[] {
  const places = new Map<string, Place>();
  for (const each of [{ address, location }, ...foldedFrom]) {
    const place = placeOf(each.address, each.location);
    if (place !== undefined) places.set([place.path, place.type, place.label].join('\0'), place);
  }
  return [...places.values()];
}

/** Type and label at the end of an address, whatever modules and instance keys stand around them. */
function placeOf(address: string, { path }: Location): Place | undefined {
  const block = address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*"|\*)\]$/, '');
  const [type, label] = block.split('.').slice(-2);
  return type === undefined || label === undefined ? undefined : { path, type, label };
}

function proposeCloudformation({ finding, resource, patch, texts }: PatchRequest): Patch | undefined {
  const steps = patch.cloudformation?.[resource.sourceType];
  const { path } = resource.location;
  const text = texts.get(path);
  if (steps === undefined || text === undefined) return undefined;
  const place = path === finding.anchor.path ? spanOf(text, finding.anchor.range) : undefined;
  const { address: logicalId, sourceType: type } = resource;
  return finish(path, text, editTemplate(text, { logicalId, type, place, steps }));
}

function finish(path: string, before: string, after: string | undefined): Patch | undefined {
  if (after === undefined || after === before || isGenerated(path, before)) return undefined;
  return { path, edits: toEdits(before, after) };
}

/** Offsets of a range. */
function spanOf(text: string, range: Range): { readonly start: number; readonly end: number } {
  const starts: number[] = [0];
  for (const { text: line, end } of splitLines(text)) starts.push((starts.at(-1) ?? 0) + line.length + end.length);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  return { start: offset(range.startLine, range.startColumn), end: offset(range.endLine, range.endColumn) };
}
