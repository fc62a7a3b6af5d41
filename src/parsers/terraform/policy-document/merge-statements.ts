/**
 * Merging of two policy documents: a later statement replaces an earlier one with the same Sid, all others add up.
 */
import type { ListItem, UnresolvedValue, Value } from '../../../model/value.ts';
import { toText } from '../values/to-text.ts';

export interface Draft {
  readonly statements: readonly ListItem[];
  /** Statements that may follow and are not known; they may also replace known ones with a Sid. */
  readonly openEnded: UnresolvedValue | undefined;
  readonly version: Value | undefined;
  readonly id: Value | undefined;
}

/** The merged document; what an unknown document may replace is no longer certain. */
export function mergeStatements(earlier: Draft, later: Draft): Draft {
  const statements = later.openEnded ? earlier.statements.map(doubtNamed) : [...earlier.statements];
  for (const item of later.statements) {
    const sid = sidOf(item.value);
    const at = sid === '' ? -1 : statements.findIndex((other) => sidOf(other.value) === sid);
    const replaced = statements[at];
    if (replaced === undefined) statements.push(item);
    else if (item.presence === 'yes') statements[at] = item;
    else statements.splice(at, 1, { ...replaced, presence: 'unknown' }, item);
  }
  return {
    statements,
    openEnded: earlier.openEnded ?? later.openEnded,
    version: newest(earlier.version, later.version),
    id: later.id ?? earlier.id,
  };
}

function doubtNamed(item: ListItem): ListItem {
  return sidOf(item.value) === '' ? item : { ...item, presence: 'unknown' };
}

function sidOf(statement: Value): string {
  const sid = statement.state === 'known' && statement.type === 'map' ? statement.entries.get('Sid') : undefined;
  return (sid && toText(sid)) ?? '';
}

function newest(earlier: Value | undefined, later: Value | undefined): Value | undefined {
  const [left, right] = [earlier && toText(earlier), later && toText(later)];
  return left !== undefined && right !== undefined && left > right ? earlier : (later ?? earlier);
}
