/** The conclusion in one word that can stand before its reason. Colour and marks are the reporters' own. */
import type { AnyVerdict } from '../model/verdict.ts';

/** `failure`, `success`, `no verdict`, `waiting until …`, `neutral (monitor mode: would be failure)`, `neutral (observing: …)`. */
export function describeVerdict(verdict: AnyVerdict): string {
  if ('noVerdict' in verdict) return 'no verdict';
  if (verdict.conclusion === 'in_progress') return `waiting until ${verdict.until}`;
  if (verdict.conclusion === 'neutral') {
    const mode = verdict.observation === undefined ? 'monitor mode' : 'observing';
    return `neutral (${mode}: would be ${verdict.wouldBe ?? 'failure'})`;
  }
  return verdict.conclusion;
}
