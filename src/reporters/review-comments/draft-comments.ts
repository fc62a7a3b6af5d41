/**
 * Which causes share a comment, where each comment stands, and which fix is its suggestion: no two comments on one line,
 * no two suggestions for one line. What is left over is named. Words are made elsewhere.
 */
import { locateFinding, type Spot } from './locate-finding.ts';
import type { RootCause } from '../group-root-causes.ts';
import type { ReviewedFiles } from './reviewed-files.ts';
import { type Suggestion, suggestLines } from './suggest-lines.ts';

export interface Draft {
  readonly spot: Spot;
  /** The worst first; at least one. */
  readonly causes: readonly RootCause[];
  /** What the comment offers to apply; its lines are then where the comment stands. */
  readonly suggestion?: Suggestion;
  /** The causes that the suggestion fixes. */
  readonly fixed: ReadonlySet<RootCause>;
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly rest: readonly RootCause[];
}

/** Causes that one comment speaks of; more of them on one line are a list, which the summary has. */
const MOST_CAUSES = 10;

/** Causes a place is looked for; the comments are full long before, and each look walks through a block. */
const MOST_PLACED = 200;

interface OpenDraft {
  readonly spot: Spot;
  readonly causes: RootCause[];
  suggestion?: Suggestion;
  readonly fixed: Set<RootCause>;
}

/** At most `max` drafts, in the order of their first causes. */
export function draftComments(causes: readonly RootCause[], files: ReviewedFiles, max: number): Drafts {
  const drafts: OpenDraft[] = [];
  const placed = causes.slice(0, MOST_PLACED);
  const rest: RootCause[] = [];
  for (const cause of placed) {
    const { change, finding } = cause.first;
    const suggestion = suggestLines(change.patch, files);
    const spot = locateFinding(change, finding, files) ?? (suggestion && spotOf(suggestion));
    const draft = spot && (findDraft(drafts, spot, suggestion) ?? openDraft(drafts, spot, max));
    if (draft === undefined || draft.causes.length >= MOST_CAUSES) rest.push(cause);
    else addCause(draft, cause, suggestion, drafts);
  }
  return { drafts: drafts.map(standAtSuggestion), rest: [...rest, ...causes.slice(MOST_PLACED)] };
}

/** The one that already offers the same, else one that starts where this would: at its line, or at its fix. */
function findDraft(
  drafts: readonly OpenDraft[],
  spot: Spot,
  suggestion: Suggestion | undefined,
): OpenDraft | undefined {
  const same = drafts.find((draft) => draft.suggestion && suggestion && isSame(draft.suggestion, suggestion));
  const wanted = [spot, ...(suggestion ? [spotOf(suggestion)] : [])].map(keyOf);
  return (
    same ??
    drafts.find((draft) => [draft.spot, standAtSuggestion(draft).spot].map(keyOf).some((key) => wanted.includes(key)))
  );
}

function openDraft(drafts: OpenDraft[], spot: Spot, max: number): OpenDraft | undefined {
  if (drafts.length >= max) return undefined;
  const draft: OpenDraft = { spot, causes: [], fixed: new Set() };
  drafts.push(draft);
  return draft;
}

function addCause(
  draft: OpenDraft,
  cause: RootCause,
  suggestion: Suggestion | undefined,
  drafts: readonly OpenDraft[],
): void {
  draft.causes.push(cause);
  if (suggestion === undefined) return;
  const isFree = drafts.every((other) => other.suggestion === undefined || !overlaps(other.suggestion, suggestion));
  // The first cause leads the comment to its fix; a later one must not take it away from there.
  const isHere = draft.causes.length === 1 || covers(suggestion, draft.spot);
  if (draft.suggestion === undefined && isFree && isHere) draft.suggestion = suggestion;
  if (draft.suggestion && isSame(draft.suggestion, suggestion)) draft.fixed.add(cause);
}

function covers({ path, startLine, endLine }: Suggestion, { path: at, place }: Spot): boolean {
  if (path !== at || place.kind !== 'lines' || place.side !== 'RIGHT') return false;
  return startLine <= (place.startLine ?? place.line) && place.line <= endLine;
}

function overlaps(a: Suggestion, b: Suggestion): boolean {
  return a.path === b.path && a.startLine <= b.endLine && b.startLine <= a.endLine;
}

function isSame(a: Suggestion, b: Suggestion): boolean {
  const isPlace = a.path === b.path && a.startLine === b.startLine && a.endLine === b.endLine;
  return isPlace && a.lines.length === b.lines.length && a.lines.every((line, index) => line === b.lines[index]);
}

/** A comment of several lines is shown below the last; two that start together are about the same. */
function keyOf({ path, place }: Spot): string {
  if (place.kind === 'file') return `file\0${path}`;
  return [place.side, place.startLine ?? place.line, path].join('\0');
}

function spotOf({ path, startLine, endLine }: Suggestion): Spot {
  const lines = startLine === endLine ? { line: endLine } : { startLine, line: endLine };
  return { path, place: { kind: 'lines', side: 'RIGHT', ...lines } };
}

function standAtSuggestion({ spot, causes, suggestion, fixed }: OpenDraft): Draft {
  if (suggestion === undefined) return { spot, causes, fixed };
  return { spot: spotOf(suggestion), causes, suggestion, fixed };
}
