/**
 * Reads YAML inside a string (an API description) into the value model, with positions by line. Bounded in nesting,
 * nodes and aliases. What YAML readers disagree about is a Problem; keys written twice make their value unresolved.
 */
import type { DocumentIssue, DocumentNode, MapNode } from '../../documents/document-node.ts';
import { parseYamlDocument } from '../../documents/parse-yaml-document.ts';
import type { Problem } from '../../model/problem.ts';
import type { Origin, ScalarValue, Value } from '../../model/value.ts';
import { EmbeddedLocation } from '../embedded-location.ts';
import type { ParsedJson } from '../parse-json-value.ts';
import { problemAt } from '../problem-at.ts';
import { unresolved } from '../unresolved.ts';

const LIMITS = { maxDepth: 100, maxNodes: 100_000, maxAliases: 1000 };

/** The scalar whose text is one YAML document in, its structure out; values carry the scalar's origin and sensitivity. */
export function parseYamlValue(scalar: ScalarValue): ParsedJson {
  const text = String(scalar.value);
  const { roots, errors, issues } = parseYamlDocument(text, LIMITS);
  const [error] = errors;
  const [root] = roots;
  if (error) return { error: error.message, problems: [] };
  if (!root || roots.length > 1) return { error: 'not one YAML document', problems: [] };
  const reader = new YamlReader(scalar, new EmbeddedLocation(text, scalar.origin.location));
  return { value: reader.value(root), problems: issues.map((issue) => reader.problem(issue)) };
}

/** Nodes were counted with aliases expanded, so the walk is bounded by the limits. */
class YamlReader {
  readonly #scalar: ScalarValue;
  readonly #locations: EmbeddedLocation;

  constructor(scalar: ScalarValue, locations: EmbeddedLocation) {
    this.#scalar = scalar;
    this.#locations = locations;
  }

  value(node: DocumentNode): Value {
    const origin = this.#origin(node);
    if (node.tag !== undefined) return unresolved('unsupported-expression', `YAML tag ${node.tag}`, origin);
    if (node.type === 'map') return { state: 'known', type: 'map', entries: this.#entries(node), origin };
    if (node.type === 'sequence') {
      const items = node.items.map((item) => ({ presence: 'yes' as const, value: this.value(item) }));
      return { state: 'known', type: 'list', items, origin };
    }
    if (node.value === null) return { state: 'null', origin };
    const value: ScalarValue = { state: 'known', type: 'scalar', value: node.value, origin };
    return this.#scalar.sensitive ? { ...value, sensitive: true } : value;
  }

  problem({ code, message, start, end }: DocumentIssue): Problem {
    const shown = this.#scalar.sensitive ? 'YAML readers disagree about a sensitive text' : message;
    return problemAt(this.#origin({ start, end }), code, code === 'duplicate-key' ? 'ambiguous' : 'note', shown);
  }

  #entries(node: MapNode): Map<string, Value> {
    const entries = new Map<string, Value>();
    for (const { key, value } of node.entries) {
      const isTwice = entries.has(key.text);
      entries.set(key.text, isTwice ? unresolved('invalid-value', key.text, this.#origin(key)) : this.value(value));
    }
    return entries;
  }

  #origin({ start, end }: { readonly start: number; readonly end: number }): Origin {
    const { from, assumptions, table } = this.#scalar.origin;
    const location = this.#locations.of(start, end);
    return {
      from,
      ...(location && { location }),
      ...(assumptions && { assumptions }),
      ...(table !== undefined && { table }),
    };
  }
}
