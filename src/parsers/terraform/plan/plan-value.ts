/**
 * A node of a plan to a value: what is known after the run only is unresolved, what is sensitive is marked. Decides
 * nothing about the configuration; recursion is bounded by the nesting of the document.
 */
import type { DocumentNode } from '../../../documents/document-node.ts';
import type { Origin, Value } from '../../../model/value.ts';
import { makeList } from '../values/make-list.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';

/** A value of the plan with its marks; `node` is undefined where all of it is unknown. */
export interface MarkedNode {
  readonly node: DocumentNode | undefined;
  readonly unknown: DocumentNode | undefined;
  readonly sensitive: DocumentNode | undefined;
}

/** `subject` names it: `aws_sqs_queue.q.name`. All of the value gets the one origin. */
export function planValue({ node, unknown, sensitive }: MarkedNode, subject: string, origin: Origin): Value {
  if (isTrue(unknown)) return makeUnresolved('provider-computed', subject, origin, { mayBeAbsent: true });
  const isSecret = isTrue(sensitive);
  const shape = node ?? unknown;
  if (shape?.type === 'map') {
    const [known, later, secret] = [node, unknown, sensitive].map(childrenOf);
    const names = new Set([...(known?.keys() ?? []), ...[...(later ?? [])].filter(hasUnknown).map(([name]) => name)]);
    const entries = [...names].map((name): [string, Value] => {
      const part = { node: known?.get(name), unknown: later?.get(name), sensitive: secret?.get(name) };
      return [name, planValue(isSecret ? { ...part, sensitive } : part, `${subject}.${name}`, origin)];
    });
    return makeMap(entries, origin);
  }
  if (shape?.type === 'sequence') {
    const [known, later, secret] = [node, unknown, sensitive].map(itemsOf);
    const items = Array.from({ length: Math.max(known?.length ?? 0, later?.length ?? 0) }, (_, at) => {
      const part = { node: known?.[at], unknown: later?.[at], sensitive: secret?.[at] };
      return planValue(isSecret ? { ...part, sensitive } : part, `${subject}[${at}]`, origin);
    });
    return makeList(items, origin);
  }
  const value = node?.type === 'scalar' ? node.value : null;
  return value === null ? { state: 'null', origin } : makeScalar(value, origin, isSecret);
}

function hasUnknown([, node]: readonly [string, DocumentNode]): boolean {
  return isTrue(node) || (node.type !== 'scalar' && holdsTrue(node));
}

function holdsTrue(node: DocumentNode): boolean {
  if (node.type === 'map') return node.entries.some(({ value }) => holdsTrue(value));
  return node.type === 'sequence' ? node.items.some(holdsTrue) : isTrue(node);
}

function isTrue(node: DocumentNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === true;
}

function childrenOf(node: DocumentNode | undefined): ReadonlyMap<string, DocumentNode> | undefined {
  return node?.type === 'map' ? new Map(node.entries.map(({ key, value }) => [key.text, value])) : undefined;
}

function itemsOf(node: DocumentNode | undefined): readonly DocumentNode[] | undefined {
  return node?.type === 'sequence' ? node.items : undefined;
}
