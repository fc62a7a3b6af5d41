/** Builders of evaluated Terraform resources for the tests of lowering. */
import { fileURLToPath } from 'node:url';
import { readDictionaryFolder } from '../../../dictionary/read-dictionary-folder.ts';
import { locationAt, map, type Plain, plain } from '../../../dictionary/testing-values.ts';
import type { Resource } from '../../../model/resource.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { type LoweredTerraform, lowerTerraform } from './lower-terraform.ts';

export const dictionary = readDictionaryFolder(fileURLToPath(new URL('../../../../rules/dictionary', import.meta.url)));

/** `aws_sqs_queue.q` with its attributes as plain data; blocks are lists of objects. */
export function terraform(
  address: string,
  attributes: { readonly [name: string]: Plain },
  more: Partial<TerraformResource> = {},
): TerraformResource {
  const [type = '', name = ''] = address.split('.');
  return {
    mode: 'managed',
    type,
    name,
    address,
    presence: 'yes',
    body: map(attributes),
    location: locationAt(1),
    calledFrom: [],
    movedFrom: [],
    ignoredChanges: [],
    ...more,
  };
}

export function lower(...resources: readonly TerraformResource[]): LoweredTerraform {
  return lowerTerraform(resources, { unit: 'infra', environment: 'default', dictionary });
}

/** Written properties of a resource as plain data, defaults of the provider left out. */
export function written(resource: Resource | undefined): unknown {
  const entries = [...(resource?.properties ?? [])].filter(([, value]) => value.origin?.from !== 'provider-default');
  return Object.fromEntries(entries.map(([name, value]) => [name, plain(value)]));
}
