/**
 * `validation` blocks of variables whose condition is certainly false: Terraform would refuse the value. Said, and the
 * value is judged all the same, because the condition is the author's.
 */
import { locationOf } from '../configuration/location-of.ts';
import type { Scope } from '../evaluation/session.ts';
import { toBoolean } from '../values/to-boolean.ts';

/** One note for each such block. */
export function reportValidations(scope: Scope): void {
  const { session } = scope;
  for (const [name, variable] of scope.configuration.variables) {
    for (const block of variable.body.blocks) {
      const condition = block.name === 'validation' ? block.body.attributes.get('condition') : undefined;
      if (!condition) continue;
      const env = { session, scope, file: condition.file, bindings: undefined };
      if (toBoolean(session.evaluate(condition.expression, env)) !== false) continue;
      session.problems.add({
        code: 'impossible-value',
        effect: 'note',
        message: `The value of variable ${name.slice(0, 80)} does not pass its validation`,
        location: locationOf(condition.file, condition.expression),
        unit: session.unit,
      });
    }
  }
}
