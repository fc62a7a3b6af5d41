/** Characters that deceive (invisible, bidirectional, look-alike) in every file that is judged. ATTACKS 17. */
import { checkCharacters } from '../documents/check-characters.ts';
import { LineIndex } from '../documents/line-index.ts';
import type { Problem } from '../model/problem.ts';
import type { TreeReader } from '../model/tree.ts';

/** One problem a place, with its position. Deployers and reviewers may read such text differently. */
export function checkClaimedText(understood: ReadonlyMap<string, string>, reader: TreeReader): readonly Problem[] {
  return [...understood.keys()].flatMap((path) => {
    const result = reader.read(path);
    if (result.status !== 'text') return [];
    const found = checkCharacters(result.text);
    if (found.length === 0) return [];
    const lines = new LineIndex(result.text);
    return found.map(
      ({ code, message, start, end }): Problem => ({
        code,
        effect: 'ambiguous',
        message,
        location: { path, range: lines.rangeOf(start, end) },
      }),
    );
  });
}
