/** `yamlencode`, byte for byte as Terraform writes it, and unknown where a part is unknown. */
import { describe, expect, it } from 'vitest';
import { evaluateExpressionText } from '../testing/evaluate-expression-text.ts';
import { show } from '../testing/show.ts';

const encode = (expression: string): unknown => show(evaluateExpressionText(`yamlencode(${expression})`));

describe('yamlencode', () => {
  it.each([
    ['true', 'true\n...\n'],
    ['null', 'null\n...\n'],
    ['""', '""\n'],
    ['{}', '{}\n'],
    ['[]', '[]\n'],
    ['{ foo = [1, { a = "b", c = "d" }, 3], bar = "baz" }', '"bar": "baz"\n"foo":\n- 1\n- "a": "b"\n  "c": "d"\n- 3\n'],
    ['{ a = { b = [], c = { d = 1.5 } } }', '"a":\n  "b": []\n  "c":\n    "d": 1.5\n'],
    ['[[1, 2], [{ a = [3] }]]', '- - 1\n  - 2\n- - "a":\n    - 3\n'],
    ['{ a = "one\\ntwo\\n", b = "x\\n\\ny" }', '"a": |\n  one\n  two\n"b": |-\n  x\n\n  y\n'],
    ['{ a = " one\\ntwo\\n\\n" }', '"a": |2+\n   one\n  two\n\n...\n'],
    ['{ a = "one \\ntwo", b = "tab\\there" }', '"a": "one \\ntwo"\n"b": "tab\\there"\n'],
    ['["\\u00e9 \\U0001F600 \\u007f"]', '- "é \\U0001F600 \\x7F"\n'],
    [`{ a = "${'word '.repeat(20)}end" }`, `"a": "${'word '.repeat(15).trimEnd()} word\n  ${'word '.repeat(4)}end"\n`],
  ])('%s', (expression, text) => {
    expect(encode(expression)).toBe(text);
  });

  it('is unknown where a part is', () => {
    expect(encode('{ a = data.x.y.z }')).toMatch(/^\?/);
    expect(encode(`{ "${'k'.repeat(200)}" = 1 }`)).toMatch(/^\?unsupported-expression/);
  });
});
