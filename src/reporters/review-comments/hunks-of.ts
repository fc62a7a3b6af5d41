/** Edits as the hunks of a unified diff with three lines of context, without file headers. Pure. */

export interface TextEdit {
  readonly kind: 'context' | 'added' | 'removed';
  /** With its line end, where it has one. */
  readonly text: string;
}

const CONTEXT = 3;
const SIGNS: Readonly<Record<TextEdit['kind'], string>> = { context: ' ', added: '+', removed: '-' };

/** `edits`: both texts from their first line to their last. Empty where nothing changed. */
export function hunksOf(edits: readonly TextEdit[]): string {
  const lines: string[] = [];
  let [left, right, next] = [1, 1, 0];
  for (const [start, end] of spansOf(edits)) {
    const before = countsOf(edits.slice(next, start));
    [left, right] = [left + before.left, right + before.right];
    const hunk = edits.slice(start, end);
    const counts = countsOf(hunk);
    lines.push(`@@ -${rangeOf(left, counts.left)} +${rangeOf(right, counts.right)} @@`);
    for (const { kind, text } of hunk) {
      lines.push(`${SIGNS[kind]}${text.endsWith('\n') ? text.slice(0, -1) : text}`);
      if (!text.endsWith('\n')) lines.push('\\ No newline at end of file');
    }
    [left, right, next] = [left + counts.left, right + counts.right, end];
  }
  return lines.join('\n');
}

/** From the first line of each hunk to the one after its last. */
function spansOf(edits: readonly TextEdit[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const [index, { kind }] of edits.entries()) {
    if (kind === 'context') continue;
    const [start, end] = [Math.max(0, index - CONTEXT), Math.min(edits.length, index + 1 + CONTEXT)];
    const last = spans.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = end;
    else spans.push([start, end]);
  }
  return spans;
}

function countsOf(edits: readonly TextEdit[]): { readonly left: number; readonly right: number } {
  const without = (kind: TextEdit['kind']): number => edits.filter((edit) => edit.kind !== kind).length;
  return { left: without('added'), right: without('removed') };
}

/** An empty side names the line before it. */
function rangeOf(start: number, count: number): string {
  if (count === 0) return `${start - 1},0`;
  return count === 1 ? `${start}` : `${start},${count}`;
}
