/**
 * YAML text to position trees, one per document of the stream. js-yaml's events build the tree; a text it rejects is
 * read again by the tolerant reader, so that what is readable is still judged. May not throw, and may not evaluate
 * tags: custom ones stay on their node.
 */
import { COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { DocumentBuilder } from './document-builder.ts';
import type { NodeProperties } from './document-builder.ts';
import type { DocumentLimits, ParsedDocument, ScalarStyle } from './document-node.ts';
import { normalizeYamlTag } from './normalize-yaml-tag.ts';
import { readBrokenYaml } from './read-broken-yaml.ts';
import { resolveYamlScalar } from './resolve-yaml-scalar.ts';

/** js-yaml recurses: about three frames for a level. Far from the end of the stack, and beyond any real file. */
const DEEPEST = 400;

const STYLES: ReadonlyMap<number, ScalarStyle> = new Map([
  [SCALAR_STYLE.PLAIN, 'plain'],
  [SCALAR_STYLE.SINGLE_QUOTED, 'single-quoted'],
  [SCALAR_STYLE.DOUBLE_QUOTED, 'double-quoted'],
  [SCALAR_STYLE.LITERAL_BLOCK, 'literal'],
  [SCALAR_STYLE.FOLDED_BLOCK, 'folded'],
]);

/**
 * Reads a YAML stream. Syntax errors and budget excess are in `errors`, readings on which deployers differ in
 * `issues`. Values follow `resolveYamlScalar`. Never throws; linear in the length of the text.
 */
export function parseYamlDocument(text: string, limits: DocumentLimits): ParsedDocument {
  const bounded = { ...limits, maxDepth: Math.min(limits.maxDepth, DEEPEST) };
  try {
    const events = parseEvents(text, { maxDepth: bounded.maxDepth + 1 });
    const builder = new DocumentBuilder(bounded);
    new EventReader(text, builder).read(events);
    return builder.result(text.length);
  } catch (error) {
    return readAfter(error, text, bounded);
  }
}

function readAfter(error: unknown, text: string, limits: DocumentLimits): ParsedDocument {
  const known = error instanceof YAMLException;
  const at = Math.min((known ? error.mark?.position : undefined) ?? 0, text.length);
  const reason = known ? error.reason : 'The text cannot be read as YAML';
  const tooDeep = reason.startsWith('nesting exceeded') || error instanceof RangeError;
  const first = { start: at, end: Math.min(at + 1, text.length) };
  if (!tooDeep) return readBrokenYaml(text, limits, { kind: 'syntax', message: reason.slice(0, 200), ...first });
  const message = 'Nested deeper than the limit; not read';
  return { roots: [], errors: [{ kind: 'budget', message, ...first }], issues: [] };
}

/** Walks the events in order; `#end` is the offset after the last thing read. */
class EventReader {
  readonly #text: string;
  readonly #builder: DocumentBuilder;
  /** What each POP closes. */
  readonly #open: ('document' | 'block' | 'flow')[] = [];
  #end = 0;
  /** The last thing read was an empty scalar. */
  #lastEmpty = false;

  constructor(text: string, builder: DocumentBuilder) {
    this.#text = text;
    this.#builder = builder;
  }

  read(events: readonly Event[]): void {
    for (const event of events) {
      if (this.#builder.exhausted) return;
      this.#readEvent(event);
    }
  }

  #readEvent(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.#open.push('document');
        return;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        this.#readCollection(event);
        return;
      case EVENT_ID.SCALAR:
        this.#readScalar(event);
        return;
      case EVENT_ID.ALIAS:
        this.#end = event.anchorEnd;
        this.#builder.alias(
          this.#text.slice(event.anchorStart, event.anchorEnd),
          event.anchorStart - 1,
          event.anchorEnd,
        );
        return;
      default:
        this.#pop();
    }
  }

  #readCollection(event: MappingEvent | SequenceEvent): void {
    const start = event.tagStart >= 0 ? event.tagStart : event.start;
    const isFlow = event.style === COLLECTION_STYLE.FLOW;
    if (!isFlow && this.#isOnLineOfKey(start, event.start)) {
      this.#builder.fail('syntax', 'A nested map or list begins on the line of its key', start, start + 1);
    }
    this.#lastEmpty = false;
    this.#end = Math.max(this.#end, event.start + 1);
    this.#open.push(isFlow ? 'flow' : 'block');
    this.#builder.open(event.type === EVENT_ID.MAPPING ? 'map' : 'sequence', start, this.#properties(event));
  }

  /**
   * js-yaml lets a block collection follow its key's colon on one line where a tag or an empty key stands before it;
   * YAML and other readers do not. After `?` and `-`, and after the colon of an explicit key, it is allowed.
   */
  #isOnLineOfKey(start: number, content: number): boolean {
    const colon = blanksBefore(this.#text, start) - 1;
    if (this.#text[colon] !== ':' || /[\r\n]/.test(this.#text.slice(start, content))) return false;
    const line = blanksBefore(this.#text, colon);
    const first = line === 0 || this.#text[line - 1] === '\n' || this.#text[line - 1] === '\r';
    return !first || this.#lastEmpty;
  }

  #pop(): void {
    this.#lastEmpty = false;
    const closed = this.#open.pop();
    if (closed === 'flow') this.#end = closingBracketAfter(this.#text, this.#end);
    if (closed === 'document') this.#builder.endDocument();
    else this.#builder.close(this.#end);
  }

  #readScalar(event: ScalarEvent): void {
    const { tag, anchor } = this.#properties(event);
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const empty = event.valueStart < 0;
    this.#lastEmpty = empty && tag === undefined;
    const properties = Math.max(event.tagEnd, event.anchorEnd, this.#end);
    const valueStart = empty ? properties : event.valueStart - quoted;
    this.#end = empty ? properties : event.valueEnd + quoted;
    const text = getScalarValue(this.#text, event);
    const style = empty ? 'empty' : (STYLES.get(event.style) ?? 'plain');
    const { value, ambiguous } = resolveYamlScalar(text, style, tag);
    const start = event.tagStart >= 0 ? event.tagStart : valueStart;
    const kept = tag === undefined || tag.startsWith('!!') ? {} : { tag };
    this.#builder.scalar({ type: 'scalar', value, text, style, start, end: this.#end, ...kept }, { anchor, ambiguous });
  }

  #properties(event: { tagStart: number; tagEnd: number; anchorStart: number; anchorEnd: number }): NodeProperties {
    const tag = event.tagStart < 0 ? undefined : normalizeYamlTag(this.#text.slice(event.tagStart, event.tagEnd));
    const anchor = event.anchorStart < 0 ? undefined : this.#text.slice(event.anchorStart, event.anchorEnd);
    return { tag, anchor };
  }
}

/** Offset after the bracket that ends a flow collection; between its last child and it stand only blanks and comments. */
function closingBracketAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === ']' || character === '}') return at + 1;
    if (character === '#') at = lineEnd(text, at);
    else if (character === ' ' || character === '\t' || character === '\n' || character === '\r') at += 1;
    else if (character === ',' || character === ':' || character === '?') at += 1;
    else return from;
  }
  return from;
}

/** Offset of the first blank of the run that ends before `end`. */
function blanksBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
