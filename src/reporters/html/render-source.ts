/** The lines of source around what decided, with that marked. Reads nothing: the door has the lines, or it has not. */
import type { Anchor } from '../../model/location.ts';
import type { HtmlSubject } from './html-options.ts';
import { type CodeLine, renderCode } from './render-code.ts';

const [ABOVE, BELOW] = [2, 3];

/** Empty where the door has no source. */
export function renderSource(anchor: Anchor, excerpt: HtmlSubject['excerpt']): string {
  if (excerpt(anchor) === undefined) return '';
  const { startLine, startColumn, endLine, endColumn } = anchor.range;
  const lines: CodeLine[] = [];
  for (let offset = -ABOVE; offset <= BELOW; offset += 1) {
    const text = excerpt(anchor, offset);
    if (text === undefined) continue;
    const line = startLine + offset;
    const isHit = line >= startLine && line <= endLine;
    const last = line === endLine ? endColumn - 1 : text.length;
    const mark = [startColumn - 1, Math.max(startColumn, last)] as const;
    lines.push({
      margin: `${isHit ? '>' : ' '} ${line}`,
      text,
      ...(isHit ? { kind: 'hit' } : {}),
      ...(line === startLine ? { mark } : {}),
    });
  }
  return renderCode(lines);
}
