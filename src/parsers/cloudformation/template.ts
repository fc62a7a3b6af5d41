/** A template taken apart into its sections, nothing evaluated. Maps, because the keys come from the pull request. */
import type { DocumentNode, ScalarNode } from '../../documents/document-node.ts';

/** One entry of a section: where its name stands, and its content. */
export interface TemplateEntry {
  readonly key: ScalarNode;
  readonly value: DocumentNode;
}

export type Section = ReadonlyMap<string, TemplateEntry>;

/** A name in `Transform`, at the top or inside, that may rewrite the template. */
export interface Transform {
  readonly name: string;
  readonly node: DocumentNode;
}

export interface Template {
  readonly parameters: Section;
  readonly mappings: Section;
  readonly conditions: Section;
  readonly resources: Section;
  readonly transforms: readonly Transform[];
}
