/**
 * A value as a plain fact: the same content gives the same fact wherever it was written and however it was sorted.
 * Sensitive values appear as a hash only.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../documents/canonical-json.ts';
import type { Fact } from '../../model/rule-result.ts';
import type { ListValue, MapValue, UnresolvedValue } from '../../model/value.ts';
import { VALUE_DEPTH } from '../cel/frame.ts';
import type { CelScalar, CelValue } from '../cel/operand.ts';

/** The fact; undefined for what is absent. References and unknown values say what they are. */
export function factOfValue(value: CelValue, depth = 0): Fact | undefined {
  if (depth > VALUE_DEPTH) return 'too deep';
  switch (value.state) {
    case 'absent':
    case 'error':
      return undefined;
    case 'null':
      return null;
    case 'reference':
      return `ref:${value.target}${value.attribute === '' ? '' : `.${value.attribute}`}`;
    case 'unresolved':
      return unresolvedFact(value);
    case 'known':
      break;
  }
  if (value.type === 'scalar') return scalarFact(value);
  return value.type === 'list' ? listFact(value, depth) : mapFact(value, depth);
}

/** What is known of a text counts: `${queue.arn}/a` and `${queue.arn}/*` are not the same. */
function unresolvedFact({ reason, subject, pieces, knownPrefix }: UnresolvedValue): Fact {
  const whole = pieces ?? (knownPrefix === undefined ? undefined : [{ text: knownPrefix }, { subject }]);
  const text = whole?.map((piece) => ('text' in piece ? piece.text : `\${${piece.subject}}`)).join('');
  return { unresolved: reason, subject, ...(text === undefined ? {} : { text }) };
}

/** Hexadecimal digits of a secret's hash: enough to see that it changed, too few to tell which guess was right. */
const SECRET_DIGITS = 3;

function scalarFact(scalar: CelScalar): Fact {
  if (scalar.sensitive === true) {
    const hash = createHash('sha256').update(String(scalar.value)).digest('hex');
    return `secret:${hash.slice(0, SECRET_DIGITS)}`;
  }
  return typeof scalar.value === 'bigint' ? Number(scalar.value) : scalar.value;
}

/** Lists of policies and firewalls are sets; their order is no fact. */
function listFact(list: ListValue, depth: number): Fact {
  const facts = list.items.map((item) => {
    const fact = factOfValue(item.value, depth + 1) ?? null;
    return item.presence === 'yes' ? fact : { perhaps: fact };
  });
  if (list.openEnded !== undefined) facts.push({ more: list.openEnded.subject });
  return sortFacts(facts);
}

function sortFacts(facts: readonly Fact[]): readonly Fact[] {
  return facts
    .map((fact) => ({ fact, key: canonicalJson(fact) }))
    .sort((left, right) => (left.key < right.key ? -1 : Number(left.key > right.key)))
    .map(({ fact }) => fact);
}

function mapFact(map: MapValue, depth: number): Fact {
  const entries: [string, Fact][] = [];
  for (const key of [...map.entries.keys()].sort()) {
    const value = map.entries.get(key);
    const fact = value === undefined ? undefined : factOfValue(value, depth + 1);
    if (fact !== undefined) entries.push([key, fact]);
  }
  if (map.openEnded !== undefined) entries.push(['?', { more: map.openEnded.subject }]);
  return Object.fromEntries(entries);
}
