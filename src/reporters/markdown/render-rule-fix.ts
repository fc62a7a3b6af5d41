/** The rule's fix: a sentence where it is one, a block of code where it has several lines. */
import { fenceCode } from './fence-code.ts';
import { renderProse } from './render-prose.ts';
import { showCode } from './show-code.ts';

/** Characters of a block. */
const ROOM = 6000;

/** Lines of Markdown without indentation; a block has an empty line before it. None for a blank fix. */
export function renderRuleFix(fix: string, language = ''): readonly string[] {
  const lines = fix.trim().split('\n');
  if (lines.length > 1) {
    return ['', ...fenceCode(showCode(lines, ROOM), language)];
  }
  const prose = renderProse(fix);
  return prose === '' ? [] : [prose];
}
