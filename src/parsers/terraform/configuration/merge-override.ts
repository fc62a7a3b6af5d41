/**
 * Override files (https://developer.hashicorp.com/terraform/language/files/override): attributes replace attributes,
 * nested blocks replace all blocks of their type, `lifecycle` merges attribute by attribute.
 */
import type { SourceBlock, SourceBody } from './module-configuration.ts';

/** The block as an override file changes it. Span and header stay those of the original. */
export function mergeOverride(original: SourceBlock, override: SourceBlock): SourceBlock {
  const attributes = new Map(original.body.attributes);
  for (const [name, attribute] of override.body.attributes) {
    if (name === 'count') attributes.delete('for_each');
    if (name === 'for_each') attributes.delete('count');
    attributes.set(name, attribute);
  }
  const replaced = new Set(override.body.blocks.map(typeOf).filter((type) => type !== 'lifecycle'));
  const kept = original.body.blocks.filter((block) => !replaced.has(typeOf(block)));
  const lifecycle = kept.find((block) => block.name === 'lifecycle');
  const added = override.body.blocks.filter((block) => !(block.name === 'lifecycle' && lifecycle));
  const changes = override.body.blocks.find((block) => block.name === 'lifecycle');
  const blocks = [...kept, ...added].map((block) => {
    return block === lifecycle && changes ? mergeOverride(lifecycle, changes) : block;
  });
  const body: SourceBody = { attributes, blocks };
  return { ...original, body };
}

function typeOf(block: SourceBlock): string {
  return block.name === 'dynamic' ? (block.labels[0]?.value ?? '') : block.name;
}
