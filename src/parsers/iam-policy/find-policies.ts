/**
 * Where policy documents stand in a JSON file: at its root, or below keys (`{ "PolicyDocument": { … } }`). A document
 * is a map with `Statement`. Looks only; it does not read the statements.
 */
import type { DocumentNode, MapNode } from '../../documents/document-node.ts';

export interface FoundPolicy {
  /** `policy` at the root, else `policy <keys joined by dots>`; an identity, so without anything that counts lines. */
  readonly address: string;
  readonly node: MapNode;
}

function isPolicy(node: MapNode): boolean {
  return node.entries.some((entry) => entry.key.text === 'Statement');
}

/** A list element is named by what names it in AWS's own output, else by its place. */
function nameOf(item: DocumentNode, index: number): string {
  if (item.type !== 'map') return String(index);
  const named = ['PolicyName', 'RoleName', 'Name', 'name', 'Id'].flatMap((key) =>
    item.entries.filter((entry) => entry.key.text === key && entry.value.type === 'scalar'),
  )[0];
  return named?.value.type === 'scalar' ? named.value.text.slice(0, 80) : String(index);
}

function childrenOf(node: DocumentNode): readonly (readonly [string, DocumentNode])[] {
  if (node.type === 'sequence') return node.items.map((item, index) => [nameOf(item, index), item] as const);
  return node.type === 'map' ? node.entries.map(({ key, value }) => [key.text.slice(0, 80), value] as const) : [];
}

/** The address itself, or with `#2`, `#3` where it is taken. */
function freeAddress(plain: string, used: Set<string>): string {
  let address = plain;
  for (let count = 2; used.has(address); count += 1) address = `${plain}#${count}`;
  used.add(address);
  return address;
}

/** Documents in source order; nothing inside a document is looked at again. Never more than the file has maps. */
export function findPolicies(root: DocumentNode): readonly FoundPolicy[] {
  const found: FoundPolicy[] = [];
  const used = new Set<string>();
  const visit = (node: DocumentNode, path: readonly string[]): void => {
    if (node.type === 'map' && isPolicy(node)) {
      const address = freeAddress(['policy', path.join('.')].join(' ').trim().slice(0, 300), used);
      found.push({ address, node });
      return;
    }
    for (const [name, child] of childrenOf(node)) if (child.type !== 'scalar') visit(child, [...path, name]);
  };
  visit(root, []);
  return found;
}
