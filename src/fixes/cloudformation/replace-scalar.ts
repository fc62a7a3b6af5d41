/** Replaces the literal a finding points at, wherever in a resource it stands. Makes nothing. */
import type { DocumentNode } from '../../documents/document-node.ts';
import { isLiteralScalar } from './is-literal-scalar.ts';

export interface ScalarReplacement {
  /** Offsets of the literal. */
  readonly place: { readonly start: number; readonly end: number };
  readonly name: string;
  /** As it is written. */
  readonly value: string;
}

/** The new text; undefined unless exactly this literal stands at `place` under this name. */
export function replaceScalar(text: string, root: DocumentNode, replacement: ScalarReplacement): string | undefined {
  const { place, name, value } = replacement;
  const open: DocumentNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'sequence') for (const item of node.items) open.push(item);
    if (node.type !== 'map') continue;
    const found = node.entries.find((entry) => entry.value.start === place.start && entry.value.end === place.end);
    if (found?.key.text === name && isLiteralScalar(found.value, text)) {
      return text.slice(0, place.start) + value + text.slice(place.end);
    }
    for (const entry of node.entries) open.push(entry.value);
  }
  return undefined;
}
