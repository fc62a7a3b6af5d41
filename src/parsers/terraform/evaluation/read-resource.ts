/**
 * `aws_sqs_queue.q` and `data.aws_vpc.v` as values.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { expandResource } from './expand-resource.ts';
import { expansionValue } from './expansion-value.ts';
import { reportUndeclared } from './report-undeclared.ts';
import type { Scope } from './session.ts';

export interface ResourceName {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
}

/** References to the instances of a declared resource. */
export function readResource(scope: Scope, { mode, type, name }: ResourceName, origin: Origin): Value {
  const subject = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  const block = scope.configuration.resources.get(subject);
  if (!block) return reportUndeclared(scope.session, subject, origin);
  const expansion = expandResource(scope, block);
  if (expansion) return expansionValue(scope.session, expansion, subject, origin);
  scope.session.problems.add({
    code: 'reference-cycle',
    effect: 'note',
    message: `The number of instances of ${subject} depends on itself`,
    ...(origin.location ? { location: origin.location } : {}),
    unit: scope.session.unit,
  });
  return makeUnresolved('cycle', subject, origin, { mayBeAbsent: true });
}
