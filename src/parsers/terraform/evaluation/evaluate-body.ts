/**
 * A nested body to a map: attributes by name, nested blocks as lists of maps. Knows no meta-arguments; the caller
 * leaves them out.
 */
import type { MapValue, Value } from '../../../model/value.ts';
import type { SourceBody } from '../configuration/module-configuration.ts';
import type { Span } from '../syntax/ast.ts';
import { makeMap } from '../values/make-map.ts';
import { evaluateBlocks } from './evaluate-blocks.ts';
import { groupBlocks } from './group-blocks.ts';
import { originOf } from './origin-of.ts';
import type { Env } from './session.ts';

/** Every attribute and block type of `body`, evaluated in `env`; `span` is the block it stands for. */
export function evaluateBody(body: SourceBody, env: Env, span: Span): MapValue {
  const entries: [string, Value][] = [];
  for (const attribute of body.attributes.values()) {
    entries.push([attribute.name, env.session.evaluate(attribute.expression, { ...env, file: attribute.file })]);
  }
  for (const [name, blocks] of groupBlocks(body)) {
    entries.push([name, evaluateBlocks(blocks, env, evaluateBody)]);
  }
  return makeMap(entries, withoutText(env, span));
}

/** The text of a whole block says nothing about its value. */
function withoutText(env: Env, span: Span): MapValue['origin'] {
  const { text: _block, ...origin } = originOf(env, span);
  return origin;
}
