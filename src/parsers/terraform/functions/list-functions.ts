/**
 * The remaining functions over lists and maps; they need their arguments in full.
 */
import type { Value } from '../../../model/value.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { compareValues } from '../values/compare-values.ts';
import { encodeJson } from '../values/encode-json.ts';
import { makeList } from '../values/make-list.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { toBoolean } from '../values/to-boolean.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';
import { zipMap } from './zip-map.ts';

export const LIST_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['alltrue', pureFunction([1, 1], (input) => input.list(0).every((value) => toBoolean(value) === true))],
  ['anytrue', pureFunction([1, 1], (input) => input.list(0).some((value) => toBoolean(value) === true))],
  ['chunklist', pureFunction([2, 2], chunk)],
  ['coalescelist', pureFunction([1, Infinity], (input) => input.values.find((_, at) => input.list(at).length > 0))],
  ['index', pureFunction([2, 2], indexOf)],
  ['matchkeys', pureFunction([3, 3], matchKeys)],
  ['reverse', pureFunction([1, 1], (input, { origin }) => makeList([...input.list(0)].reverse(), origin))],
  ['slice', pureFunction([3, 3], slice)],
  ['sort', pureFunction([1, 1], (input) => input.texts(0).sort((a, b) => (a < b ? -1 : 1)))],
  ['transpose', pureFunction([1, 1], transpose)],
  ['zipmap', zipMap],
]);

function chunk(input: PureArguments, { origin }: CallSite): Value | undefined {
  const [list, size] = [input.list(0), input.integer(1)];
  if (size < 0) return undefined;
  if (size === 0) return makeList([makeList(list, origin)], origin);
  const chunks: Value[] = [];
  for (let at = 0; at < list.length; at += size) chunks.push(makeList(list.slice(at, at + size), origin));
  return makeList(chunks, origin);
}

function indexOf(input: PureArguments): number | undefined {
  const [, wanted] = input.values;
  const at = wanted ? input.list(0).findIndex((value) => compareValues(value, wanted) === true) : -1;
  return at < 0 ? undefined : at;
}

function matchKeys(input: PureArguments, { origin }: CallSite): Value | undefined {
  const [values, names] = [input.list(0), input.list(1)];
  if (values.length !== names.length) return undefined;
  const wanted = new Set(input.list(2).map(encodeJson));
  const kept = values.filter((_, at) => {
    const name = names[at];
    return name !== undefined && wanted.has(encodeJson(name));
  });
  return makeList(kept, origin);
}

function slice(input: PureArguments, { origin }: CallSite): Value | undefined {
  const list = input.list(0);
  const [start, end] = [input.integer(1), input.integer(2)];
  return start < 0 || end < start || end > list.length ? undefined : makeList(list.slice(start, end), origin);
}

function transpose(input: PureArguments, { origin }: CallSite): Value {
  const turned = new Map<string, Value[]>();
  for (const [key, value] of input.map(0)) {
    if (value.state !== 'known' || value.type !== 'list') {
      input.failed = true;
      continue;
    }
    for (const item of value.items) {
      if (item.value.state !== 'known' || item.value.type !== 'scalar') continue;
      const name = String(item.value.value);
      const group = turned.get(name) ?? [];
      group.push(deriveScalar(key, [makeScalar(key, origin)], origin));
      turned.set(name, group);
    }
  }
  return makeMap(
    [...turned].map(([name, group]) => [name, makeList(group, origin)] as const),
    origin,
  );
}
