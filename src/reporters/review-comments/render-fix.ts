/**
 * The fix of a finding in a review comment: a suggestion GitHub can apply, else the lines it would change as code, else
 * the rule's own words. Only the suggestion stands as in the file; all other code is made visible.
 */
import type { LineEdit, Patch } from '../../model/patch.ts';
import type { ShownChange } from '../group-changes.ts';
import { fenceCode } from '../markdown/fence-code.ts';
import { languageOf } from '../markdown/language-of.ts';
import { renderPlace } from '../markdown/render-place.ts';
import { renderRuleFix } from '../markdown/render-rule-fix.ts';
import { showCode } from '../markdown/show-code.ts';
import type { ReviewOptions } from './review-options.ts';
import type { Suggestion } from './suggest-lines.ts';

/** `above`: an earlier cause of the comment has it. */
export type SuggestionShown = Suggestion | 'above' | undefined;

export interface FixContext extends Pick<ReviewOptions, 'link'> {
  readonly suggestion: SuggestionShown;
}

const MOST_EDITS = 3;
/** Characters of the code of one edit. */
const ROOM = 2000;

/** Empty where nobody knows a fix. */
export function renderFix({ change, finding }: ShownChange, fix: string, { suggestion, link }: FixContext): string {
  if (suggestion === 'above') return 'The suggestion above fixes this too.';
  if (suggestion !== undefined) return fenceCode(suggestion.lines, 'suggestion').join('\n');
  if (change.patch !== undefined) return renderPatch(change.patch, link);
  // Rules write templates in YAML, also for those who keep theirs in JSON.
  const language = languageOf(finding.anchor.path);
  return renderRuleFix(fix, language === 'json' ? '' : language)
    .join('\n')
    .trim();
}

function renderPatch({ path, edits }: Patch, link: ReviewOptions['link']): string {
  const shown = edits.slice(0, MOST_EDITS).map((edit) => renderEdit(path, edit, link));
  const more = edits.length > MOST_EDITS ? [`And ${edits.length - MOST_EDITS} more edits.`] : [];
  return [...shown, ...more].join('\n\n');
}

function renderEdit(path: string, { startLine, endLine, lines }: LineEdit, link: ReviewOptions['link']): string {
  const range = { startLine, startColumn: 1, endLine, endColumn: 1 };
  const place = renderPlace({ side: 'after', path, range }, link);
  const amount = endLine - startLine + 1;
  const which = `${amount === 1 ? 'the line' : `${amount} lines`} at ${place}`;
  if (lines.length === 0) return `Fix: delete ${which}.`;
  return [`Fix: replace ${which} with:`, ...fenceCode(showCode(lines, ROOM), languageOf(path))].join('\n');
}
