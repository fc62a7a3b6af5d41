/**
 * One instance with all its arguments evaluated, as the lowering takes it.
 */
import type { Value } from '../../../model/value.ts';
import { locationOf } from '../configuration/location-of.ts';
import { groupBlocks } from '../evaluation/group-blocks.ts';
import { instanceAttribute } from '../evaluation/instance-attribute.ts';
import { originOf } from '../evaluation/origin-of.ts';
import type { Instance } from '../evaluation/session.ts';
import { describeProvider } from '../inputs/describe-provider.ts';
import { findEarlierAddresses } from '../inputs/find-earlier-addresses.ts';
import type { Moves } from '../inputs/index-moves.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { makeMap } from '../values/make-map.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';

/** Arguments that belong to Terraform, not to the provider. */
const META_ARGUMENTS: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** The resource; ignored arguments that are not set are unresolved as well. */
export function toTerraformResource(instance: Instance, moves: Moves): TerraformResource {
  const { block, scope, ignored, address } = instance;
  const { text: _block, ...origin } = originOf(block, block.span);
  const names = new Set([...block.body.attributes.keys(), ...groupBlocks(block.body).keys()]);
  if (ignored !== 'all') for (const name of ignored) names.add(name);
  const entries: [string, Value][] = [];
  for (const name of names) {
    if (META_ARGUMENTS.has(name)) continue;
    const value = instanceAttribute(instance, name);
    if (value) entries.push([name, value]);
  }
  const all = ignored === 'all' ? makeUnresolved('ignored-changes', address, origin, { mayBeAbsent: true }) : undefined;
  const provider = describeProvider(instance);
  return {
    mode: block.mode,
    type: block.type,
    name: block.resourceName,
    address,
    presence: instance.presence,
    body: makeMap(entries, origin, all),
    location: locationOf(block.file, block.span),
    calledFrom: scope.calledFrom,
    ...(provider ? { provider } : {}),
    movedFrom: findEarlierAddresses(address, moves),
    ignoredChanges: ignored === 'all' ? 'all' : [...ignored].sort(),
  };
}
