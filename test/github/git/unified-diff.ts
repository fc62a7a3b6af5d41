/**
 * The difference of two contents as GitHub gives it in `patch`: hunks with three lines of context and no file header.
 * Counts lines; decides nothing about files.
 */
import { structuredPatch } from 'diff';

export interface UnifiedDiff {
  /** Undefined for binary content and where nothing differs. */
  readonly patch: string | undefined;
  readonly additions: number;
  readonly deletions: number;
}

/** Git calls content binary when a zero byte is among its first 8,000. */
export function isBinary(content: Uint8Array): boolean {
  return content.subarray(0, 8000).includes(0);
}

export function unifiedDiff(before: Uint8Array, after: Uint8Array): UnifiedDiff {
  if (isBinary(before) || isBinary(after)) return { patch: undefined, additions: 0, deletions: 0 };
  const text = (content: Uint8Array): string => Buffer.from(content).toString('utf8');
  const { hunks } = structuredPatch('', '', text(before), text(after), '', '', { context: 3 });
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const patch = hunks.map((hunk) =>
    [`@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`, ...hunk.lines].join('\n'),
  );
  return {
    patch: patch.length > 0 ? patch.join('\n') : undefined,
    additions: lines.filter((line) => line.startsWith('+')).length,
    deletions: lines.filter((line) => line.startsWith('-')).length,
  };
}

/** Where one side of a hunk has no line, git names the line before it; where it has one, the count is left out. */
function range(start: number, lines: number): string {
  if (lines === 0) return `${start - 1},0`;
  return lines === 1 ? `${start}` : `${start},${lines}`;
}
