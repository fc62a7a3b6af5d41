/**
 * What `aws_sqs_queue.q` or `module.m` is as a value: one instance, a list of them, a map of them.
 */
import type { ListItem, Origin, ReferenceValue, Value } from '../../../model/value.ts';
import { makeMap } from '../values/make-map.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import type { Expansion, Member, Session } from './session.ts';

/** References to the instances, in the shape that indexing and splats expect. */
export function expansionValue(session: Session, expansion: Expansion, subject: string, origin: Origin): Value {
  const { kind, members } = expansion;
  const refer = ({ address }: Member): ReferenceValue => {
    return { state: 'reference', target: address, attribute: '', origin };
  };
  const [first] = members;
  if (kind === 'single' || kind === 'unknown') {
    return first ? refer(first) : makeUnresolved('unknown-count', subject, origin, { mayBeAbsent: true });
  }
  if (kind === 'count') {
    const items = members.map((member): ListItem => ({ presence: member.presence, value: refer(member) }));
    return { state: 'known', type: 'list', items, origin };
  }
  if (members.some((member) => member.presence === 'unknown')) session.doubts += 1;
  const known = members.filter((member) => member.key !== '*');
  const open = known.length < members.length ? makeUnresolved('unknown-count', subject, origin) : undefined;
  const entries = known.map((member) => [String(member.key), refer(member)] as const);
  return makeMap(entries, origin, open);
}
