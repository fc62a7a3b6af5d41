/**
 * The resources of one side by identity and by physical name, so that comparing two sides stays linear. Knows unit
 * keys, not paths.
 */
import type { Resource } from '../model/resource.ts';

export class ResourceIndex {
  readonly #byKey = new Map<string, Resource>();
  readonly #byName = new Map<string, { readonly key: string; readonly resource: Resource }[]>();

  constructor(resources: readonly Resource[], unitKeyOf: (unit: string) => string) {
    for (const resource of resources) {
      const key = ResourceIndex.key(unitKeyOf(resource.unit), resource.environment, resource.address);
      this.#byKey.set(key, resource);
      if (resource.name === resource.address) continue;
      const name = nameKey(resource);
      const namesakes = this.#byName.get(name) ?? [];
      if (namesakes.push({ key, resource }) === 1) this.#byName.set(name, namesakes);
    }
  }

  /** Identity of a resource: unit key, environment, address. NUL can stand in none of them. */
  static key(unitKey: string, environment: string, address: string): string {
    return `${unitKey}\0${environment}\0${address}`;
  }

  get(key: string): Resource | undefined {
    return this.#byKey.get(key);
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** The only resource of the same kind, environment and physical name; undefined when there is none or a second. */
  onlyNamesake(resource: Resource): { readonly key: string; readonly resource: Resource } | undefined {
    const namesakes = this.#byName.get(nameKey(resource)) ?? [];
    return namesakes.length === 1 ? namesakes[0] : undefined;
  }
}

function nameKey(resource: Resource): string {
  return `${resource.kind}\0${resource.environment}\0${resource.name}`;
}
