/**
 * Takes accepted risks out of the blockers. A waiver holds for one rule, unit and address, until its last day, and
 * only for the evidence it was given for: other evidence is another risk.
 */
import type { FindingChange } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleDescription } from '../model/rule.ts';
import type { Waiver } from '../model/waiver.ts';

export interface WaivedChanges {
  readonly changes: readonly FindingChange[];
  /** Waivers that nothing needs any more. */
  readonly problems: readonly Problem[];
}

/** @param waivers valid on the day of the run; expired and malformed ones were left out by the loader */
export function applyWaivers(
  changes: readonly FindingChange[],
  waivers: readonly Waiver[],
  rules: ReadonlyMap<string, RuleDescription>,
): WaivedChanges {
  const used = new Set<Waiver>();
  const waived = changes.map((change): FindingChange => {
    const { after } = change;
    const waiver = after && waivers.find((candidate) => holdsFor(candidate, after, rules));
    if (waiver === undefined) return change;
    used.add(waiver);
    return change.blocks ? { ...change, blocks: false, decision: 'waived', waiver } : { ...change, waiver };
  });
  return { changes: waived, problems: waivers.filter((waiver) => !used.has(waiver)).map(describeUnused) };
}

function holdsFor(waiver: Waiver, finding: Finding, rules: ReadonlyMap<string, RuleDescription>): boolean {
  const names = [finding.ruleId, ...(rules.get(finding.ruleId)?.aliases ?? [])];
  return (
    names.includes(waiver.rule) &&
    waiver.unit === finding.unit &&
    waiver.address === finding.address &&
    (waiver.environment === undefined || waiver.environment === finding.environment) &&
    (waiver.discriminator === undefined || waiver.discriminator === finding.discriminator) &&
    finding.evidence.hash.startsWith(waiver.evidence)
  );
}

function describeUnused(waiver: Waiver): Problem {
  const range = { startLine: waiver.line, startColumn: 1, endLine: waiver.line, endColumn: 1 };
  return {
    code: 'waiver-unused',
    effect: 'note',
    message: `The waiver of ${waiver.rule} on ${waiver.address} matches no finding of the head; it can be removed`,
    location: { path: waiver.file, range },
  };
}
