/** Splits a message template into text and places to fill in: `{name}`, `{address}`, `{resource.X}`, `{item.X}`, `{ports item.X item.Y}`. */
import type { PropertyPath } from './property-path.ts';
import { parsePropertyPath } from './parse-property-path.ts';

export type MessagePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'name' | 'address' }
  | { readonly type: 'property'; readonly path: PropertyPath }
  /** A range of ports: `port 22`, `ports 20 to 30`, `every port`. */
  | { readonly type: 'ports'; readonly from: PropertyPath; readonly to: PropertyPath };

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
  const words = name.split(' ');
  if (words[0] === 'ports') return portsPlaceholder(words.slice(1));
  const path = pathOf(name);
  return path === undefined ? undefined : { type: 'property', path };
}

function portsPlaceholder([first = '', second = '', ...rest]: readonly string[]): MessagePart | undefined {
  const from = pathOf(first);
  const to = pathOf(second);
  return from === undefined || to === undefined || rest.length > 0 ? undefined : { type: 'ports', from, to };
}

function pathOf(name: string): PropertyPath | undefined {
  return name.startsWith('item') || name.startsWith('resource.') ? parsePropertyPath(name) : undefined;
}
