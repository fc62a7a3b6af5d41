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
  return renderCode(dedent(trimBlank(lines)));
}

/** Blank lines at either end tell nothing; the line that decided always stays. */
function trimBlank(lines: readonly CodeLine[]): readonly CodeLine[] {
  const isTelling = ({ text, kind }: CodeLine): boolean => kind === 'hit' || text.trim() !== '';
  return lines.slice(lines.findIndex(isTelling), lines.findLastIndex(isTelling) + 1);
}

/** Without the indentation all lines share: narrow screens need the room. Tabs and spaces count alike. */
function dedent(lines: readonly CodeLine[]): readonly CodeLine[] {
  const telling = lines.filter(({ text }) => text.trim() !== '');
  const shared = Math.min(...telling.map(({ text }) => text.length - text.trimStart().length));
  if (shared === 0 || !Number.isFinite(shared)) return lines;
  return lines.map(({ text, mark, ...line }) => ({
    ...line,
    text: text.slice(shared),
    ...(mark === undefined ? {} : { mark: [Math.max(0, mark[0] - shared), mark[1] - shared] as const }),
  }));
}
