/**
 * The facts a result rests on, from the reads that decided it: property path to fact. Elements of one list become one
 * list of facts without positions, so that reordering a list changes nothing.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../documents/canonical-json.ts';
import type { ProviderContext } from '../../model/resource.ts';
import type { Evidence, Fact } from '../../model/rule-result.ts';
import type { Read } from '../cel/trace.ts';
import { factOfValue } from './fact-of-value.ts';

interface FactNode {
  /** The whole value took part; what lies below is part of it. */
  fact: Fact | undefined;
  readonly fields: Map<string, FactNode>;
  readonly elements: Map<number, FactNode>;
}

/**
 * Facts and the SHA-256 of their canonical JSON.
 *
 * @param provider where the resource is made: the same hole in another account or region is another hole
 */
export function buildEvidence(reads: readonly Read[], provider?: ProviderContext): Evidence {
  const root = newNode();
  for (const read of reads) {
    const node = nodeFor(root, read);
    node.fact = factOfValue(read.value) ?? node.fact;
  }
  const entries: [string, Fact][] = placeFacts(provider);
  flatten(root, '', entries);
  const facts = Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : Number(left > right))));
  return { facts, hash: createHash('sha256').update(canonicalJson(facts)).digest('hex') };
}

/** The `@` keeps them apart from properties. The alias speaks only where the account is not written. */
function placeFacts({ alias, account, region }: ProviderContext = {}): [string, Fact][] {
  const facts = { '@account': account && factOfValue(account), '@region': region && factOfValue(region) };
  const known = Object.entries(facts).flatMap(([name, fact]): [string, Fact][] =>
    fact === undefined ? [] : [[name, fact]],
  );
  return alias !== undefined && account === undefined ? [['@provider', alias], ...known] : known;
}

function newNode(): FactNode {
  return { fact: undefined, fields: new Map(), elements: new Map() };
}

function nodeFor(root: FactNode, read: Read): FactNode {
  const way: Read[] = [];
  for (let at: Read | undefined = read; at !== undefined && at.root === undefined; at = at.parent) way.push(at);
  const start = way.at(-1)?.parent ?? (read.root === undefined ? undefined : read);
  let node = start?.root === 'item' ? child(root.fields, 'item') : root;
  for (const step of way.reverse()) {
    node = typeof step.segment === 'number' ? child(node.elements, step.segment) : child(node.fields, step.segment);
  }
  return node;
}

function child<Key>(nodes: Map<Key, FactNode>, key: Key): FactNode {
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const node = newNode();
  nodes.set(key, node);
  return node;
}

function flatten(node: FactNode, path: string, entries: [string, Fact][]): void {
  if (node.fact !== undefined && path !== '') {
    entries.push([path, node.fact]);
    return;
  }
  if (node.elements.size > 0) entries.push([path, elementFacts(node)]);
  for (const [name, field] of node.fields) {
    const step = stepOf(name);
    flatten(field, path === '' ? step : `${path}.${step}`, entries);
  }
}

/** Keys come from the pull request: one that looks like a path must not pass for another fact. */
function stepOf(name: string): string {
  return /^[\w-]+$/.test(name) || name === '?' ? name : `[${JSON.stringify(name)}]`;
}

function elementFacts(node: FactNode): Fact {
  return [...node.elements.values()]
    .map((element) => nest(element))
    .map((fact) => ({ fact, key: canonicalJson(fact) }))
    .sort((left, right) => (left.key < right.key ? -1 : Number(left.key > right.key)))
    .map(({ fact }) => fact);
}

/** Bounded by the depth of the expression that read it. */
function nest(node: FactNode): Fact {
  if (node.fact !== undefined) return node.fact;
  if (node.elements.size > 0 && node.fields.size === 0) return elementFacts(node);
  const entries = [...node.fields].map(([name, field]): [string, Fact] => [name, nest(field)]);
  if (node.elements.size > 0) entries.push(['*', elementFacts(node)]);
  return Object.fromEntries(entries.filter(([, fact]) => !isEmpty(fact)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(fact: Fact): boolean {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact) && Object.keys(fact).length === 0;
}
