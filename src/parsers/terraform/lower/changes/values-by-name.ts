/** Change of an attribute: parameters as a map. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';
import { chain } from './chain.ts';
import { mapBy } from './map-by.ts';
import { pick } from './pick.ts';

const textOf = mapBy('name', chain(pick('value'), asText));

/** Repeated blocks with `name` and `value` as a map from name to value, which is text as in Terraform's own schema. */
export function valuesByName(value: Value): Value {
  return textOf(value);
}

function asText(value: Value): Value {
  const isScalar = value.state === 'known' && value.type === 'scalar';
  return isScalar ? { ...value, value: String(value.value) } : value;
}
