/**
 * The hunks of a file's patch as GitHub lists it: unified, without file headers. Reads what is really there: a hunk that
 * is cut counts as far as it goes, what no header announced counts for nothing. Git's unified diff format.
 */

/** `left` and `right` are line numbers from 1; of an added line `left`, of a removed one `right` is the line after it. */
export interface HunkLine {
  readonly kind: 'context' | 'added' | 'removed';
  readonly left: number;
  readonly right: number;
  /** As in the file, without its line feed; a carriage return stays. */
  readonly text: string;
}

/** In the order of the patch; consecutive on both sides. */
export type Hunk = readonly HunkLine[];

const HEADER = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;
const KINDS: ReadonlyMap<string, HunkLine['kind']> = new Map([
  [' ', 'context'],
  ['+', 'added'],
  ['-', 'removed'],
]);

/** Linear in the length of the patch; never throws. Hunks without lines are left out. */
export function parsePatch(patch: string): readonly Hunk[] {
  const hunks: HunkLine[][] = [];
  let hunk = openHunk('');
  for (const line of patch.split('\n')) {
    if (line.startsWith('@@')) {
      hunk = openHunk(line);
      hunks.push(hunk.lines);
    } else if (!line.startsWith('\\')) hunk = readLine(hunk, line);
  }
  return hunks.filter((lines) => lines.length > 0);
}

/** Where the next line stands, and how many its header still announces. */
interface OpenHunk {
  readonly lines: HunkLine[];
  readonly left: number;
  readonly leftRest: number;
  readonly right: number;
  readonly rightRest: number;
}

function openHunk(header: string): OpenHunk {
  const [, left = '0', leftRest = '1', right = '0', rightRest = '1'] = HEADER.exec(header) ?? ['', '0', '0', '0', '0'];
  const start = (line: string, count: string): number => Number(line) + (count === '0' ? 1 : 0);
  return {
    lines: [],
    // An empty side names the line before it.
    left: start(left, leftRest),
    leftRest: Number(leftRest),
    right: start(right, rightRest),
    rightRest: Number(rightRest),
  };
}

/** Adds a line the header announced; anything else ends the hunk. */
function readLine(hunk: OpenHunk, line: string): OpenHunk {
  const { lines, left, leftRest, right, rightRest } = hunk;
  const kind = KINDS.get(line.charAt(0));
  const [onLeft, onRight] = [kind === 'added' ? 0 : 1, kind === 'removed' ? 0 : 1];
  if (kind === undefined || leftRest < onLeft || rightRest < onRight) return openHunk('');
  lines.push({ kind, left, right, text: line.slice(1) });
  return {
    lines,
    left: left + onLeft,
    leftRest: leftRest - onLeft,
    right: right + onRight,
    rightRest: rightRest - onRight,
  };
}
