/** Splits a message template into text and places to fill in: `{name}`, `{address}`, `{resource.X}`, `{item.X}`. */
import type { PropertyPath } from './property-path.ts';
import { parsePropertyPath } from './parse-property-path.ts';

export type MessagePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'name' | 'address' }
  | { readonly type: 'property'; readonly path: PropertyPath };

export type ParsedMessage =
  | { readonly ok: true; readonly parts: readonly MessagePart[] }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/** A template in; parts, or what is wrong and where. Braces have no other use in messages. */
export function parseMessage(template: string): ParsedMessage {
  const parts: MessagePart[] = [];
  let at = 0;
  for (const match of template.matchAll(/\{([^{}]*)\}/g)) {
    if (match.index > at) parts.push({ type: 'text', text: template.slice(at, match.index) });
    const part = placeholder(match[1] ?? '');
    if (part === undefined) return { ok: false, message: `${match[0]} is no placeholder`, offset: match.index };
    parts.push(part);
    at = match.index + match[0].length;
  }
  if (at < template.length) parts.push({ type: 'text', text: template.slice(at) });
  return { ok: true, parts };
}

function placeholder(name: string): MessagePart | undefined {
  if (name === 'name' || name === 'address') return { type: name };
  if (!name.startsWith('item') && !name.startsWith('resource.')) return undefined;
  const path = parsePropertyPath(name);
  return path === undefined ? undefined : { type: 'property', path };
}
