/** Nests the flat items of a template by their directives. Iterative; a directive left open or unopened is an error. */
import type { TemplatePart } from './ast.ts';
import type { Scanner } from './scanner.ts';
import type { SequenceItem, TemplateItem } from './template-items.ts';

type Opener = Extract<SequenceItem, { kind: 'if' | 'for' }>;

interface OpenDirective {
  readonly opener: Opener;
  /** Parts of the list the directive belongs to. */
  readonly parent: TemplatePart[];
  readonly body: TemplatePart[];
  alternate: TemplatePart[] | undefined;
}

/** Returns the parts, neighbouring texts joined and empty ones left out. Errors are recorded in the scanner. */
export function buildTemplateParts(scanner: Scanner, items: readonly TemplateItem[]): readonly TemplatePart[] {
  const root: TemplatePart[] = [];
  const open: OpenDirective[] = [];
  let parts = root;
  for (const item of items) {
    if (item.kind === 'text') addText(parts, item.value, item.start, item.end);
    else if (item.kind === 'interpolation') {
      parts.push({ type: 'interpolation', expression: item.expression, start: item.start, end: item.end });
    } else if (item.kind === 'if' || item.kind === 'for') {
      if (open.length + scanner.depth >= scanner.maxDepth) {
        scanner.failTooDeep();
        return root;
      }
      const body: TemplatePart[] = [];
      open.push({ opener: item, parent: parts, body, alternate: undefined });
      parts = body;
    } else {
      const next = closeOrSwitch(open, item);
      if (next === undefined)
        scanner.fail(`"${item.kind}" does not fit the directives around it`, item.start, item.end);
      else parts = next;
    }
  }
  const unclosed = open.at(-1)?.opener;
  if (unclosed !== undefined) scanner.fail(`"${unclosed.kind}" is never ended`, unclosed.start, unclosed.end);
  return root;
}

/** Handles `else`, `endif` and `endfor`. Returns the list that following parts belong to. */
function closeOrSwitch(open: OpenDirective[], item: SequenceItem): TemplatePart[] | undefined {
  const top = open.at(-1);
  if (top === undefined) return undefined;
  if (item.kind === 'else' && top.opener.kind === 'if' && top.alternate === undefined) {
    top.alternate = [];
    return top.alternate;
  }
  if (item.kind !== `end${top.opener.kind}`) return undefined;
  open.pop();
  top.parent.push(closedPart(top, item.end));
  return top.parent;
}

function closedPart(directive: OpenDirective, end: number): TemplatePart {
  const { opener, body, alternate } = directive;
  if (opener.kind === 'for') {
    return { type: 'for', ...opener.names, collection: opener.collection, body, start: opener.start, end };
  }
  return {
    type: 'if',
    condition: opener.condition,
    consequent: body,
    alternate: alternate ?? [],
    start: opener.start,
    end,
  };
}

/** Texts of a heredoc come one per line; a plain loop over `+=` keeps ropes flat enough for a file's length. */
function addText(parts: TemplatePart[], value: string, start: number, end: number): void {
  if (value === '') return;
  const last = parts.at(-1);
  if (last?.type === 'text')
    parts[parts.length - 1] = { type: 'text', value: last.value + value, start: last.start, end };
  else parts.push({ type: 'text', value, start, end });
}
