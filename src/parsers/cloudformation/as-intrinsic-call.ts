/** Recognises an intrinsic function in its short form (a tag) and its long form (a map with one key). */
import type { DocumentNode } from '../../documents/document-node.ts';
import type { IntrinsicCall } from './evaluator.ts';

/** The call a node stands for; undefined for plain values. `Condition: x` is a call only where conditions stand. */
export function asIntrinsicCall(node: DocumentNode): IntrinsicCall | undefined {
  if (node.tag !== undefined) return { name: nameOfTag(node.tag), argument: withoutTag(node), node };
  if (node.type !== 'map' || node.entries.length !== 1) return undefined;
  const [entry] = node.entries;
  if (entry === undefined || !isName(entry.key.text)) return undefined;
  return { name: entry.key.text, argument: entry.value, node };
}

function isName(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

function nameOfTag(tag: string): string {
  const name = tag.replace(/^!/, '');
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

function withoutTag(node: DocumentNode): DocumentNode {
  const { tag: _, ...rest } = node;
  return rest;
}
