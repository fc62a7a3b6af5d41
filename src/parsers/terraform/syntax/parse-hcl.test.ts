/** Bodies of native syntax: blocks, attributes and their spans, and what is left of broken and hostile files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body, Span } from './ast.ts';
import { parseHcl } from './parse-hcl.ts';

const OPTIONS = { maxDepth: 100 };

/** `resource.a.b{x y nested{z}}`, enough to see what was read. */
function outline(body: Body): string {
  const attributes = body.attributes.map((each) => (each.value.type === 'invalid' ? `${each.name}?` : each.name));
  const blocks = body.blocks.map((block) => {
    const name = [block.name, ...block.labels.map((label) => label.value)].join('.');
    return `${name}${block.closed ? '' : '!'}{${outline(block.body)}}`;
  });
  return [...attributes, ...blocks].join(' ');
}

function lineOf(text: string, span: Span | undefined): number {
  return text.slice(0, span?.start ?? 0).split('\n').length;
}

describe('bodies', () => {
  it('gives a block its labels, attributes and spans', () => {
    const text = '# c\nresource "aws_sqs_queue" q {\n  name = "jobs" # d\n\n  tags { a = 1 }\n}\n';
    const { body, errors } = parseHcl(text, OPTIONS);
    expect(errors).toEqual([]);
    const block = body.blocks[0];
    const cut = (span: Span | undefined): string => text.slice(span?.start ?? 0, span?.end ?? 0);
    expect(cut(block)).toBe(text.slice(4).trimEnd());
    expect(cut(block?.header)).toBe('resource "aws_sqs_queue" q ');
    expect(cut(block?.nameSpan)).toBe('resource');
    expect(block?.labels.map((label) => [label.value, label.quoted, cut(label)])).toEqual([
      ['aws_sqs_queue', true, '"aws_sqs_queue"'],
      ['q', false, 'q'],
    ]);
    expect(cut(block?.body).trim()).toBe('name = "jobs" # d\n\n  tags { a = 1 }');
    expect(cut(block?.body.attributes[0])).toBe('name = "jobs"');
    expect(cut(block?.body.attributes[0]?.nameSpan)).toBe('name');
    expect(cut(block?.body.blocks[0])).toBe('tags { a = 1 }');
  });

  it('counts offsets from behind a BOM and reads CRLF files', () => {
    const { body, errors } = parseHcl('\uFEFFa = 1\r\nb {\r\n  c = 2\r\n}\r\n', OPTIONS);
    expect(errors).toEqual([]);
    expect(outline(body)).toBe('a b{c}');
    expect(body.attributes[0]?.start).toBe(0);
  });

  it.each(['', '\n\n', '# only\n', '/* only */', '// only'])('reads the empty file %j', (text) => {
    expect(parseHcl(text, OPTIONS)).toEqual({
      body: { attributes: [], blocks: [], start: 0, end: text.length },
      errors: [],
    });
  });

  it('takes blocks on one line, nested blocks at column 0 and comments anywhere', () => {
    const text = 'a {}\nb { c = 1 }\nd {\ne "f" {\n}\n}\ng /* h */ = /* i\n */ 1 // j\n';
    const { body, errors } = parseHcl(text, OPTIONS);
    expect(errors).toEqual([]);
    expect(outline(body)).toBe('g a{} b{c} d{e.f{}}');
  });

  it('takes names that exist in JavaScript for names', () => {
    const { body } = parseHcl('__proto__ = 1\nconstructor = 2\nx "__proto__" {\n}\n', OPTIONS);
    expect(outline(body)).toBe('__proto__ constructor x.__proto__{}');
  });
});

describe('errors', () => {
  it.each([
    ['a = 1 b = 2\n', 1, 'a b'],
    ['a = 1, b = 2\n', 1, 'a b'],
    ['a = 1\na = 2\n', 2, 'a a'],
    ['a { b = 1, c = 2 }\n', 1, 'a{b c}'],
    ['a { b = 1\n}\n', 1, 'a{b}'],
    ['a { b {} }\n', 1, 'a{b{}}'],
    ['a {\n  b = 1 }\n', 2, 'a{b}'],
    ['a {} b {}\n', 1, 'a{} b{}'],
    ['a "b"\nc = 1\n', 1, 'c'],
    ['a "${b}" {\n}\nc = 1\n', 1, 'c'],
    ['a == 1\nb = 1\n', 1, 'b'],
    ['"a" = 1\nb = 1\n', 1, 'b'],
    ['a\nb = 1\n', 1, 'b'],
    ['}\nb = 1\n', 1, 'b'],
    ['a = [1,\n  ?,\n]\nb = 1\n', 2, 'a? b'],
    ['a = "x\nb = 1\n', 1, 'a? b'],
    ['a = /*\nb = 1\n', 1, 'a? b'],
    ['\u0000a = 1\nb = 1\n', 1, 'b'],
    ['x {\n a = "${"\n b = 1\n}\n', 2, 'x{a? b}'],
    ['x {\n a = f(\n}\ny {\n}\n', 1, 'x!{a?} y{}'],
    ['x "a" {\n  b = 1\n\ny "c" {\n  d = 1\n}\n\nz {\n}\n', 1, 'x.a!{b} y.c{d} z{}'],
    ['x "a" {\n  t = {\n    b = 1\n\ny "c" {\n  d = 1\n}\n', 1, 'x.a!{t?} y.c{d}'],
    ['x {\n  p = <<EOT\n  text\n}\n\ny {\n}\n', 2, 'x{p?} y{}'],
    ['x {\n  y {\n    a = 1\n}\n', 1, 'x!{y{a}}'],
  ])('reads the rest of %j', (text, line, expected) => {
    const { body, errors } = parseHcl(text, OPTIONS);
    expect(outline(body)).toBe(expected);
    expect(lineOf(text, errors[0])).toBe(line);
  });

  it.each([
    ['(', ''],
    ['[', ''],
    ['{ a = ', ''],
    ['!', 'x'],
    ['x ? y : ', 'z'],
    ['1 + ', '1'],
    ['f(', ''],
    ['x[', ''],
    ['"${', ''],
    ['[for x in y : ', ''],
    ['<<E\n${', '\nE\n'],
  ])('bounds nesting of %j without overflowing the stack', (open, close) => {
    const { errors } = parseHcl(`a = ${open.repeat(50_000)}${close}\nb = 1\n`, OPTIONS);
    expect(errors.map((error) => error.message)).toContain('Nested deeper than the limit of 100');
  });

  it.each(['.b', '[0]', '[*]', ' + 1', ' || c'])('bounds the height of chains of %j', (link) => {
    expect(parseHcl(`a = x${link.repeat(90)}\n`, OPTIONS).errors).toEqual([]);
    const { errors, body } = parseHcl(`a = x${link.repeat(50_000)}\nb = 1\n`, OPTIONS);
    expect(errors.map((error) => error.message)).toEqual(['Nested deeper than the limit of 100']);
    expect(outline(body)).toBe('a? b');
  });

  it('bounds nesting of blocks and of directives', () => {
    const deep = 'Nested deeper than the limit of 100';
    const blocks = parseHcl(`${' a {\n'.repeat(50_000)}${'}\n'.repeat(50_000)}`, OPTIONS);
    expect(blocks.errors[0]?.message).toBe(deep);
    const directives = parseHcl(`a = "${'%{if x}'.repeat(5_000)}${'%{endif}'.repeat(5_000)}"\n`, OPTIONS);
    expect(directives.errors[0]?.message).toBe(deep);
  });

  it.each([
    ['heredocs', (n: number) => Array.from({ length: n }, (_, index) => `x {\n a = <<E${index}\n`).join('')],
    ['comments', (n: number) => 'a = 1 /* \n'.repeat(n)],
    ['brackets', (n: number) => 'x "y" {\n a = [\n'.repeat(n)],
    ['strings', (n: number) => 'a = "${"\n'.repeat(n)],
    ['arguments', (n: number) => 'a = 1\n'.repeat(n)],
  ])('takes time in proportion to a file of unclosed %s', (_, build) => {
    const text = build(40_000);
    const started = performance.now();
    expect(parseHcl(text, OPTIONS).errors.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

const SAMPLE = `variable "a" {
  default = { x = [1, "two", null], "y" : -3.5e2 }
}
resource "aws_s3_bucket" "b" {
  count  = var.a ? 1 : 0
  bucket = "x-\${var.a["k"]}-%{ if true }y%{ else }z%{ endif }"
  policy = <<-EOT
    { "a": "\${f(b...)}" }
  EOT
  dynamic "rule" {
    for_each = { for k, v in local.m : k => v... if v != null }
    content { id = rule.value[*].id }
  }
  /* c */ tags = merge(local.t, { e = aws_x.y.*.z }) # d
}
`;

describe('damaged files', () => {
  it('never throw, and every span stays in the text and in its parent', () => {
    const tokens = [
      '{',
      '}',
      '[',
      ']',
      '(',
      '"',
      '${',
      '%{',
      '~}',
      '\\',
      '=',
      '<<E\n',
      '\n',
      '/*',
      '#',
      '.',
      '\u0000',
      'é',
      '\r',
      '\ud800',
    ];
    const edit = fc.tuple(fc.nat(SAMPLE.length), fc.nat(12), fc.option(fc.constantFrom(...tokens)));
    const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let text = SAMPLE;
      for (const [at, cut, token] of edits)
        text = text.slice(0, at) + (token ?? '') + text.slice(token === null ? at + cut : at);
      const { body, errors } = parseHcl(text, OPTIONS);
      for (const error of errors) expect(error.start <= error.end && error.end <= text.length).toBe(true);
      checkSpans(body, 0, text.length);
    });
    fc.assert(property, { seed: 7, numRuns: 2_000 });
  });
});

function checkSpans(node: unknown, start: number, end: number): void {
  if (typeof node !== 'object' || node === null) return;
  const span = 'start' in node && 'end' in node ? { start: Number(node.start), end: Number(node.end) } : { start, end };
  if (span.start < start || span.end > end || span.start > span.end) {
    throw new Error(`${JSON.stringify(node).slice(0, 200)} leaves ${start}-${end}`);
  }
  // `.*` and `[*]` stand beside the object they are applied to, and all other children inside their parent.
  for (const child of Object.values(node)) checkSpans(child, span.start, span.end);
}
