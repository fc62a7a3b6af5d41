/**
 * A value on its way from Terragrunt to a module: what holds the unknown place of the working copy becomes unknown.
 */
import type { Value } from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { TREE_ROOT } from './tree-root.ts';

/** The same value without paths of a machine. Nesting is bounded by the evaluation. */
export function leaveTerragrunt(value: Value): Value {
  if (value.state !== 'known') return value;
  if (value.type === 'list') {
    return { ...value, items: value.items.map((item) => ({ ...item, value: leaveTerragrunt(item.value) })) };
  }
  if (value.type === 'map') {
    return { ...value, entries: new Map([...value.entries].map(([key, nested]) => [key, leaveTerragrunt(nested)])) };
  }
  const holdsPlace = typeof value.value === 'string' && value.value.includes(TREE_ROOT);
  return holdsPlace ? makeUnresolved('non-deterministic', 'the path of the working copy', value.origin) : value;
}
