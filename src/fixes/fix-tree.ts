/**
 * Applies every mechanical fix of a change to its head, in memory: patches that overlap come one round after another,
 * each made for the text the last round left. Writes nothing; what it hands back was checked as a whole.
 */
import type { FindingChange } from '../model/change.ts';
import type { Patch } from '../model/patch.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../source/snapshot.ts';
import { applyPatches } from './apply-patches.ts';
import { editsOverlap } from './edits-overlap.ts';
import { OverlaySnapshot } from './overlay-snapshot.ts';
import { readHeadTexts } from './read-head-texts.ts';

export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface FixedTree {
  /** Sorted by path. */
  readonly files: readonly FixedFile[];
  readonly fixed: readonly FindingChange[];
  /** Of the head with every fix in it. */
  readonly report: Report;
  /** More could be fixed than one run does. */
  readonly isCut: boolean;
}

const MOST_ROUNDS = 20;

/** @param check the whole job on this head; its patches are those that are wanted */
export async function fixTree(head: Snapshot, check: (head: Snapshot) => Promise<Report>): Promise<FixedTree> {
  const files = new Map<string, FixedFile>();
  const fixed: FindingChange[] = [];
  let report = await check(head);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = choosePatches(report.changes);
    if (chosen.patches.length === 0) return finish(files, fixed, report, false);
    const snapshot = overlay(head, files);
    const texts = await readHeadTexts(snapshot, new Set(chosen.patches.map(({ path }) => path)));
    const patched = applyPatches(chosen.patches, texts);
    if (patched === undefined) return finish(files, fixed, report, false);
    for (const [path, after] of patched) {
      files.set(path, { path, before: files.get(path)?.before ?? texts.get(path) ?? '', after });
    }
    for (const change of chosen.changes) fixed.push(change);
    report = await check(overlay(head, files));
  }
  return finish(files, fixed, report, choosePatches(report.changes).patches.length > 0);
}

function finish(
  files: ReadonlyMap<string, FixedFile>,
  fixed: readonly FindingChange[],
  report: Report,
  isCut: boolean,
): FixedTree {
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: sorted, fixed, report, isCut };
}

function overlay(head: Snapshot, files: ReadonlyMap<string, FixedFile>): Snapshot {
  if (files.size === 0) return head;
  return new OverlaySnapshot(head, new Map([...files].map(([path, { after }]) => [path, after])));
}

/** Patches that can be applied together, and every change that one of them fixes. */
function choosePatches(changes: readonly FindingChange[]): {
  readonly patches: readonly Patch[];
  readonly changes: readonly FindingChange[];
} {
  const chosen = new Map<string, Patch>();
  const fixed: FindingChange[] = [];
  for (const change of changes) {
    const { patch } = change;
    if (patch === undefined) continue;
    const key = JSON.stringify(patch);
    const isFree = [...chosen.values()].every((other) => !editsOverlap(other, patch));
    if (isFree) chosen.set(key, patch);
    if (chosen.has(key)) fixed.push(change);
  }
  return { patches: [...chosen.values()], changes: fixed };
}
