/** Terraform's JSON syntax: the same tree as the native one, with positions in the JSON text. */
import { describe, expect, it } from 'vitest';
import type { Expression, Span } from './ast.ts';
import { parseHclJson } from './parse-hcl-json.ts';

const OPTIONS = { maxDepth: 100 };

function read(value: unknown): { text: string; blocks: readonly string[]; errors: readonly string[] } {
  const text = JSON.stringify(value, null, 2);
  const { body, errors } = parseHclJson(text, OPTIONS);
  const blocks = body.blocks.map((block) => {
    const name = [block.name, ...block.labels.map((label) => label.value)].join('.');
    return `${name}{${block.body.attributes.map((attribute) => attribute.name).join(' ')}}`;
  });
  return { text, blocks, errors: errors.map((error) => error.message) };
}

/** The value of `locals.x` in a file whose text is given for it. */
function local(json: string): {
  value: Expression | undefined;
  cut: (span: Span) => string;
  errors: readonly string[];
} {
  const text = `{"locals": {"x": ${json}}}`;
  const { body, errors } = parseHclJson(text, OPTIONS);
  const value = body.blocks[0]?.body.attributes[0]?.value;
  return { value, cut: (span) => text.slice(span.start, span.end), errors: errors.map((error) => error.message) };
}

describe('blocks', () => {
  it('takes labels from the schema of Terraform', () => {
    const file = {
      '//': 'a comment',
      resource: { aws_s3_bucket: { a: { bucket: 'x', '//': 'why' }, b: [{ bucket: 'y' }, { bucket: 'z' }] } },
      variable: { v: { default: 1 } },
      module: { m: { source: './m' } },
      locals: [{ c: 1 }, { d: 2 }],
      terraform: { required_version: '>= 1' },
      output: null,
    };
    const { blocks, errors } = read(file);
    expect(errors).toEqual([]);
    expect(blocks).toEqual([
      'resource.aws_s3_bucket.a{bucket}',
      'resource.aws_s3_bucket.b{bucket}',
      'resource.aws_s3_bucket.b{bucket}',
      'variable.v{default}',
      'module.m{source}',
      'locals{c}',
      'locals{d}',
      'terraform{required_version}',
    ]);
  });

  it('gives blocks, labels and attributes their place in the text', () => {
    const text = '\uFEFF{"resource":{"aws_sqs_queue":{"q":{"name":"jobs"}}}}';
    const block = parseHclJson(text, OPTIONS).body.blocks[0];
    const cut = (span: Span | undefined): string => text.slice(1).slice(span?.start ?? 0, span?.end ?? 0);
    expect(cut(block)).toBe('"q":{"name":"jobs"}');
    expect(cut(block?.header)).toBe('"q":');
    expect(cut(block?.nameSpan)).toBe('"resource"');
    expect(block?.labels.map(cut)).toEqual(['"aws_sqs_queue"', '"q"']);
    expect(cut(block?.body)).toBe('"name":"jobs"');
    expect(cut(block?.body.attributes[0])).toBe('"name":"jobs"');
    expect(cut(block?.body.attributes[0]?.nameSpan)).toBe('"name"');
  });

  it('reports what cannot be a block, and repeated names', () => {
    expect(read({ resource: { a: { b: 'c' } } }).errors).toEqual(['An object or an array of objects is expected here']);
    expect(read([{ locals: {} }, 1]).errors).toEqual(['An object is expected here']);
    const repeated = parseHclJson('{"locals":{"a":1,"a":2,"o":{"k":1,"k":2},"__proto__":3}}', OPTIONS);
    expect(repeated.errors.map((error) => error.message)).toEqual([
      'This argument is already set in this block',
      'This key is already set in this object',
    ]);
    expect(repeated.body.blocks[0]?.body.attributes.map((each) => each.name)).toEqual(['a', 'a', 'o', '__proto__']);
  });
});

describe('expressions', () => {
  it('reads literals, tuples and objects', () => {
    expect(local('[1.50, true, null, {"k": ""}]').value).toMatchObject({
      type: 'tuple',
      items: [
        { type: 'literal', value: 1.5, text: '1.50' },
        { type: 'literal', value: true },
        { type: 'literal', value: null },
        { type: 'object', items: [{ key: { parts: [{ value: 'k' }] }, value: { type: 'template', parts: [] } }] },
      ],
    });
  });

  it('reads strings as templates, whose backslashes are of JSON alone', () => {
    expect(local('"a\\n$${b} \\\\n"').value).toMatchObject({ parts: [{ type: 'text', value: 'a\n${b} \\n' }] });
    expect(local('"%{ if a ~} b %{ endif }"').value).toMatchObject({
      parts: [{ type: 'if', consequent: [{ value: 'b ' }] }],
    });
  });

  it('finds positions behind JSON escapes', () => {
    const { value, cut } = local('"\\u00e9\\n${f(\\"k\\", var.name)}!"');
    const part = value?.type === 'template' ? value.parts[1] : undefined;
    expect(part && cut(part)).toBe('${f(\\"k\\", var.name)}');
    const call = part?.type === 'interpolation' ? part.expression : undefined;
    expect(call?.type === 'call' && call.arguments.map(cut)).toEqual(['\\"k\\"', 'var.name']);
  });

  it('reports a broken template and keeps the rest of the file', () => {
    const { value, errors, cut } = local('"${a +}", "y": "z"');
    expect(errors).toEqual(['A value is expected here']);
    expect(value && [value.type, cut(value)]).toEqual(['invalid', '"${a +}"']);
  });
});

describe('broken and hostile files', () => {
  it.each(['', '{', '{"resource": {"a": {"b": {"c": 1}', '{"a": 1,}', '{} x', '{"a" 1}', '"x', '{"locals": {// c\n}}'])(
    'reports %j',
    (text) => {
      const { errors } = parseHclJson(text, OPTIONS);
      expect(errors.length).toBeGreaterThan(0);
      for (const error of errors) expect(error.start <= text.length).toBe(true);
    },
  );

  it('still reads what stands before an error', () => {
    const { body } = parseHclJson('{"resource": {"a": {"b": {"c": 1}', OPTIONS);
    expect(body.blocks[0]?.labels.map((label) => label.value)).toEqual(['a', 'b']);
  });

  it.each(['[', '{"a":', '{"locals":[', '{"resource":{"x":'])('does not overflow the stack on nested %j', (open) => {
    const { errors } = parseHclJson(open.repeat(50_000), OPTIONS);
    expect(errors.map((error) => error.message)).toEqual(['Nested deeper than the limit of 100']);
  });

  it('bounds expressions in strings', () => {
    expect(local(`"${'${'.repeat(50_000)}"`).errors).toHaveLength(1);
    expect(local(`"\${${'('.repeat(50_000)}}"`).errors).toEqual(['Nested deeper than the limit of 100']);
  });
});
