/** The identity of a finding and the facts it rests on: what a waiver, a rule's author or an auditor needs. */
import type { ShownChange } from '../group-changes.ts';
import { escapeHtml } from './escape-html.ts';

const MOST_FACTS = 20;

/** A folded table. */
export function renderFacts({ change, finding }: ShownChange): string {
  const facts = Object.entries(finding.evidence.facts);
  const rows: readonly (readonly [string, string])[] = [
    ['Rule', finding.ruleId],
    ['Decision', `${change.decision} (${change.baselineState})`],
    ['Unit', finding.unit],
    ['Address', finding.address],
    ['Kind', finding.kind],
    ...(finding.discriminator === '' ? [] : [['Element', finding.discriminator] as const]),
    ['Environment', finding.environment],
    ...(finding.controls.length === 0 ? [] : [['Controls', finding.controls.join(', ')] as const]),
    ...facts
      .slice(0, MOST_FACTS)
      .map(([name, fact]) => [`Fact ${name.replace(/^@|^item\./, '')}`, JSON.stringify(fact)] as const),
    ...(facts.length > MOST_FACTS ? [['Facts', `and ${facts.length - MOST_FACTS} more`] as const] : []),
    ['Evidence', finding.evidence.hash],
    ['Fingerprint', finding.fingerprint],
  ];
  const cells = rows.map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<details><summary>Evidence and identity</summary><table class="facts"><caption class="hidden">Evidence and identity of ${escapeHtml(finding.id)}</caption><tbody>${cells.join('')}</tbody></table></details>`;
}
