/** How other resources add to a draft. Nothing is joined before the draft is finished, so that many stay cheap. */
import type { ListItem } from '../../../model/value.ts';
import type { Draft } from './draft.ts';

/** Adds elements to a list property of a draft. */
export function addToList(draft: Draft, path: string, items: readonly ListItem[]): void {
  const added = draft.added.get(path) ?? [];
  for (const item of items) added.push(item);
  draft.added.set(path, added);
}
