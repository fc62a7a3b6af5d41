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
  response: 'External::Response',
  backend: 'External::Backend',
  command: 'External::Command',
};

/**
 * The source is the identity: a unit that uses a module already takes nothing new from outside with one more call. Of
 * several uses the one that is not pinned counts. A command depends on where it runs, so each place is one.
 */
export function externalInputResources(
  unit: EvaluatedUnit,
  isAllowedSource: (source: string) => boolean,
): readonly Resource[] {
  const used = new Map<string, { readonly input: ExternalInput; readonly kind: string; readonly address: string }>();
  for (const input of unit.externalInputs) {
    const kind = KINDS[input.kind];
    if (kind === undefined || isAllowedSource(input.source)) continue;
    const address = input.kind === 'command' ? `${input.address} <- ${input.source}` : input.source;
    const known = used.get(`${kind} ${address}`);
    const isWorse = known?.input.pin !== undefined && input.pin === undefined;
    if (known === undefined || isWorse) used.set(`${kind} ${address}`, { input, kind, address });
  }
  return [...used.values()].map(({ input, kind, address }) => describe(input, kind, address, unit));
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
