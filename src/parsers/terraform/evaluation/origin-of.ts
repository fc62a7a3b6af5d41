/**
 * Origin of an expression: where it stands and what it says.
 */
import type { Origin } from '../../../model/value.ts';
import { locationOf } from '../configuration/location-of.ts';
import type { Span } from '../syntax/ast.ts';
import type { Env } from './session.ts';

const TEXT_LENGTH = 200;

/** Location and clipped source text of a span. */
export function originOf(env: Pick<Env, 'file'>, span: Span): Origin {
  const text = env.file.text.slice(span.start, Math.min(span.end, span.start + TEXT_LENGTH));
  return { from: 'source', location: locationOf(env.file, span), text };
}
