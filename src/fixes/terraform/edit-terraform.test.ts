/** Edits of Terraform blocks as their author would write them, and what is left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TerraformStep } from '../../rule-engine/rule-schema.ts';
import { applyEdits } from '../apply-edits.ts';
import { toEdits } from '../to-edits.ts';
import { editTerraform } from './edit-terraform.ts';
import { findResourceBlock } from './find-resource-block.ts';

const NAME = { type: 'aws_db_instance', label: 'db' };

function edit(text: string, ...steps: readonly TerraformStep[]): string | undefined {
  return editTerraform(text, { block: NAME, place: undefined, steps });
}

function block(...lines: readonly string[]): string {
  return `resource "aws_db_instance" "db" {\n${lines.map((line) => `${line}\n`).join('')}}\n`;
}

describe('set', () => {
  const encrypt: TerraformStep = { set: 'storage_encrypted', value: 'true' };

  it.each([
    [
      'a literal is replaced, its comment kept',
      ['  storage_encrypted = false # for now'],
      ['  storage_encrypted = true # for now'],
    ],
    ['null is a literal', ['  storage_encrypted = null'], ['  storage_encrypted = true']],
    ['an empty block', [], ['  storage_encrypted = true']],
    [
      'a group with room keeps its column',
      ['  identifier              = "a"', '  backup_retention_period = 7'],
      ['  identifier              = "a"', '  backup_retention_period = 7', '  storage_encrypted       = true'],
    ],
    [
      'a name longer than its group stands apart',
      ['  engine = "mysql"', '  tags = {', '    a = 1', '  }'],
      ['  engine = "mysql"', '', '  storage_encrypted = true', '', '  tags = {', '    a = 1', '  }'],
    ],
    [
      'a group that is not aligned stays so',
      ['  a = 1', '  long = 2'],
      ['  a = 1', '  long = 2', '  storage_encrypted = true'],
    ],
    [
      'nested blocks and conventional last arguments come behind',
      ['\tallocated_storage = 5', '\tdepends_on        = []', '', '\ttimeouts {', '\t}'],
      ['\tallocated_storage = 5', '\tstorage_encrypted = true', '\tdepends_on        = []', '', '\ttimeouts {', '\t}'],
    ],
    [
      'only arguments on several lines',
      ['  tags = {', '    a = 1', '  }'],
      ['  tags = {', '    a = 1', '  }', '  storage_encrypted = true'],
    ],
    ['only nested blocks', ['  timeouts {', '  }'], ['  storage_encrypted = true', '', '  timeouts {', '  }']],
  ])('%s', (_, before, after) => {
    expect(edit(block(...before), encrypt)).toBe(block(...after));
  });

  it.each([
    ['a variable', block('  storage_encrypted = var.encrypted')],
    ['a template', block('  storage_encrypted = "${var.encrypted}"')],
    ['a heredoc', block('  storage_encrypted = <<E', 'false', 'E')],
    ['a call', block('  storage_encrypted = tobool("false")')],
    ['a block on one line', 'resource "aws_db_instance" "db" { engine = "mysql" }\n'],
    ['an empty block on one line', 'resource "aws_db_instance" "db" {}\n'],
    ['a block twice', block() + block()],
    ['another error in the file', `${block()}resource "x" "y" {\n`],
    ['another label', block().replace('"db"', '"other"')],
    ['a nested block of the name', block('  storage_encrypted {', '  }')],
    ['a dynamic block of the name', block('  dynamic "storage_encrypted" {', '  }')],
  ])('is not certain: %s', (_, text) => {
    expect(edit(text, encrypt)).toBeUndefined();
  });

  it('goes into a nested block, and makes it where it is missing', () => {
    const step: TerraformStep = { set: 'metadata_options.http_tokens', value: '"required"' };
    expect(edit(block('  metadata_options {', '    http_tokens = "optional"', '  }'), step)).toBe(
      block('  metadata_options {', '    http_tokens = "required"', '  }'),
    );
    expect(edit(block('    ami = "a"', ''), step)).toBe(
      block('    ami = "a"', '', '    metadata_options {', '        http_tokens = "required"', '    }', ''),
    );
    const both: TerraformStep = { set: 'metadata_options.http_endpoint', value: '"enabled"' };
    expect(edit(block(), step, both)).toBe(
      block('  metadata_options {', '    http_tokens = "required"', '', '    http_endpoint = "enabled"', '  }'),
    );
  });

  it.each([
    ['two of them', block('  metadata_options {', '  }', '  metadata_options {', '  }')],
    ['a dynamic one', block('  dynamic "metadata_options" {', '    for_each = []', '    content {}', '  }')],
    ['an argument of the name', block('  metadata_options = []')],
  ])('does not guess the nested block: %s', (_, text) => {
    expect(edit(text, { set: 'metadata_options.http_tokens', value: '"required"' })).toBeUndefined();
  });
});

describe('replace', () => {
  const step: TerraformStep = { replace: 'privileged', value: 'false' };
  const at = (text: string, literal: string) => {
    const start = text.indexOf(literal);
    return { start, end: start + literal.length };
  };
  const replace = (text: string, literal: string) =>
    editTerraform(text, { block: NAME, place: at(text, literal), steps: [step] });

  it('reaches into jsonencode', () => {
    const text = block('  d = jsonencode([{', '    privileged = true', '    "x" = 1', '  }])');
    expect(replace(text, 'true')).toBe(text.replace('true', 'false'));
  });

  it('changes only what stands at the place under the name', () => {
    expect(replace(block('  d = jsonencode({ readonly = true })'), 'true')).toBeUndefined();
    expect(replace(block('  privileged = true'), 'rue')).toBeUndefined();
    expect(replace(block('  privileged = var.p'), 'var.p')).toBeUndefined();
    expect(edit(block('  privileged = true'), step)).toBeUndefined();
  });
});

describe('add_resource', () => {
  const step: TerraformStep = { add_resource: 'resource "x" "{label}" {\n  id = aws_db_instance.{label}.id\n}' };

  it('follows the block, in the indentation of the file', () => {
    expect(edit(`${block('\tengine = "mysql"')}\nlocals {}\n`, step)).toBe(
      `${block('\tengine = "mysql"')}\nresource "x" "db" {\n\tid = aws_db_instance.db.id\n}\n\nlocals {}\n`,
    );
    expect(edit(block().trimEnd(), step)).toMatch(/\n}\n\nresource "x" "db" \{\n {2}id = aws_db_instance\.db\.id\n}$/);
  });

  it.each(['count    = 2', 'for_each = {}', 'provider = aws.eu'])('is not made beside %s', (line) => {
    expect(edit(block(`  ${line}`), step)).toBeUndefined();
  });
});

describe('any layout', () => {
  const argument = fc.constantFrom(
    'a = 1',
    'engine   = "x" # y',
    'l = [',
    'storage_encrypted = false',
    '',
    '# note',
    'b {',
  );
  const closings: Readonly<Record<string, string>> = { 'l = [': ']', 'b {': '}' };

  it('keeps every other line, its end and its comments', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(argument, { maxLength: 6 }),
        fc.constantFrom('  ', '\t', '    ', ''),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (found, indentation, end, isEnded) => {
          const inner = found.flatMap((line) => [line, ...(line in closings ? [closings[line] ?? ''] : [])]);
          const lines = ['# top', 'resource "aws_db_instance" "db" {', ...inner.map((line) => indentation + line), '}'];
          const text = lines.join(end) + (isEnded ? end : '');
          const after = edit(text, { set: 'storage_encrypted', value: 'true' });
          expect(after).toBeDefined();
          const edits = toEdits(text, after ?? '');
          expect(edits).toHaveLength(1);
          expect(applyEdits(text, edits)).toBe(after);
          const written = findResourceBlock(after ?? '', NAME)?.body.attributes.filter(
            ({ name }) => name === 'storage_encrypted',
          );
          expect(written?.map(({ value }) => value)).toMatchObject([{ type: 'literal', value: true }]);
          const kept = text.split(end).filter((line) => !line.includes('storage_encrypted') && line.trim() !== '');
          const left = (after ?? '')
            .split(end)
            .filter((line) => !line.includes('storage_encrypted') && line.trim() !== '');
          expect(left).toEqual(kept);
          expect((after ?? '').endsWith(end)).toBe(isEnded);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });
});
