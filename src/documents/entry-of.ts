/** Looks up a key of a map node. For a few look-ups in small maps; loops over many keys build their own Map. */
import type { DocumentNode, MapEntry } from './document-node.ts';

/** The last entry with this key, as readers let the last duplicate win; undefined when absent or not a map. */
export function entryOf(node: DocumentNode | undefined, key: string): MapEntry | undefined {
  if (node?.type !== 'map') return undefined;
  return node.entries.findLast((entry) => entry.key.text === key);
}
