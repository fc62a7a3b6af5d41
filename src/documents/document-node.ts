/**
 * One small tree for YAML and JSON, with offsets. Scalars keep their text beside their value, because a property's
 * type is decided by the dictionary and not by the document. Nodes under an alias are shared, never copied: a reader
 * may meet the same object twice but never a cycle. Offsets are UTF-16 code units, the end exclusive.
 */

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded' | 'empty';

export interface ScalarNode {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
  /** Text after unescaping and folding, before typing: `0644`, `yes`. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** Tag as written (`!Ref`); the tags of the core schema are applied and not kept. */
  readonly tag?: string;
  readonly start: number;
  readonly end: number;
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: DocumentNode;
}

/** Entries in source order, duplicates kept (the last one wins for readers, and each is an issue). */
export interface MapNode {
  readonly type: 'map';
  readonly entries: readonly MapEntry[];
  readonly tag?: string;
  readonly start: number;
  readonly end: number;
}

export interface SequenceNode {
  readonly type: 'sequence';
  readonly items: readonly DocumentNode[];
  readonly tag?: string;
  readonly start: number;
  readonly end: number;
}

export type DocumentNode = ScalarNode | MapNode | SequenceNode;

/** `budget`: nesting, nodes or aliases beyond the limits. Either kind means that something was not read. */
export interface DocumentError {
  readonly kind: 'syntax' | 'budget';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Where two readers may disagree about a text that both accept. */
export interface DocumentIssue {
  readonly code: 'duplicate-key' | 'merge-key' | 'ambiguous-scalar';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface ParsedDocument {
  /** One root per document of the stream; empty for an empty text. What is readable of a broken file is here. */
  readonly roots: readonly DocumentNode[];
  readonly errors: readonly DocumentError[];
  readonly issues: readonly DocumentIssue[];
}

export interface DocumentLimits {
  /** Nesting of maps and sequences, aliases expanded. */
  readonly maxDepth: number;
  /** Nodes of the whole stream, aliases expanded. */
  readonly maxNodes: number;
  /** Alias occurrences. */
  readonly maxAliases: number;
}
