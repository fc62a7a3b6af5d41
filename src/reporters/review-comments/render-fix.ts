/**
 * The fix of a finding in a review comment: a suggestion GitHub can apply, else the lines it would change as code, else
 * the rule's own words. Only the suggestion stands as in the file; all other code is made visible.
 */
import type { ShownChange } from '../group-changes.ts';
import { fenceCode } from '../markdown/fence-code.ts';
import { languageOf } from '../markdown/language-of.ts';
import { renderPatch } from '../markdown/render-patch.ts';
import { renderRuleFix } from '../markdown/render-rule-fix.ts';
import type { ReviewOptions } from './review-options.ts';
import type { Suggestion } from './suggest-lines.ts';

/** `above`: an earlier cause of the comment has it. */
export type SuggestionShown = Suggestion | 'above' | undefined;

export interface FixContext extends Pick<ReviewOptions, 'link'> {
  readonly suggestion: SuggestionShown;
}

/** Empty where nobody knows a fix. */
export function renderFix({ change, finding }: ShownChange, fix: string, { suggestion, link }: FixContext): string {
  if (suggestion === 'above') return 'The suggestion above fixes this too.';
  if (suggestion !== undefined) return fenceCode(suggestion.lines, 'suggestion').join('\n');
  if (change.patch !== undefined) return renderPatch(change.patch, link).join('\n');
  // Rules write templates in YAML, also for those who keep theirs in JSON.
  const language = languageOf(finding.anchor.path);
  return renderRuleFix(fix, language === 'json' ? '' : language)
    .join('\n')
    .trim();
}
