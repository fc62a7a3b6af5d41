/**
 * The values of a resource, one line each, with where they come from. Never shows what is marked sensitive, nor text
 * under a name that secrets have: the reader's terminal may be somebody's recording.
 */
import type { ExplainedValue } from '../model/explanation.ts';
import type {
  ListValue,
  MapValue,
  Origin,
  Presence,
  ReferenceValue,
  ScalarValue,
  TextPiece,
  UnresolvedValue,
  Value,
} from '../model/value.ts';

const MOST = 1000;
const DEEPEST = 50;
const CLIP = 300;

/** Last part of a path under which a text is not shown; identifiers of secrets are. */
const SECRET_NAME = /(?:password|passwd|secret|token|private_?key|credential|api_?key|access_?key)s?$/i;
const IDENTIFIER = /^(?:arn:|\{\{resolve:|alias\/)/;

export interface ExplainedValues {
  readonly values: readonly ExplainedValue[];
  readonly leftOut: number;
}

/** Properties in their order by name; lists and maps by their parts. */
export function explainValues(properties: ReadonlyMap<string, Value>): ExplainedValues {
  const values: ExplainedValue[] = [];
  let count = 0;
  const add = (value: ExplainedValue): void => {
    count += 1;
    if (values.length < MOST) values.push(value);
  };
  for (const [name, value] of [...properties].sort(([a], [b]) => (a < b ? -1 : 1))) {
    visit(value, { path: name, presence: 'yes', depth: 0 }, add);
  }
  return { values, leftOut: count - values.length };
}

type Add = (value: ExplainedValue) => void;

interface Place {
  readonly path: string;
  readonly presence: Presence;
  readonly depth: number;
}

function visit(value: Value, place: Place, add: Add): void {
  if (value.state === 'null' || value.state === 'absent') return;
  const { path, presence } = place;
  const base = { path, presence, ...placeOf(value.origin) };
  if (value.state === 'unresolved') add({ ...base, ...whyUnresolved(value, path) });
  else if (value.state === 'reference') add({ ...base, state: 'reference', text: targetOf(value) });
  else if (value.type === 'scalar') add({ ...base, state: 'known', text: showScalar(value, path) });
  else if (place.depth >= DEEPEST) add({ ...base, state: 'known', text: 'nested deeper than is shown' });
  else if (isEmpty(value)) add({ ...base, state: 'empty', text: value.type === 'list' ? '[] (empty)' : '{} (empty)' });
  else visitParts(value, place, add);
}

function visitParts(value: ListValue | MapValue, { path, presence, depth }: Place, add: Add): void {
  const inside = { presence, depth: depth + 1 };
  if (value.type === 'list') {
    for (const [at, item] of value.items.entries()) {
      visit(item.value, { ...inside, path: `${path}[${at}]`, presence: both(presence, item.presence) }, add);
    }
  } else for (const [key, nested] of value.entries) visit(nested, { ...inside, path: `${path}.${clip(key)}` }, add);
  if (value.openEnded !== undefined) {
    visit(value.openEnded, { ...inside, path: `${path}[…]`, presence: 'unknown' }, add);
  }
}

function targetOf({ target, attribute }: ReferenceValue): string {
  return attribute === '' ? target : `${target}.${attribute}`;
}

function isEmpty(value: ListValue | MapValue): boolean {
  return (value.type === 'list' ? value.items.length : value.entries.size) === 0 && value.openEnded === undefined;
}

function showScalar({ sensitive, value }: ScalarValue, path: string): string {
  return sensitive === true || isSecretText(path, value) ? '(sensitive, not shown)' : clip(JSON.stringify(value));
}

function both(outer: Presence, inner: Presence): Presence {
  return outer === 'yes' ? inner : 'unknown';
}

function isSecretText(path: string, value: string | number | boolean): boolean {
  return typeof value === 'string' && SECRET_NAME.test(path) && !IDENTIFIER.test(value);
}

function whyUnresolved(value: UnresolvedValue, path: string) {
  const { reason, subject, mayBeAbsent, pieces, knownPrefix } = value;
  const known = pieces?.map(showPiece).join('') ?? (knownPrefix === undefined ? undefined : `${knownPrefix}…`);
  const isShown = known !== undefined && !SECRET_NAME.test(path);
  const text = isShown ? { text: clip(JSON.stringify(known)) } : {};
  return { state: 'unresolved' as const, ...text, reason, subject, mayBeAbsent };
}

function showPiece(piece: TextPiece): string {
  return 'text' in piece ? piece.text : `\${${piece.subject}}`;
}

function placeOf(origin: Origin | undefined): Pick<ExplainedValue, 'from' | 'location' | 'table' | 'assumptions'> {
  const { from = 'computed', location, table, assumptions = [] } = origin ?? {};
  return { from, ...(location && { location }), ...(table !== undefined && { table }), assumptions };
}

function clip(text: string): string {
  return text.length > CLIP ? `${text.slice(0, CLIP)}…` : text;
}
