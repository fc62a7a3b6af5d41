/** The rule's fix: a sentence where it is one, a block of code where it has several lines. */
import { makeVisible } from '../make-visible.ts';
import { fenceCode } from './fence-code.ts';
import { renderProse } from './render-prose.ts';

const MOST_LINES = 60;

/** Lines of Markdown without indentation; a block has an empty line before it. None for a blank fix. */
export function renderRuleFix(fix: string, language = ''): readonly string[] {
  const lines = fix.trim().split('\n');
  if (lines.length > 1) {
    const shown = lines.slice(0, MOST_LINES).map((line) => makeVisible(line.replaceAll('\t', '  '), 1000));
    return ['', ...fenceCode(shown, language)];
  }
  const prose = renderProse(fix);
  return prose === '' ? [] : [prose];
}
