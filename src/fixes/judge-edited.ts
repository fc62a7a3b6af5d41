/**
 * Whether patches did what they promise: their rules pass, every resource is still there, and nothing is found or
 * said that was not before. Compares two analyses; knows no file.
 */
import type { EditedAnalysis } from '../analysis/analyze-edited.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Problem } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import type { RuleResult } from '../model/rule-result.ts';
import type { PatchProposal } from './patch-proposal.ts';

export interface Judgement {
  /** Those whose rules pass. */
  readonly passing: readonly PatchProposal[];
  /** All of them pass, and nothing else is worse. */
  readonly isClean: boolean;
}

/** @param edited the units that read a patched file, analysed again with all of `proposals` applied */
export function judgeEdited(head: Analysis, edited: EditedAnalysis, proposals: readonly PatchProposal[]): Judgement {
  const outcomes = new Map<string, Set<string>>();
  for (const result of edited.results) {
    const key = keyOf(result);
    outcomes.set(key, (outcomes.get(key) ?? new Set()).add(result.outcome));
  }
  const passing = proposals.filter(({ results }) => {
    return results.every((result) => [...(outcomes.get(keyOf(result)) ?? [])].join() === 'pass');
  });
  const isHarmless = addsNothing(head, edited) && losesNothing(head, edited);
  return { passing, isClean: passing.length === proposals.length && isHarmless };
}

function addsNothing(head: Analysis, edited: EditedAnalysis): boolean {
  const isFinding = ({ outcome }: RuleResult): boolean => outcome !== 'pass';
  const findingKey = (result: RuleResult): string => `${keyOf(result)}\0${result.outcome}`;
  return (
    isWithin(edited.results.filter(isFinding).map(findingKey), head.results.filter(isFinding).map(findingKey)) &&
    isWithin(edited.problems.map(problemKey), head.problems.map(problemKey))
  );
}

/** Every resource of the units that were analysed again. */
function losesNothing(head: Analysis, edited: EditedAnalysis): boolean {
  const units = new Set(edited.resources.map(unitOf));
  const wanted = head.resources.filter((resource) => units.has(unitOf(resource)));
  return isWithin(wanted.map(resourceKey), edited.resources.map(resourceKey));
}

function unitOf({ format, unit, environment }: Resource): string {
  return [format, unit, environment].join('\0');
}

function resourceKey(resource: Resource): string {
  return [unitOf(resource), resource.kind, resource.address, resource.presence].join('\0');
}

/** Whether no text stands more often in `part` than in `whole`. */
function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  const left = new Map<string, number>();
  for (const text of whole) left.set(text, (left.get(text) ?? 0) + 1);
  return part.every((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
}

function keyOf({ ruleId, unit, environment, address, discriminator }: RuleResult): string {
  return [ruleId, unit, environment, address, discriminator].join('\0');
}

/** Without the place: lines move. */
function problemKey({ code, message, location, unit, address }: Problem): string {
  return [code, message, location?.path ?? '', unit ?? '', address ?? ''].join('\0');
}
