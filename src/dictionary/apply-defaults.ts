/**
 * Fills in what a resource is where nobody wrote it, from the dated table of its language. Only where the property is
 * certainly absent: an unresolved property stays unresolved. May not overwrite anything.
 */
import type { Location } from '../model/location.ts';
import type { Origin, Value } from '../model/value.ts';
import type { DefaultContent, ProviderDefault } from './defaults-table.ts';
import type { Dictionary } from './dictionary.ts';

/** A resource as far as defaults need it; `location` is its block, where a finding about a default points. */
export interface Defaultable {
  readonly kind: string;
  readonly properties: ReadonlyMap<string, Value>;
  readonly location: Location;
}

/** Resource and language (`terraform-aws`, `cloudformation`) in, properties with defaults out. */
export function applyDefaults(
  resource: Defaultable,
  language: string,
  dictionary: Dictionary,
): ReadonlyMap<string, Value> {
  const table = dictionary.defaults?.get(language);
  const defaults = table?.kinds.get(resource.kind);
  if (!table || !defaults) return resource.properties;
  const origin: Origin = {
    from: 'provider-default',
    location: resource.location,
    table: `${table.language}@${table.checked}`,
  };
  let properties = resource.properties;
  for (const [path, entry] of defaults) {
    if (!entry.unless.some((condition) => mayHold(condition, resource.properties))) {
      properties = fill(properties, path.split('.'), entry, origin);
    }
  }
  return properties;
}

function mayHold(condition: string, properties: ReadonlyMap<string, Value>): boolean {
  const [name = '', wanted] = condition.split('=');
  const value = properties.get(name);
  if (wanted === undefined || value?.state !== 'known') return isWritten(value);
  return value.type !== 'scalar' || value.value === wanted;
}

/** A property that may be there switches a default off: what it would be is not certain. */
function isWritten(value: Value | undefined): boolean {
  return value !== undefined && value.state !== 'absent' && value.state !== 'null';
}

function fill(
  entries: ReadonlyMap<string, Value>,
  path: readonly string[],
  entry: ProviderDefault,
  origin: Origin,
): ReadonlyMap<string, Value> {
  const [name, ...rest] = path;
  if (name === undefined) return entries;
  const current = entries.get(name);
  if (rest.length === 0) return isWritten(current) ? entries : new Map(entries).set(name, toValue(entry.value, origin));
  if (current?.state !== 'known') return entries;
  return new Map(entries).set(name, fillInside(current, rest, entry, origin));
}

function fillInside(value: Value, path: readonly string[], entry: ProviderDefault, origin: Origin): Value {
  if (value.state !== 'known' || value.type === 'scalar') return value;
  const here: Origin = value.origin.location ? { ...origin, location: value.origin.location } : origin;
  if (value.type === 'list') {
    const items = value.items.map((item) => ({ ...item, value: fillInside(item.value, path, entry, here) }));
    return { ...value, items };
  }
  return value.openEnded ? value : { ...value, entries: fill(value.entries, path, entry, here) };
}

function toValue(content: DefaultContent, origin: Origin): Value {
  if (typeof content !== 'object') return { state: 'known', type: 'scalar', value: content, origin };
  if (isList(content)) {
    const items = content.map((item) => ({ presence: 'yes' as const, value: toValue(item, origin) }));
    return { state: 'known', type: 'list', items, origin };
  }
  const entries = new Map(Object.entries(content).map(([name, inner]) => [name, toValue(inner, origin)]));
  return { state: 'known', type: 'map', entries, origin };
}

function isList(content: DefaultContent): content is readonly DefaultContent[] {
  return Array.isArray(content);
}
