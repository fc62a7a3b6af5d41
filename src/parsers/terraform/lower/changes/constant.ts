/** A property that is always the same for a Terraform type. Knows no resource type. */
import type { MapValue, Value } from '../../../../model/value.ts';

/** A derived property with this value. */
export function constant(value: string | boolean): (block: MapValue) => Value {
  return ({ origin }) => ({ state: 'known', type: 'scalar', value, origin: { ...origin, from: 'computed' } });
}
