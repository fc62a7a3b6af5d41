/** Looks up a key that is there once. */
import type { DocumentNode, MapEntry } from '../../documents/document-node.ts';

/** The entry; undefined where there is none, or several, or no map. */
export function onlyEntry(node: DocumentNode | undefined, key: string): MapEntry | undefined {
  if (node?.type !== 'map') return undefined;
  const found = node.entries.filter((entry) => entry.key.text === key);
  return found.length === 1 ? found[0] : undefined;
}
