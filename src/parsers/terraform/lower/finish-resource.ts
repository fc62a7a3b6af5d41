/**
 * Turns a draft into a resource of the model: values coerced to the dictionary's types, defaults of the provider filled
 * in, the name for people chosen. Problems carry unit and address.
 */
import { applyDefaults } from '../../../dictionary/apply-defaults.ts';
import { coerceValue } from '../../../dictionary/coerce-value.ts';
import type { Dictionary } from '../../../dictionary/dictionary.ts';
import { propertyType } from '../../../dictionary/property-type.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import type { Draft } from './draft.ts';
import { setPath } from './set-path.ts';

/** What lowering knows of the unit it lowers. */
export interface LoweringContext {
  readonly unit: string;
  readonly environment: string;
  readonly dictionary: Dictionary;
}

/** The Cloud Control provider sends what is written; the rest is CloudFormation's. */
function languageOf(type: string): string {
  return type.startsWith('awscc_') ? 'cloudformation' : 'terraform-aws';
}

/** A draft in, its resource out; what could not be coerced is added to `problems`. */
export function finishResource(draft: Draft, context: LoweringContext, problems: Problem[]): Resource {
  const { source, kind, address } = draft;
  for (const problem of draft.problems) problems.push({ ...problem, unit: context.unit, address });
  for (const [path, items] of draft.added) {
    const origin = { from: 'source' as const, location: source.location };
    setPath(draft.properties, path.split('.'), { state: 'known', type: 'list', items, origin });
  }
  const coerced = coerceProperties(draft, context, problems);
  const properties = applyDefaults(
    { kind, properties: coerced, location: source.location },
    languageOf(source.type),
    context.dictionary,
  );
  return {
    kind,
    address,
    name: nameOf(draft),
    format: 'terraform',
    sourceType: source.type,
    unit: context.unit,
    environment: context.environment,
    presence: draft.presence,
    properties,
    location: source.location,
    calledFrom: source.calledFrom,
    ...(source.provider && { provider: source.provider }),
    movedFrom: source.movedFrom.map((previous) => previous + draft.suffix),
    foldedFrom: draft.foldedFrom,
  };
}

function coerceProperties(draft: Draft, context: LoweringContext, problems: Problem[]): Map<string, Value> {
  const kind = context.dictionary.kinds.get(draft.kind);
  const properties = new Map<string, Value>();
  for (const [name, value] of draft.properties) {
    const type = kind && propertyType(kind, name);
    const coerced = kind && type ? coerceValue(value, type, kind) : { value, problems: [] };
    for (const problem of coerced.problems) problems.push({ ...problem, unit: context.unit, address: draft.address });
    if (coerced.value.state !== 'absent' && coerced.value.state !== 'null') properties.set(name, coerced.value);
  }
  return properties;
}

function nameOf(draft: Draft): string {
  const name = draft.nameProperty;
  if (name?.state !== 'known' || name.type !== 'scalar' || name.sensitive || name.value === '') return draft.address;
  return draft.suffix === '' ? String(name.value) : `${String(name.value)}${draft.suffix}`;
}
