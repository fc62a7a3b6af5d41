/** The identity of an element of a resource, from its content: `CidrIp=0.0.0.0/0,FromPort=22`. Never its position. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../documents/canonical-json.ts';
import type { CelValue, Operand } from '../cel/operand.ts';
import { factOfValue } from './fact-of-value.ts';
import { selectPath } from './select-path.ts';

/** Longer identities are told by their hash; nothing reads them but equality. */
const LONGEST = 200;

/** Properties that are absent are left out; `item` stands for the element as a whole. */
export function discriminate(item: Operand, names: readonly string[]): string {
  const judged = { resource: item, item };
  const parts = names.flatMap((name) => {
    const path = name === 'item' ? [] : name.split('.');
    const selected = selectPath(judged, { root: 'item', names: path });
    const text = selected === undefined ? undefined : textOf(selected.value);
    if (text === undefined) return [];
    return [name === 'item' ? text : `${name}=${text}`];
  });
  const text = parts.join(',');
  return text.length > LONGEST ? `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 32)}` : text;
}

function textOf(value: CelValue): string | undefined {
  if (value.state === 'unresolved') return `?${value.subject}`;
  const fact = factOfValue(value);
  return fact === undefined || typeof fact === 'string' ? fact : canonicalJson(fact);
}
