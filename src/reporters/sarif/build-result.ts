/** One finding as a SARIF result: kind, state, place, identity, suppression and fix are the gate's, word for word. */
import type { FindingChange } from '../../model/change.ts';
import type { Finding } from '../../model/finding.ts';
import type { Patch } from '../../model/patch.ts';
import type { Waiver } from '../../model/waiver.ts';
import { describeFinding } from '../describe-finding.ts';
import { makeVisible } from '../make-visible.ts';
import { buildFix } from './build-fix.ts';
import { buildLocation } from './build-location.ts';
import { plainMessage } from './plain-message.ts';
import { sarifLevel } from './sarif-level.ts';
import type { SarifLocation, SarifResult } from './sarif-log.ts';
import type { SarifOptions } from './sarif-options.ts';
import type { SelectedChange } from './select-changes.ts';

/** Of a result; GitHub shows 100 and rejects 1,000. */
const RELATED = 20;

/** `ruleIndex` is the place of the rule in the driver's list. */
export function buildResult(
  { change, finding }: SelectedChange,
  ruleIndex: number,
  options: Pick<SarifOptions, 'base'>,
): SarifResult {
  const related = listRelated(change, finding, options);
  const { waiver, patch } = change;
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    kind: finding.outcome,
    // A result that is no failure has no level (3.27.10).
    level: finding.outcome === 'open' ? 'none' : sarifLevel(finding.severity).level,
    message: { text: describeResult(finding) },
    locations: [{ ...buildLocation(finding.anchor, options), logicalLocations: [logicalLocation(finding)] }],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { 'threatdiff/v1': finding.fingerprint },
    baselineState: change.baselineState,
    ...(waiver === undefined || change.decision !== 'waived' ? {} : { suppressions: [suppression(waiver)] }),
    ...(patch === undefined || !isPlain(patch) ? {} : { fixes: [buildFix(patch, options)] }),
    properties: describeProperties(change, finding),
  };
}

/** Nobody applies what nobody sees; other forms of the report show such a fix with its characters written out. */
function isPlain({ edits }: Patch): boolean {
  const text = edits
    .flatMap(({ lines }) => lines)
    .join('')
    .replaceAll('\t', ' ');
  return makeVisible(text, Number.POSITIVE_INFINITY) === text;
}

function describeResult(finding: Finding): string {
  const text = plainMessage(describeFinding(finding));
  if (finding.outcome === 'fail' || finding.openReasons.length === 0) return text;
  const unknown = finding.openReasons
    .slice(0, 5)
    .map(({ subject, reason }) => `${plainMessage(subject, 200)} (${reason})`);
  return `${text}. Not decided, because not known: ${unknown.join(', ')}.`;
}

function logicalLocation({ name, unit, address, kind }: Finding) {
  return {
    name: makeVisible(name, 300),
    fullyQualifiedName: makeVisible(`${unit}/${address}`, 1000),
    kind: kind.startsWith('External::') ? 'module' : 'resource',
  };
}

function suppression({ reason, owner, expires }: Waiver) {
  const justification = plainMessage(`${reason} (${owner}, until ${expires})`);
  return { kind: 'external', status: 'accepted', justification } as const;
}

/** Where it was before, and what its values rest on. */
function listRelated(
  change: FindingChange,
  finding: Finding,
  options: Pick<SarifOptions, 'base'>,
): readonly SarifLocation[] {
  const previous = change.before !== undefined && change.after !== undefined ? [change.before.anchor] : [];
  const moved = previous.filter(({ path }) => path !== finding.anchor.path);
  const assumed = finding.assumptions.flatMap(({ subject, location }) =>
    location === undefined ? [] : [{ text: `Assumed: ${plainMessage(subject, 200)}`, location }],
  );
  const unknown = finding.openReasons.flatMap(({ subject, location }) =>
    location === undefined ? [] : [{ text: `Not known: ${plainMessage(subject, 200)}`, location }],
  );
  return [...moved.map((location) => ({ text: 'Before this change', location })), ...unknown, ...assumed]
    .slice(0, RELATED)
    .map(({ text, location }) => ({ ...buildLocation(location, options), message: { text } }));
}

function describeProperties(change: FindingChange, finding: Finding): Readonly<Record<string, unknown>> {
  return {
    id: finding.id,
    severity: finding.severity,
    blocks: change.blocks,
    decision: change.decision,
    regression: change.regression,
    ...(finding.conditional === true ? { conditional: true } : {}),
    // Regions of what is gone are those of the tree before.
    side: finding.anchor.side,
    unit: makeVisible(finding.unit),
    environment: makeVisible(finding.environment),
    resourceKind: makeVisible(finding.kind),
    evidenceHash: finding.evidence.hash,
    ...(finding.controls.length === 0 ? {} : { controls: finding.controls }),
    ...(change.moved === undefined ? {} : { movedBy: change.moved.by }),
  };
}
