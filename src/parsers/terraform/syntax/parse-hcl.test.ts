/** The entry point on small files: what a reader of the tree relies on. */
import { describe, expect, it } from 'vitest';
import { parseHcl } from './parse-hcl.ts';

describe('parseHcl', () => {
  it('gives a block its labels, attributes and spans', () => {
    const text = 'resource "aws_sqs_queue" "q" {\n  name = "jobs"\n}\n';
    const { body, errors } = parseHcl(text, { maxDepth: 50 });
    expect(errors).toEqual([]);
    const block = body.blocks[0];
    expect(block?.labels.map((label) => label.value)).toEqual(['aws_sqs_queue', 'q']);
    expect(block && text.slice(block.start, block.end)).toBe(text.trimEnd());
    expect(block && text.slice(block.header.start, block.header.end)).toBe('resource "aws_sqs_queue" "q" ');
    const name = block?.body.attributes[0];
    expect(name && text.slice(name.start, name.end)).toBe('name = "jobs"');
  });
});
