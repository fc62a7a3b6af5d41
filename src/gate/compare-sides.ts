/**
 * The difference between two analysed sides: which findings are new, updated, unchanged, fixed; which of the new ones
 * undo a control; which resources moved. Decides nothing about blocking.
 */
import type { BaselineState, Move } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Outcome } from '../model/rule-result.ts';
import type { ComparedSide } from './compared-side.ts';
import { findPreviousPlace } from './find-previous-place.ts';
import { type FindingPair, matchFindings } from './match-findings.ts';
import { ResourceIndex } from './resource-index.ts';

/** A finding's change before policy has judged it. */
export interface ComparedFinding {
  readonly baselineState: BaselineState;
  readonly before?: Finding;
  readonly after?: Finding;
  readonly regression: boolean;
  /** What the rule said about the same resource before, where it applied. */
  readonly outcomesBefore?: ReadonlySet<Outcome>;
  readonly moved?: Move;
}

/** Compares one before with the after. Sorted by nothing; the caller sorts. */
export function compareSides(before: ComparedSide, after: ComparedSide): readonly ComparedFinding[] {
  const exact = matchFindings(before.findings, after.findings, (finding) => finding.fingerprint);
  const moves = new Map<Finding, Move>();
  for (const finding of exact.onlyAfter) {
    const move = moveOf(finding, before, after);
    if (move !== undefined) moves.set(finding, move);
  }
  const movedKey = (finding: Finding): string => {
    const move = moves.get(finding);
    // Another unit may be another account: what was accepted there was not accepted here.
    const { unit, address } =
      move?.fromUnit === finding.unit ? { unit: move.fromUnit, address: move.fromAddress } : finding;
    return [finding.ruleId, unit, address, finding.environment, finding.discriminator].join('\0');
  };
  const moved = matchFindings(exact.onlyBefore, exact.onlyAfter, movedKey);
  return [
    ...[...exact.pairs, ...moved.pairs].map((pair) => comparePair(pair, before, moves.get(pair.after))),
    ...moved.onlyAfter.map((finding) => describeNew(finding, { before, after }, moves.get(finding))),
    ...moved.onlyBefore.map((finding) => ({ baselineState: 'absent' as const, before: finding, regression: false })),
  ];
}

function moveOf(finding: Finding, before: ComparedSide, after: ComparedSide): Move | undefined {
  const key = keyOf(finding);
  if (before.resources.has(key)) return undefined;
  const resource = after.resources.get(key);
  return resource && findPreviousPlace(resource, finding.unit, before.resources, after.resources);
}

function comparePair(pair: FindingPair, before: ComparedSide, move: Move | undefined): ComparedFinding {
  const equal = pair.before.evidence.hash === pair.after.evidence.hash && pair.before.outcome === pair.after.outcome;
  const outcomesBefore = before.outcomes(pair.before.ruleId, keyOf(pair.before));
  return {
    baselineState: equal ? 'unchanged' : 'updated',
    ...pair,
    regression: false,
    ...(outcomesBefore && { outcomesBefore }),
    ...(move && { moved: move }),
  };
}

interface Sides {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
}

/** A new finding undoes a control when the rule passed on the same resource before, wherever that stood. */
function describeNew(finding: Finding, sides: Sides, move: Move | undefined): ComparedFinding {
  const unit = move?.fromUnit ?? finding.unit;
  const address = move?.fromAddress ?? finding.address;
  const outcomesBefore = outcomesOf(finding, { unit, address }, sides);
  return {
    baselineState: 'new',
    after: finding,
    regression: outcomesBefore?.has('pass') ?? false,
    ...(outcomesBefore && { outcomesBefore }),
    ...(move && { moved: move }),
  };
}

/** A variant that was not there before varies what was: a command that now gives a value changes what is deployed. */
function outcomesOf(
  { ruleId, environment, unit: unitAfter }: Finding,
  { unit, address }: { readonly unit: string; readonly address: string },
  { before, after }: Sides,
): ReadonlySet<Outcome> | undefined {
  const own = before.outcomes(ruleId, ResourceIndex.key(unit, environment, address));
  if (own !== undefined || !after.isVariant(unitAfter, environment)) return own;
  return before.plainOutcomes(ruleId, unit, address);
}

function keyOf(finding: Finding): string {
  return ResourceIndex.key(finding.unit, finding.environment, finding.address);
}
