/**
 * A template as far as it can be edited in place: one document without errors, without anchors, aliases and merge
 * keys, whose nodes may stand for other places as well. May not evaluate anything.
 */
import type { DocumentLimits, MapNode } from '../../documents/document-node.ts';
import { parseJsonDocument } from '../../documents/parse-json-document.ts';
import { parseYamlDocument } from '../../documents/parse-yaml-document.ts';

export interface EditableTemplate {
  readonly syntax: 'yaml' | 'json';
  readonly root: MapNode;
}

/** Larger or deeper templates are not edited. */
const LIMITS: DocumentLimits = { maxDepth: 100, maxNodes: 200_000, maxAliases: 0 };

/** The tree of a text; undefined where an edit in one place could change another. */
export function readEditableTemplate(text: string): EditableTemplate | undefined {
  const syntax = /^\s*[[{]/.test(text) ? 'json' : 'yaml';
  if (syntax === 'yaml' && /(?:^|[\s[{,])[&*][A-Za-z0-9_]/m.test(text)) return undefined;
  const { roots, errors, issues } =
    syntax === 'json' ? parseJsonDocument(text, LIMITS) : parseYamlDocument(text, LIMITS);
  const [root] = roots;
  const isCertain = errors.length === 0 && issues.every(({ code }) => code === 'ambiguous-scalar');
  return isCertain && roots.length === 1 && root?.type === 'map' ? { syntax, root } : undefined;
}
