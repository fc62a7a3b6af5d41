/** The same configuration in another order of files, blocks and arguments is the same unit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvaluatedUnit } from '../../model/unit.ts';
import { evaluateFiles } from './testing/evaluate-files.ts';

const BLOCKS: readonly (readonly [string, readonly string[]])[] = [
  ['variable "u"', []],
  ['variable "d"', ['default = "x"', 'type = string']],
  ['locals', ['a = local.b', 'b = "${var.d}-1"', 'c = [var.u, local.a]', 'loop = local.round', 'round = local.loop']],
  [
    'resource "test_thing" "a"',
    ['value = local.c', 'other = test_thing.b.value', 'more = local.loop', 'gone = var.gone'],
  ],
  ['resource "test_thing" "b"', ['value = "${local.a}"', 'count = 1', 'back = test_thing.a.value']],
  ['resource "test_thing" "c"', ['for_each = { x = 1, y = var.u }', 'value = each.value', 'deep = { b = 1, a = 2 }']],
  ['data "aws_iam_policy_document" "p"', ['version = "2012-10-17"', 'policy_id = local.a']],
  ['resource "test_thing" "d"', ['policy = data.aws_iam_policy_document.p.json', 'z = merge({ b = 1 }, { a = 2 })']],
  ['module "m"', ['source = "hashicorp/consul/aws"', 'version = "1.2.3"']],
  ['output "o"', ['value = 1']],
];

/** Without positions and reads, which are about the text. */
function withoutPlaces(unit: EvaluatedUnit): unknown {
  const { reads: _reads, steps: _steps, ...rest } = unit;
  const text = JSON.stringify(rest, (key, value: unknown) => {
    if (key === 'location') return undefined;
    return value instanceof Map ? [...value] : value;
  });
  const { problems, ...parsed } = JSON.parse(text) as { problems: unknown[] };
  return { ...parsed, problems: problems.map((problem) => JSON.stringify(problem)).sort() };
}

function write(order: readonly { block: number; file: number; rotate: number }[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { block, file, rotate } of order) {
    const [header, lines] = BLOCKS[block] ?? ['locals', []];
    const at = lines.length === 0 ? 0 : rotate % lines.length;
    const turned = [...lines.slice(at), ...lines.slice(0, at)];
    const name = `f${file}.tf`;
    files[name] = `${files[name] ?? ''}${header} {\n${turned.map((line) => `  ${line}\n`).join('')}}\n`;
  }
  return files;
}

test('order of files, blocks and arguments', () => {
  const plain = BLOCKS.map((_, block) => ({ block, file: 0, rotate: 0 }));
  const expected = withoutPlaces(evaluateFiles(write(plain)));
  const places = fc.array(fc.record({ file: fc.nat(3), rotate: fc.nat(5) }), {
    minLength: BLOCKS.length,
    maxLength: BLOCKS.length,
  });
  const blocks = fc.shuffledSubarray(
    BLOCKS.map((_, block) => block),
    { minLength: BLOCKS.length },
  );
  fc.assert(
    fc.property(blocks, places, (order, where) => {
      const placed = order.map((block, at) => ({ block, file: where[at]?.file ?? 0, rotate: where[at]?.rotate ?? 0 }));
      expect(withoutPlaces(evaluateFiles(write(placed)))).toEqual(expected);
    }),
    { seed: 20_261_121, numRuns: 200 },
  );
});
