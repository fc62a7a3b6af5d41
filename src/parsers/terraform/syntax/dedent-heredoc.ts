/**
 * Removes the common indentation of a `<<-` heredoc. The rule works on what is written, after `~` trimming, so an
 * interpolated value cannot change it; a line of spaces alone does not count.
 */
import { isSpace } from './is-space.ts';
import type { TemplateItem, TextItem } from './template-items.ts';

/** Changes the texts of `items` in place. */
export function dedentHeredoc(items: readonly TemplateItem[]): void {
  const starts: TextItem[] = [];
  let common = Number.POSITIVE_INFINITY;
  let atLineStart = true;
  for (const item of items) {
    if (atLineStart) {
      common = Math.min(common, item.kind === 'text' ? indentation(item.value) : 0);
      if (item.kind === 'text' && indentation(item.value) !== Number.POSITIVE_INFINITY) starts.push(item);
    }
    atLineStart = item.kind === 'text' && item.value.endsWith('\n');
  }
  if (common === 0) return;
  for (const item of starts) item.value = item.value.slice(common);
}

/** Leading white space in code units; infinite for a blank line. */
function indentation(value: string): number {
  let count = 0;
  while (count < value.length && isSpace(value.charCodeAt(count))) count++;
  return count === value.length && value.endsWith('\n') ? Number.POSITIVE_INFINITY : count;
}
