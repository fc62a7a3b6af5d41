/**
 * `module.x` as a value: its instances where the module is in the tree, else unresolved.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { expandModule } from './expand-module.ts';
import { expansionValue } from './expansion-value.ts';
import { reportUndeclared } from './report-undeclared.ts';
import type { Scope } from './session.ts';

/** References to the instances of a declared module call. */
export function readModule(scope: Scope, name: string, origin: Origin): Value {
  const subject = `module.${name}`;
  const block = scope.configuration.modules.get(name);
  if (!block) return reportUndeclared(scope.session, subject, origin);
  const expansion = expandModule(scope, name, block);
  if (expansion === 'unavailable') return makeUnresolved('module-not-fetched', subject, origin, { mayBeAbsent: true });
  if (expansion) return expansionValue(scope.session, expansion, subject, origin);
  return makeUnresolved('cycle', subject, origin, { mayBeAbsent: true });
}
