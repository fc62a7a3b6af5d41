/**
 * How a Terragrunt configuration goes over the one it includes.
 */
import type { Value } from '../../../model/value.ts';
import { makeMap } from '../values/make-map.ts';
import type { TerragruntConfiguration } from './terragrunt-configuration.ts';

/** `child` wins; with `isDeep` maps are merged and lists joined at every depth. Locals stay the child's own. */
export function mergeTerragrunt(
  parent: TerragruntConfiguration,
  child: TerragruntConfiguration,
  isDeep: boolean,
): TerragruntConfiguration {
  return {
    source: child.source ?? parent.source,
    inputs: mergeMaps(parent.inputs, child.inputs, isDeep),
    locals: child.locals,
    variableFiles: [...parent.variableFiles, ...child.variableFiles],
    generated: new Map([...parent.generated, ...child.generated]),
    dependencies: new Map([...parent.dependencies, ...child.dependencies]),
  };
}

type Inputs = TerragruntConfiguration['inputs'];

function mergeMaps(parent: Inputs, child: Inputs, isDeep: boolean): Inputs {
  const entries = new Map(parent.entries);
  for (const [name, value] of child.entries) {
    const below = entries.get(name);
    entries.set(name, isDeep && below ? mergeValues(below, value) : value);
  }
  return makeMap([...entries], child.origin, child.openEnded ?? parent.openEnded);
}

/** Nesting is bounded by the evaluation of both. */
function mergeValues(parent: Value, child: Value): Value {
  if (parent.state !== 'known' || child.state !== 'known') return child;
  if (parent.type === 'map' && child.type === 'map') return mergeMaps(parent, child, true);
  if (parent.type === 'list' && child.type === 'list') return { ...child, items: [...parent.items, ...child.items] };
  return child;
}
