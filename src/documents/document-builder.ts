/**
 * Builds the node tree from a flat run of open, scalar, alias and close calls, and keeps its budget: nesting, nodes
 * and aliases are counted as if aliases were expanded, while the nodes themselves are shared. Finds duplicate keys
 * and merge keys. Knows no syntax and never recurses.
 */
import type {
  DocumentError,
  DocumentIssue,
  DocumentLimits,
  DocumentNode,
  MapEntry,
  ParsedDocument,
  ScalarNode,
} from './document-node.ts';

/** More errors than this tell nobody more. Issues are not cut: a reader may have reason to pass over some of them. */
const MAX_ERRORS = 100;

interface Measured {
  readonly node: DocumentNode;
  /** Nodes below and including it, aliases expanded. */
  readonly size: number;
  /** Levels of maps and sequences in it. */
  readonly height: number;
}

interface Frame {
  readonly type: 'map' | 'sequence';
  readonly start: number;
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
  readonly items: Measured[];
  readonly keys: (ScalarNode | undefined)[];
  /** Waiting for the value of the last key. */
  expectsValue: boolean;
}

export interface NodeProperties {
  readonly tag?: string | undefined;
  readonly anchor?: string | undefined;
  /** For scalars: how another reading differs. Reported for values only; keys are their text to everybody. */
  readonly ambiguous?: string | undefined;
}

export class DocumentBuilder {
  readonly #limits: DocumentLimits;
  readonly #stack: Frame[] = [];
  readonly #roots: DocumentNode[] = [];
  readonly #errors: DocumentError[] = [];
  readonly #issues: DocumentIssue[] = [];
  #anchors = new Map<string, Measured>();
  #nodes = 0;
  #aliases = 0;
  /** Depth of a subtree that is left out because it lies too deep. */
  #skipping = 0;
  #exhausted = false;

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  /** True once a budget is spent: further calls change nothing and the producer may stop. */
  get exhausted(): boolean {
    return this.#exhausted;
  }

  /** Opens a map or sequence; children follow until `close`. In a map they alternate between key and value. */
  open(type: 'map' | 'sequence', start: number, properties: NodeProperties = {}): void {
    if (this.#skipping > 0 || this.#stack.length >= this.#limits.maxDepth) {
      if (this.#skipping === 0) this.fail('budget', 'Nested deeper than the limit; not read further', start, start + 1);
      this.#skipping += 1;
      return;
    }
    const { tag, anchor } = properties;
    this.#stack.push({ type, start, tag, anchor, items: [], keys: [], expectsValue: false });
  }

  /** Closes what was opened last. `end` is the offset after it. */
  close(end: number): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      if (this.#skipping === 0) this.#attach(measureScalar(emptyScalar(end)));
      return;
    }
    const frame = this.#stack.pop();
    if (frame === undefined) return;
    if (frame.expectsValue) this.#addItem(frame, measureScalar(emptyScalar(end)));
    const measured = this.#finish(frame, Math.max(end, frame.start));
    if (frame.anchor !== undefined) this.#anchors.set(frame.anchor, measured);
    this.#attach(measured);
  }

  scalar(node: ScalarNode, { anchor, ambiguous }: NodeProperties = {}): void {
    if (this.#skipping > 0 || !this.#count(1, node.start, node.end)) return;
    const frame = this.#stack.at(-1);
    const isKey = frame?.type === 'map' && !frame.expectsValue;
    if (ambiguous !== undefined && !isKey) this.report('ambiguous-scalar', ambiguous, node.start, node.end);
    const measured = measureScalar(node);
    if (anchor !== undefined) this.#anchors.set(anchor, measured);
    this.#attach(measured);
  }

  /** Puts the node of an anchor here. Unknown and recursive names, and those beyond the budget, are errors. */
  alias(name: string, start: number, end: number): void {
    if (this.#skipping > 0) return;
    this.#aliases += 1;
    const target = this.#aliasTarget(name, start, end);
    this.#attach(target ?? measureScalar(emptyScalar(start)));
  }

  /** Ends one document of the stream; anchors do not reach the next. */
  endDocument(): void {
    this.#anchors = new Map();
  }

  /** Closes what is still open (a producer that stopped early) and returns the result. */
  result(end: number): ParsedDocument {
    this.#skipping = 0;
    while (this.#stack.length > 0) this.close(end);
    return { roots: this.#roots, errors: this.#errors, issues: this.#issues };
  }

  fail(kind: DocumentError['kind'], message: string, start: number, end: number): void {
    if (this.#errors.length < MAX_ERRORS) this.#errors.push({ kind, message: message.slice(0, 200), start, end });
  }

  report(code: DocumentIssue['code'], message: string, start: number, end: number): void {
    this.#issues.push({ code, message: message.slice(0, 200), start, end });
  }

  #aliasTarget(name: string, start: number, end: number): Measured | undefined {
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.fail('syntax', 'Alias of an anchor that is not defined before it', start, end);
      return undefined;
    }
    if (this.#aliases > this.#limits.maxAliases || this.#stack.length + target.height > this.#limits.maxDepth) {
      this.fail('budget', 'Aliases beyond the limit; not read further', start, end);
      this.#exhausted ||= this.#aliases > this.#limits.maxAliases;
      return undefined;
    }
    return this.#count(target.size, start, end) ? target : undefined;
  }

  #count(size: number, start: number, end: number): boolean {
    if (this.#exhausted) return false;
    this.#nodes += size;
    if (this.#nodes <= this.#limits.maxNodes) return true;
    this.#exhausted = true;
    this.fail('budget', 'More nodes than the limit, aliases expanded; not read further', start, end);
    return false;
  }

  #attach(measured: Measured): void {
    const frame = this.#stack.at(-1);
    if (frame === undefined) this.#roots.push(measured.node);
    else this.#addItem(frame, measured);
  }

  #addItem(frame: Frame, measured: Measured): void {
    if (frame.type === 'map' && !frame.expectsValue) {
      const { node } = measured;
      if (node.type !== 'scalar')
        this.fail('syntax', 'A key that is a list or a map is not read', node.start, node.end);
      frame.keys.push(node.type === 'scalar' ? node : undefined);
      frame.expectsValue = true;
      return;
    }
    frame.expectsValue = false;
    frame.items.push(measured);
  }

  #finish(frame: Frame, end: number): Measured {
    this.#count(1, frame.start, end);
    const place = { start: frame.start, end, ...(frame.tag === undefined ? {} : { tag: frame.tag }) };
    if (frame.type === 'map') return this.#finishMap(frame, place);
    const items = frame.items.map((item) => item.node);
    return { node: { type: 'sequence', items, ...place }, ...measureItems(frame.items) };
  }

  #finishMap(frame: Frame, place: { start: number; end: number; tag?: string }): Measured {
    const entries: MapEntry[] = [];
    const merged: DocumentNode[] = [];
    const seen = new Set<string>();
    for (const [index, key] of frame.keys.entries()) {
      const value = frame.items[index]?.node;
      if (key === undefined || value === undefined) continue;
      if (key.text === '<<' && key.style === 'plain') {
        this.report('merge-key', 'A merge key: not every reader merges', key.start, key.end);
        merged.push(value);
        continue;
      }
      if (seen.has(key.text))
        this.report('duplicate-key', `Key ${JSON.stringify(key.text)} is given twice`, key.start, key.end);
      seen.add(key.text);
      entries.push({ key, value });
    }
    for (const source of merged) this.#merge(source, entries, seen);
    return { node: { type: 'map', entries, ...place }, ...measureItems(frame.items) };
  }

  /** Adds the entries of merged maps that the map does not have itself, as a YAML 1.1 reader does. */
  #merge(source: DocumentNode, entries: MapEntry[], seen: Set<string>): void {
    const maps = source.type === 'sequence' ? source.items : [source];
    for (const map of maps) {
      if (map.type !== 'map' || !this.#count(map.entries.length, map.start, map.end)) continue;
      for (const entry of map.entries) {
        if (seen.has(entry.key.text)) continue;
        seen.add(entry.key.text);
        entries.push(entry);
      }
    }
  }
}

function measureScalar(node: ScalarNode): Measured {
  return { node, size: 1, height: 0 };
}

function measureItems(items: readonly Measured[]): { size: number; height: number } {
  let size = 1;
  let height = 0;
  for (const item of items) {
    size += item.size;
    height = Math.max(height, item.height);
  }
  return { size, height: height + 1 };
}

function emptyScalar(at: number): ScalarNode {
  return { type: 'scalar', value: null, text: '', style: 'empty', start: at, end: at };
}
