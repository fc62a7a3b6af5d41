/**
 * Nested blocks of one type to a list of maps, with `dynamic` blocks expanded. An unknown `for_each` gives one element
 * that may be missing and leaves the list open: what cannot be counted is not absent.
 */
import type { ListItem, ListValue, MapValue, UnresolvedValue, Value } from '../../../model/value.ts';
import type { SourceBlock, SourceBody } from '../configuration/module-configuration.ts';
import type { Span } from '../syntax/ast.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeMap } from '../values/make-map.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { bind } from './bind.ts';
import { type Element, enumerate } from './enumerate.ts';
import { fail } from './fail.ts';
import { originOf } from './origin-of.ts';
import type { Env } from './session.ts';
import { takeSteps } from './take-steps.ts';

type EvaluateBody = (body: SourceBody, env: Env, span: Span) => MapValue;

interface Collected {
  readonly items: ListItem[];
  openEnded: UnresolvedValue | undefined;
}

/** The list; its origin is the first block. */
export function evaluateBlocks(blocks: readonly SourceBlock[], env: Env, evaluateBody: EvaluateBody): ListValue {
  const collected: Collected = { items: [], openEnded: undefined };
  for (const block of blocks) {
    const inFile = { ...env, file: block.file };
    if (block.name === 'dynamic') expandDynamic(block, inFile, evaluateBody, collected);
    else collected.items.push({ presence: 'yes', value: evaluateBody(block.body, inFile, block.span) });
  }
  const [first] = blocks;
  const { text: _block, ...origin } = first ? originOf(first, first.span) : { from: 'computed' as const };
  const { items, openEnded } = collected;
  return { state: 'known', type: 'list', items, ...(openEnded ? { openEnded } : {}), origin };
}

function expandDynamic(block: SourceBlock, env: Env, evaluateBody: EvaluateBody, into: Collected): void {
  const attribute = block.body.attributes.get('for_each');
  const origin = attribute ? originOf(attribute, attribute.expression) : originOf(env, block.header);
  const collection = attribute
    ? env.session.evaluate(attribute.expression, { ...env, file: attribute.file })
    : fail(env.session, 'dynamic without for_each', origin);
  const name = iteratorOf(block);
  const content = block.body.blocks.find((nested) => nested.name === 'content');
  const add = ({ key, value, presence }: Element): void => {
    const entries: [string, Value][] = [
      ['key', key],
      ['value', value],
    ];
    const inner = bind(env, name, makeMap(entries, origin));
    if (content) into.items.push({ presence, value: evaluateBody(content.body, inner, content.span) });
  };
  const known = enumerate(collection, origin);
  for (const element of known?.elements ?? []) {
    if (!takeSteps(env.session, 1)) break;
    add(element);
  }
  if (known && !known.openEnded) return;
  const unknown = known?.openEnded ?? findUnknown(collection) ?? makeUnresolved('invalid-value', 'for_each', origin);
  into.openEnded = makeUnresolved(unknown.reason, unknown.subject, origin, { mayBeAbsent: true });
  add({ ...unknownElement(into.openEnded, name), presence: 'unknown' });
}

function unknownElement(unknown: UnresolvedValue, name: string): { key: Value; value: Value } {
  return {
    key: makeUnresolved(unknown.reason, `${name}.key of ${unknown.subject}`, unknown.origin),
    value: makeUnresolved(unknown.reason, `${name}.value of ${unknown.subject}`, unknown.origin, { mayBeAbsent: true }),
  };
}

function iteratorOf(block: SourceBlock): string {
  const iterator = block.body.attributes.get('iterator')?.expression;
  if (iterator?.type === 'variable') return iterator.name;
  return block.labels[0]?.value ?? '';
}
