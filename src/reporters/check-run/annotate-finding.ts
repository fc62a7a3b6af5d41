/** A finding after the pull request as an annotation: what is true, why it matters, what to change. Plain text. */
import { describeRegression } from '../describe-regression.ts';
import type { ShownChange } from '../group-changes.ts';
import type { RuleLookup } from '../rule-text.ts';
import { annotationPlace } from './annotation-place.ts';
import type { CheckAnnotation } from './check-annotation.ts';
import { plainLines } from './plain-lines.ts';
import { plainText } from './plain-text.ts';

/** Undefined for findings of the side before and for places GitHub cannot show; they go to the text. */
export function annotateFinding(
  shown: ShownChange,
  level: CheckAnnotation['annotation_level'],
  rule: RuleLookup,
): CheckAnnotation | undefined {
  const { change, finding } = shown;
  const place = finding.anchor.side === 'after' && change.after ? annotationPlace(finding.anchor) : undefined;
  if (place === undefined) return undefined;
  const text = rule(finding.ruleId, finding.anchor.path);
  const fix = text?.fix.trim() ?? '';
  const isBlock = fix.includes('\n');
  return {
    ...place,
    annotation_level: level,
    title: `${plainText(finding.title, 100)} (${finding.severity}${change.blocks ? ', blocks' : ''})`,
    message: describe(shown, text?.why ?? '', isBlock ? 'the code below' : fix),
    ...(isBlock ? { raw_details: plainLines(fix) } : {}),
  };
}

function describe({ change, finding }: ShownChange, why: string, fix: string): string {
  const unknown = finding.openReasons
    .slice(0, 10)
    .map(({ subject, reason }) => `${plainText(subject, 100)} (${reason})`);
  const { waiver } = change;
  const parts = [
    plainText(finding.message),
    describeRegression(change, finding) ?? '',
    unknown.length > 0 ? `Not known: ${unknown.join(', ')}.` : '',
    waiver
      ? `Accepted until ${plainText(waiver.expires, 10)} by ${plainText(waiver.owner, 100)}: ${plainText(waiver.reason)}`
      : '',
    plainText(why.trim().replace(/\s*\n\s*/g, ' '), 2000),
    fix === '' ? '' : `Fix: ${plainText(fix, 2000)}`,
    `${finding.id} · ${plainText(finding.ruleId, 100)}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}
