/**
 * Brings the description of an API, JSON or YAML text or structure, into structure. May not look into it: what a path
 * or a security scheme means is decided by `openApiResources`.
 */
import type { Problem } from '../../model/problem.ts';
import type { Value } from '../../model/value.ts';
import { clip } from '../clip.ts';
import { parseJsonValue } from '../parse-json-value.ts';
import { problemAt } from '../problem-at.ts';
import { unresolved } from '../unresolved.ts';
import { parseYamlValue } from './parse-yaml-value.ts';

/** A body in; its structure, or unresolved, and what was wrong with it out. Empty text is absent. Never throws. */
export function readOpenApi(body: Value): { readonly document: Value; readonly problems: readonly Problem[] } {
  if (body.state === 'reference') {
    const subject = body.attribute === '' ? body.target : `${body.target}.${body.attribute}`;
    return { document: unresolved('provider-computed', subject, body.origin), problems: [] };
  }
  if (body.state !== 'known' || body.type === 'map') return { document: body, problems: [] };
  if (body.type === 'list') return invalid(body, 'it is a list');
  const text = String(body.value);
  if (text.trim() === '') return { document: { state: 'absent', origin: body.origin }, problems: [] };
  const parsed = /^\s*\{/.test(text) ? parseJsonValue(body) : parseYamlValue(body);
  if (parsed.error !== undefined) return invalid(body, body.sensitive ? 'it cannot be read' : parsed.error);
  const { value: document, problems } = parsed;
  if (document?.state !== 'known' || document.type !== 'map') return invalid(body, 'it is not an object');
  return { document, problems };
}

function invalid(body: Extract<Value, { state: 'known' }>, why: string): ReturnType<typeof readOpenApi> {
  const message = clip(`The description of an API is not read: ${why}`);
  const problem = problemAt(body.origin, 'impossible-value', 'not-evaluated', message);
  return { document: unresolved('invalid-value', 'API description', body.origin), problems: [problem] };
}
