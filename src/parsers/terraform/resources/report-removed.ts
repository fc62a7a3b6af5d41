/**
 * `removed` blocks that forget a resource instead of destroying it: it stays deployed and nobody manages it.
 */
import { locationOf } from '../configuration/location-of.ts';
import type { SourceBlock } from '../configuration/module-configuration.ts';
import type { Scope } from '../evaluation/session.ts';

/** One note for each such block. */
export function reportRemoved(scope: Scope): void {
  for (const block of scope.configuration.removed) {
    if (!forgets(block)) continue;
    const from = block.body.attributes.get('from');
    const address = from ? from.file.text.slice(from.expression.start, from.expression.end) : '';
    scope.session.problems.add({
      code: 'resource-forgotten',
      effect: 'note',
      message: `${address.slice(0, 120)} is forgotten, not destroyed: it stays deployed and unmanaged`,
      location: locationOf(block.file, block.header),
      unit: scope.session.unit,
      address: scope.prefix + address,
    });
  }
}

function forgets(block: SourceBlock): boolean {
  return block.body.blocks.some((nested) => {
    const destroy = nested.name === 'lifecycle' ? nested.body.attributes.get('destroy')?.expression : undefined;
    return destroy !== undefined && !(destroy.type === 'literal' && destroy.value === true);
  });
}
