/**
 * What a planned argument refers to, as the plan's own copy of the configuration tells: needed inside modules that are
 * not in the tree, where identifiers are known after the run only. May not guess between instances.
 */
import type { DocumentNode } from '../../../documents/document-node.ts';
import { entryOf } from '../../../documents/entry-of.ts';
import type { Origin, ReferenceValue } from '../../../model/value.ts';
import type { TerraformPlan } from './terraform-plan.ts';
import { withoutKeys } from './without-keys.ts';

export class PlanReferences {
  readonly #planned: ReadonlySet<string>;
  readonly #root: DocumentNode | undefined;
  /** By block: its `expressions`. */
  readonly #known = new Map<string, DocumentNode | undefined>();

  constructor({ resources, configuration }: Pick<TerraformPlan, 'resources' | 'configuration'>) {
    this.#planned = new Set(resources.map(({ address }) => address));
    this.#root = configuration;
  }

  /** Whether the configuration sets the argument; undefined where the plan does not tell. */
  isWritten(address: string, argument: string): boolean | undefined {
    const expressions = this.#expressionsOf(address);
    return expressions === undefined ? undefined : entryOf(expressions, argument) !== undefined;
  }

  /** The one planned resource an argument takes its value from; undefined where it is not one. */
  find(address: string, argument: string, origin: Origin): ReferenceValue | undefined {
    const expression = entryOf(this.#expressionsOf(address), argument)?.value;
    const listed = entryOf(expression, 'references')?.value;
    const texts = listed?.type === 'sequence' ? listed.items : [];
    const [first] = texts;
    if (first?.type !== 'scalar' || typeof first.value !== 'string') return undefined;
    const parts = /^([a-z0-9_]+\.[\w-]+)(\[[^\]]*\])?\.?(.*)$/.exec(first.value);
    if (parts === null) return undefined;
    const [, block = '', key = '', attribute = ''] = parts;
    const prefix = modulePrefix(address);
    const ownKey = address.endsWith(']') ? address.slice(address.lastIndexOf('[')) : '';
    const target = [key, ownKey, ''].map((each) => `${prefix}${block}${each}`).find((each) => this.#planned.has(each));
    return target === undefined ? undefined : { state: 'reference', target, attribute, origin };
  }

  #expressionsOf(address: string): DocumentNode | undefined {
    const plain = withoutKeys(address);
    if (!this.#known.has(plain)) this.#known.set(plain, this.#search(plain));
    return this.#known.get(plain);
  }

  #search(plain: string): DocumentNode | undefined {
    const parts = plain.split('.');
    let module = this.#root;
    let at = 0;
    for (; parts[at] === 'module'; at += 2) {
      const call = entryOf(entryOf(module, 'module_calls')?.value, parts[at + 1] ?? '')?.value;
      module = entryOf(call, 'module')?.value;
    }
    const resources = entryOf(module, 'resources')?.value;
    const local = parts.slice(at).join('.');
    const found = (resources?.type === 'sequence' ? resources.items : []).find((resource) => {
      const own = entryOf(resource, 'address')?.value;
      return own?.type === 'scalar' && own.value === local;
    });
    return entryOf(found, 'expressions')?.value;
  }
}

/** `module.a["x"].` of `module.a["x"].aws_s3_bucket.b[0]`. */
function modulePrefix(address: string): string {
  const local = withoutKeys(address).split('.').slice(-2).join('.');
  const own = address.endsWith(']') ? address.slice(0, address.lastIndexOf('[')) : address;
  return own.endsWith(local) ? own.slice(0, own.length - local.length) : '';
}
