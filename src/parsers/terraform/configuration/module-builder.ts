/**
 * Collects the top-level blocks of a directory. Says what is declared twice and what Terraform does not know; of two
 * equal declarations the first in file order stays.
 */
import type { Problem } from '../../../model/problem.ts';
import { locationOf } from './location-of.ts';
import { mergeOverride } from './merge-override.ts';
import type {
  ModuleConfiguration,
  ResourceBlock,
  SourceAttribute,
  SourceBlock,
  SourceBody,
  SourceFile,
} from './module-configuration.ts';

/** Blocks Terraform or OpenTofu know and that make no resource. */
const SILENT_BLOCKS: ReadonlySet<string> = new Set(['import', 'check', 'ephemeral', 'action', 'list', 'language']);
const LISTED_BLOCKS: ReadonlySet<string> = new Set(['moved', 'removed', 'terraform']);

export class ModuleBuilder {
  readonly #directory: string;
  readonly #unit: string;
  readonly #files: SourceFile[] = [];
  readonly #named = new Map<string, Map<string, SourceBlock>>();
  readonly #locals = new Map<string, SourceAttribute>();
  readonly #listed: SourceBlock[] = [];
  readonly #problems: Problem[] = [];

  constructor(directory: string, unit: string) {
    this.#directory = directory;
    this.#unit = unit;
  }

  /** Adds what one file declares; of an override file it replaces. */
  addFile(file: SourceFile, body: SourceBody, isOverride: boolean): void {
    this.#files.push(file);
    for (const block of body.blocks) this.#addBlock(block, isOverride);
  }

  addProblem(problem: Problem): void {
    this.#problems.push(problem);
  }

  build(): ModuleConfiguration {
    const named = (name: string): ReadonlyMap<string, SourceBlock> => this.#named.get(name) ?? new Map();
    const listed = (name: string): SourceBlock[] => this.#listed.filter((block) => block.name === name);
    const resources = new Map<string, ResourceBlock>();
    for (const name of ['resource', 'data']) {
      for (const [key, block] of named(name)) resources.set(key, toResource(block));
    }
    return {
      directory: this.#directory,
      files: this.#files,
      variables: named('variable'),
      locals: this.#locals,
      outputs: named('output'),
      resources: sortByKey(resources),
      modules: sortByKey(named('module')),
      providers: named('provider'),
      moved: listed('moved'),
      removed: listed('removed'),
      terraform: listed('terraform'),
      problems: this.#problems,
    };
  }

  #addBlock(block: SourceBlock, isOverride: boolean): void {
    if (block.name === 'locals') this.#addLocals(block, isOverride);
    else if (LISTED_BLOCKS.has(block.name)) this.#addListed(block, isOverride);
    else if (!SILENT_BLOCKS.has(block.name)) this.#addNamed(block, isOverride);
  }

  /** The place of the state in an override file replaces the one before; the rest of `terraform` blocks adds up. */
  #addListed(block: SourceBlock, isOverride: boolean): void {
    if (isOverride && block.body.blocks.some(isBackend)) {
      for (const [at, earlier] of this.#listed.entries()) {
        const blocks = earlier.body.blocks.filter((nested) => !isBackend(nested));
        if (earlier.name === 'terraform') this.#listed[at] = { ...earlier, body: { ...earlier.body, blocks } };
      }
    }
    this.#listed.push(block);
  }

  #addNamed(block: SourceBlock, isOverride: boolean): void {
    const key = keyOf(block);
    if (key === undefined) {
      this.#reportBlock(block);
      return;
    }
    const blocks = this.#named.get(block.name) ?? new Map<string, SourceBlock>();
    this.#named.set(block.name, blocks);
    const earlier = blocks.get(key);
    if (earlier && isOverride) blocks.set(key, mergeOverride(earlier, block));
    else if (earlier) this.#reportDuplicate(key, block);
    else blocks.set(key, block);
  }

  #addLocals(block: SourceBlock, isOverride: boolean): void {
    for (const [name, attribute] of block.body.attributes) {
      if (this.#locals.has(name) && !isOverride) this.#reportDuplicate(`local.${name}`, block);
      else this.#locals.set(name, attribute);
    }
  }

  #reportDuplicate(key: string, block: SourceBlock): void {
    this.#problems.push({
      code: 'duplicate-address',
      effect: 'ambiguous',
      message: `${key.slice(0, 120)} is declared more than once`,
      location: locationOf(block.file, block.header),
      unit: this.#unit,
      address: key,
    });
  }

  #reportBlock(block: SourceBlock): void {
    this.#problems.push({
      code: 'syntax-error',
      effect: 'not-evaluated',
      message: `A ${block.name.slice(0, 60)} block with ${block.labels.length} labels is not known at the top level`,
      location: locationOf(block.file, block.header),
      unit: this.#unit,
    });
  }
}

function isBackend({ name }: SourceBlock): boolean {
  return name === 'backend' || name === 'cloud';
}

/** Address of a block in its directory; undefined for a wrong number of labels or an unknown block. */
function keyOf(block: SourceBlock): string | undefined {
  const [first, second] = block.labels;
  switch (block.name) {
    case 'resource':
    case 'data':
      if (!first || !second || block.labels.length !== 2) return undefined;
      return `${block.name === 'data' ? 'data.' : ''}${first.value}.${second.value}`;
    case 'provider': {
      if (!first || second) return undefined;
      const alias = block.body.attributes.get('alias')?.expression;
      const [part] = alias?.type === 'template' ? alias.parts : [];
      return part?.type === 'text' ? `${first.value}.${part.value}` : first.value;
    }
    case 'variable':
    case 'output':
    case 'module':
      return first && !second ? first.value : undefined;
    default:
      return undefined;
  }
}

function toResource(block: SourceBlock): ResourceBlock {
  const [type, name] = block.labels;
  const mode = block.name === 'data' ? 'data' : 'managed';
  return { ...block, mode, type: type?.value ?? '', resourceName: name?.value ?? '' };
}

/** Evaluation follows the names, never the order in the files. */
function sortByKey<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
