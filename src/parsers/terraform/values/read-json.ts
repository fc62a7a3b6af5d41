/**
 * JSON text to a value, for `jsondecode` and for policy documents written as text. Checks the nesting before parsing,
 * because JSON parsers recurse.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { makeList } from './make-list.ts';
import { makeMap } from './make-map.ts';
import { makeScalar } from './make-scalar.ts';

/** The value, or undefined when the text is not JSON or is nested deeper than `maxDepth`. */
export function readJson(text: string, origin: Origin, maxDepth: number): Value | undefined {
  if (nestingOf(text) > maxDepth) return undefined;
  try {
    return fromJson(JSON.parse(text) as unknown, origin);
  } catch {
    return undefined;
  }
}

/** Brackets outside strings; an upper bound that needs no parser. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92) at += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return deepest;
}

function fromJson(json: unknown, origin: Origin): Value {
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return makeScalar(json, origin);
  if (Array.isArray(json)) {
    return makeList(
      json.map((item: unknown) => fromJson(item, origin)),
      origin,
    );
  }
  if (typeof json !== 'object' || json === null) return { state: 'null', origin };
  return makeMap(
    Object.entries(json).map(([key, item]: [string, unknown]) => [key, fromJson(item, origin)] as const),
    origin,
  );
}
