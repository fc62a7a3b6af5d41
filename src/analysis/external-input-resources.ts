/**
 * What a deployment fetches or runs from outside the tree, as resources, so that rules judge it like everything else
 * (ATTACKS 18). Sources the policy trusts, and container images (judged as build stages), are left out.
 */
import type { Resource } from '../model/resource.ts';
import type { EvaluatedUnit, ExternalInput } from '../model/unit.ts';
import type { ScalarValue } from '../model/value.ts';

const KINDS: Readonly<Partial<Record<ExternalInput['kind'], string>>> = {
  module: 'External::Module',
  provider: 'External::Provider',
  template: 'External::Template',
  macro: 'External::Macro',
  url: 'External::Url',
  command: 'External::Command',
};

/** The address holds the source: another source is another input, whatever the block is called. */
export function externalInputResources(
  unit: EvaluatedUnit,
  isAllowedSource: (source: string) => boolean,
): readonly Resource[] {
  const resources = new Map<string, Resource>();
  for (const input of unit.externalInputs) {
    const kind = KINDS[input.kind];
    if (kind === undefined || isAllowedSource(input.source)) continue;
    const address = `${input.address} <- ${input.source}`;
    resources.set(`${kind} ${address}`, describe(input, kind, address, unit));
  }
  return [...resources.values()];
}

function describe(input: ExternalInput, kind: string, address: string, unit: EvaluatedUnit): Resource {
  const text = (value: string): ScalarValue => ({
    state: 'known',
    type: 'scalar',
    value,
    origin: { from: 'source', location: input.location },
  });
  const properties = new Map([['Source', text(input.source)]]);
  if (input.pin !== undefined) properties.set('Pin', text(input.pin));
  return {
    kind,
    address,
    name: address,
    format: unit.format,
    sourceType: input.kind,
    unit: unit.path,
    environment: unit.environment,
    presence: 'yes',
    properties,
    location: input.location,
    calledFrom: [],
    movedFrom: [],
    foldedFrom: [],
  };
}
