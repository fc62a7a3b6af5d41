/**
 * Where a planned resource stands in the configuration: its own block, or the call of the module that is not in the
 * tree. May not guess: what has neither is not of this configuration.
 */
import type { Location } from '../../../model/location.ts';
import { locationOf } from '../configuration/location-of.ts';
import type { Scope } from '../evaluation/session.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { withoutKeys } from './without-keys.ts';

export interface Place {
  readonly location: Location;
  readonly calledFrom: readonly Location[];
  /** The same resource as evaluated; absent inside a module that is not in the tree. */
  readonly source?: TerraformResource;
  /** False for an instance that the configuration, as far as it is known, does not make. */
  readonly isExpected: boolean;
}

export class ConfigurationIndex {
  readonly #byAddress: ReadonlyMap<string, TerraformResource>;
  /** Of each block one instance, the one that stands for unknown ones if there is one. */
  readonly #byBlock = new Map<string, TerraformResource>();
  readonly #scopes = new Map<string, Scope>();

  constructor(resources: readonly TerraformResource[], scopes: readonly Scope[]) {
    this.#byAddress = new Map(resources.map((resource) => [resource.address, resource]));
    for (const resource of resources) {
      const block = withoutKeys(resource.address);
      if (!this.#byBlock.has(block) || resource.address.includes('[*]')) this.#byBlock.set(block, resource);
    }
    for (const scope of scopes) this.#scopes.set(withoutKeys(scope.prefix), scope);
  }

  /** The place of an address of the plan; undefined where the configuration has nothing of the name. */
  find(address: string): Place | undefined {
    const plain = withoutKeys(address);
    const own = this.#byAddress.get(address) ?? this.#byBlock.get(plain);
    if (own === undefined) return this.#callOf(plain);
    const isExpected = own.address === address || own.address.includes('[*]');
    return { location: own.location, calledFrom: own.calledFrom, source: own, isExpected };
  }

  /** The outermost call on the way whose module could not be read. */
  #callOf(plain: string): Place | undefined {
    const parts = plain.split('.');
    let prefix = '';
    for (let at = 0; parts[at] === 'module'; at += 2) {
      const scope = this.#scopes.get(prefix);
      const call = scope?.configuration.modules.get(parts[at + 1] ?? '');
      if (scope === undefined || call === undefined) return undefined;
      prefix += `module.${parts[at + 1] ?? ''}.`;
      if (this.#scopes.has(prefix)) continue;
      return { location: locationOf(call.file, call.span), calledFrom: scope.calledFrom, isExpected: true };
    }
    return undefined;
  }
}
