/** The server's side of a worker's question: reads what the tree holds, and nothing that is not in it. */
import type { TreeEntry } from '../../model/tree.ts';
import type { Snapshot } from '../../source/snapshot.ts';
import type { TreeAnswer, TreeQuestion } from './messages.ts';

/**
 * @param trees those before, then the one after.
 * @throws what the snapshot throws; Error for a tree that is none of them.
 */
export async function answerQuestion(trees: readonly Snapshot[], { tree, paths }: TreeQuestion): Promise<TreeAnswer> {
  const snapshot = trees[tree];
  if (snapshot === undefined) throw new Error('the worker asked for a tree that is not there');
  const entries = await snapshot.entries();
  if (paths === undefined) return { entries, problems: snapshot.problems() };
  // By path, so that a worker can only ever read what this tree lists.
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const wanted = paths.map((path) => byPath.get(path)).filter((entry): entry is TreeEntry => entry !== undefined);
  const contents = await snapshot.read(wanted);
  return {
    contents: new Map([...contents].map(([id, bytes]) => [id, plainBytes(bytes)])),
    problems: snapshot.problems(),
  };
}

/** A Buffer is a view into a pool that would be copied whole. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
