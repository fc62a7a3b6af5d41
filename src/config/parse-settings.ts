/**
 * A settings file as plain data with positions. Strict: one document, no duplicate keys, aliases, merge keys, tags or
 * values that two YAML readers take differently. Knows no setting; the schema judges what is in it.
 */
import type { DocumentNode } from '../documents/document-node.ts';
import { LineIndex } from '../documents/line-index.ts';
import { parseYamlDocument } from '../documents/parse-yaml-document.ts';
import type { Range } from '../model/location.ts';

export interface SettingsIssue {
  /** A sentence without position and full stop. */
  readonly message: string;
  readonly range: Range;
}

export interface ParsedSettings {
  /** Plain objects, arrays and scalars; undefined when there are issues. */
  readonly data: unknown;
  readonly issues: readonly SettingsIssue[];
  /** Range of the value at a path; of its key when `atKey`; of the nearest parent that exists otherwise. */
  readonly locate: (path: readonly PropertyKey[], atKey?: boolean) => Range;
}

const MAX_LENGTH = 512 * 1024;
const LIMITS = { maxDepth: 20, maxNodes: 100_000, maxAliases: 0 };
const MAX_ISSUES = 20;

/** `asText` keeps every scalar as it is written (hashes and dates look like numbers). Never throws. */
export function parseSettings(text: string, asText: boolean): ParsedSettings {
  const lines = new LineIndex(text);
  if (text.length > MAX_LENGTH)
    return broken([{ message: 'The file is larger than 512 KiB', range: lines.rangeOf(0, 0) }]);
  const parsed = parseYamlDocument(text, LIMITS);
  // Where all values are text, the two readings of a scalar do not matter.
  const readings = parsed.issues.filter((issue) => !(asText && issue.code === 'ambiguous-scalar'));
  const found = [...parsed.errors, ...readings].map(({ message, start, end }) => ({ message, start, end }));
  for (const root of parsed.roots) collectTags(root, found);
  if (parsed.roots.length > 1) found.push({ message: 'The file holds more than one document', start: 0, end: 0 });
  const issues = found
    .slice(0, MAX_ISSUES)
    .map(({ message, start, end }) => ({ message, range: lines.rangeOf(start, end) }));
  if (issues.length > 0) return broken(issues);
  const [root] = parsed.roots;
  return {
    data: root === undefined ? null : toData(root, asText),
    issues,
    locate: (path, atKey = false) => {
      const { start, end } = locateNode(root, path, atKey);
      return lines.rangeOf(start, end);
    },
  };
}

function broken(issues: readonly SettingsIssue[]): ParsedSettings {
  const range = issues[0]?.range ?? { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  return { data: undefined, issues, locate: () => range };
}

function collectTags(node: DocumentNode, found: { message: string; start: number; end: number }[]): void {
  if (node.tag !== undefined) found.push({ message: 'Tags are not allowed', start: node.start, end: node.end });
  if (node.type === 'sequence') for (const item of node.items) collectTags(item, found);
  if (node.type === 'map') for (const entry of node.entries) collectTags(entry.value, found);
}

function toData(node: DocumentNode, asText: boolean): unknown {
  if (node.type === 'sequence') return node.items.map((item) => toData(item, asText));
  // Own properties only: fromEntries defines `__proto__` like any other key, and the schema refuses it.
  if (node.type === 'map') {
    return Object.fromEntries(node.entries.map((entry) => [entry.key.text, toData(entry.value, asText)]));
  }
  return asText && node.style !== 'empty' ? node.text : node.value;
}

function locateNode(
  root: DocumentNode | undefined,
  path: readonly PropertyKey[],
  atKey: boolean,
): { readonly start: number; readonly end: number } {
  let node = root;
  let key: { readonly start: number; readonly end: number } | undefined;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) break;
    key = next.key;
    node = next.value;
  }
  return (atKey ? key : undefined) ?? node ?? { start: 0, end: 0 };
}

function childOf(node: DocumentNode | undefined, step: PropertyKey) {
  if (node?.type === 'map') return node.entries.find((entry) => entry.key.text === step);
  if (node?.type !== 'sequence' || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return item === undefined ? undefined : { key: item, value: item };
}
