/** Change of an attribute: a map as a list of names and values. Keeps unknown values unknown; knows no resource type. */
import type { ListItem, Value } from '../../../../model/value.ts';

/** `{ STAGE = "x" }` as `[{ name: "STAGE", value: "x" }]`. */
export function pairs(value: Value): Value {
  if (value.state !== 'known' || value.type !== 'map') return value;
  const { origin, openEnded } = value;
  const items = [...value.entries].map(([key, element]): ListItem => {
    const name: Value = { state: 'known', type: 'scalar', value: key, origin: element.origin ?? origin };
    const entries = new Map<string, Value>([
      ['name', name],
      ['value', element],
    ]);
    return { presence: 'yes', value: { state: 'known', type: 'map', entries, origin: element.origin ?? origin } };
  });
  return { state: 'known', type: 'list', items, origin, ...(openEnded && { openEnded }) };
}
