/** Every construct of the expression and template grammar, as trees in short notation and as spans. */
import { describe, expect, it } from 'vitest';
import type { Expression, TemplatePart } from './ast.ts';
import { parseHcl } from './parse-hcl.ts';

/** The value of the only attribute in `x = <text>`, which must have no errors. */
function read(text: string): Expression {
  const { body, errors } = parseHcl(`x = ${text}\n`, { maxDepth: 100 });
  expect(errors).toEqual([]);
  return body.attributes[0]?.value ?? { type: 'invalid', start: 0, end: 0 };
}

function messages(text: string): readonly string[] {
  return parseHcl(`x = ${text}\n`, { maxDepth: 100 }).errors.map((error) => error.message);
}

/** A tree as nested lists: `(+ 1 (* a 2))`. */
function show(node: Expression): string {
  const list = (...items: string[]): string => `(${items.join(' ')})`;
  switch (node.type) {
    case 'literal':
      return node.text;
    case 'template':
      return `"${node.parts.map(showPart).join('|')}"`;
    case 'variable':
      return node.name;
    case 'get-attribute':
      return `${show(node.object)}.${node.name}`;
    case 'index':
      return `${show(node.object)}[${show(node.index)}]`;
    case 'splat':
      return list(node.full ? '[*]' : '.*', show(node.object), show(node.each));
    case 'call':
      return list('call', node.name, ...node.arguments.map(show), ...(node.expandFinal ? ['...'] : []));
    case 'tuple':
      return `[${node.items.map(show).join(' ')}]`;
    case 'object':
      return `{${node.items.map((item) => `${show(item.key)}=${show(item.value)}`).join(' ')}}`;
    case 'for': {
      const key = node.key ? [`${show(node.key)} =>`] : [];
      const names = node.keyName === undefined ? node.valueName : `${node.keyName},${node.valueName}`;
      const rest = [...(node.grouped ? ['...'] : []), ...(node.condition ? ['if', show(node.condition)] : [])];
      return list('for', names, show(node.collection), ...key, show(node.value), ...rest);
    }
    case 'conditional':
      return list('?', show(node.condition), show(node.consequent), show(node.alternate));
    case 'binary':
      return list(node.operator, show(node.left), show(node.right));
    case 'unary':
      return list(node.operator, show(node.operand));
    case 'parentheses':
      return list(show(node.expression));
    default:
      return '?';
  }
}

function showPart(part: TemplatePart): string {
  if (part.type === 'text') return part.value.replaceAll('\n', '⏎');
  if (part.type === 'interpolation') return `\${${show(part.expression)}}`;
  if (part.type === 'for')
    return `for ${part.keyName ?? '-'} ${part.valueName} ${show(part.collection)} <${part.body.map(showPart).join('|')}>`;
  const [yes, no] = [part.consequent.map(showPart).join('|'), part.alternate.map(showPart).join('|')];
  return `if ${show(part.condition)} <${yes}> <${no}>`;
}

describe('operators', () => {
  it.each([
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['1 * 2 + 3', '(+ (* 1 2) 3)'],
    ['8 - 4 - 2', '(- (- 8 4) 2)'],
    ['a || b && c == d < e + f * g', '(|| a (&& b (== c (< d (+ e (* f g))))))'],
    ['a != b >= c', '(!= a (>= b c))'],
    ['5 % 2 / 1', '(/ (% 5 2) 1)'],
    ['-a.b + !c', '(+ (- a.b) (! c))'],
    ['!!a', '(! (! a))'],
    ['(1 + 2) * 3', '(* ((+ 1 2)) 3)'],
    ['a ? b : c ? d : e', '(? a b (? c d e))'],
    ['a > 1 ? "x" : null', '(? (> a 1) "x" null)'],
    ['a-b', 'a-b'],
    ['a - b', '(- a b)'],
    ['(a\n  && b)', '((&& a b))'],
  ])('reads %s as %s', (text, tree) => {
    expect(show(read(text))).toBe(tree);
  });
});

describe('terms and traversals', () => {
  it.each([
    ['1.50', '1.50'],
    ['1e10', '1e10'],
    ['12345678901234567890.5E-3', '12345678901234567890.5E-3'],
    ['true', 'true'],
    ['[1, [2,],\n 3 ]', '[1 [2] 3]'],
    ['[]', '[]'],
    ['{}', '{}'],
    ['{ a = 1, "b" : 2\n (c) = 3\n true = 4, "${d}" = 5, }', '{"a"=1 "b"=2 (c)=3 "true"=4 "${d}"=5}'],
    ['f(a, b...)', '(call f a b ...)'],
    ['f(\n)', '(call f)'],
    ['f(a, )', '(call f a)'],
    ['provider::aws::arn_parse(a)', '(call provider::aws::arn_parse a)'],
    ['a.b["c"].0[d.e]', 'a.b["c"][0][d.e]'],
    ['a.*.b.0[1]', '(.* a *.b[0])[1]'],
    ['a[*].b[1][*].c', '([*] a ([*] *.b[1] *.c))'],
    ['a.b[*]', '([*] a.b *)'],
    ['ünïcode-name.x', 'ünïcode-name.x'],
    ['[for a in b : a.c if a.d]', '(for a b a.c if a.d)'],
    ['{ for k, v in b : k => v... if v }', '(for k,v b k => v ... if v)'],
    ['{\n for k in b :\n k => 1\n}', '(for k b k => 1)'],
    ['a /* b */ + // c\n', undefined],
    ['a /* b\n */ + 1 # c', '(+ a 1)'],
  ])('reads %s as %s', (text, tree) => {
    if (tree === undefined) expect(messages(text)).toEqual(['The line ends where a value is expected']);
    else expect(show(read(text))).toBe(tree);
  });

  it.each([
    ['', 'The line ends where a value is expected'],
    ['1 +', 'The line ends where a value is expected'],
    ['(1', 'Expected ")"'],
    ['[1 2]', 'Expected "," or "]" after an item'],
    ['{ a = 1 b = 2 }', 'Expected a line break, "," or "}" after a value'],
    ['{ a }', 'Expected "=" or ":" after a key'],
    ['a ? b', 'A conditional needs ":" and a value for when it is false'],
    ['1.2.3', 'A number can have one fraction only'],
    ['a.', 'An attribute name is expected after "."'],
    ['a.*.*', 'An attribute name is expected after "."'],
    ['a[1', 'Expected "]" after an index'],
    ['f(a b)', 'Expected "," or ")" after an argument'],
    ['f(a... , b)', 'Only ")" may follow "..."'],
    ['a::b', 'A namespaced name must be called with "("'],
    ['[for a of b : c]', 'Expected "in" after the names of "for"'],
    ['{for a in b : c}', 'An object needs "key => value" after "for"'],
    ['[for a in b : c => d]', 'A tuple takes no key in "for"'],
    ['a.0.1', 'Write [0][1], not .0.1'],
    ["'a'", 'A value is expected here'],
    ['<< EOT', 'A heredoc needs a marker followed by a line break'],
  ])('refuses %s', (text, message) => {
    expect(messages(text)[0]).toBe(message);
  });

  it('gives every node the span of its text', () => {
    const text = 'x = f(a.b, -1) ? { k = [c[0], "s"] } : (d[*].e)\n';
    const value = parseHcl(text, { maxDepth: 50 }).body.attributes[0]?.value;
    const spans: string[] = [];
    const pending: unknown[] = [value];
    for (let node = pending.shift(); node !== undefined; node = pending.shift()) {
      if (typeof node !== 'object' || node === null) continue;
      if ('type' in node && 'start' in node && 'end' in node)
        spans.push(text.slice(Number(node.start), Number(node.end)));
      for (const child of Object.values(node) as unknown[]) pending.push(child);
    }
    for (const part of [
      'f(a.b, -1)',
      'a.b',
      '-1',
      '{ k = [c[0], "s"] }',
      '[c[0], "s"]',
      'c[0]',
      '"s"',
      '(d[*].e)',
      'd[*].e',
      '[*]',
    ]) {
      expect(spans).toContain(part);
    }
    expect(spans[0]).toBe(text.slice(4, -1));
  });
});

describe('templates', () => {
  it.each([
    ['""', '""'],
    ['"a\\n\\t\\"\\\\\\u00e9\\U0001F600"', '"a⏎\t"\\é😀"'],
    ['"$${a} %%{b} $ % $$ 100%"', '"${a} %{b} $ % $$ 100%"'],
    ['"a ${b} c"', '"a |${b}| c"'],
    ['"${a}"', '"${a}"'],
    ['"${ { a = "}" }["a"] }"', '"${{"a"="}"}["a"]}"'],
    ['"${"${a}"}"', '"${"${a}"}"'],
    ['"a  ${~ b ~}  c"', '"a|${b}|c"'],
    ['"%{ if a }x%{ else }y%{ endif }z"', '"if a <x> <y>|z"'],
    ['"%{ for k, v in m ~} ${k} %{ endfor }"', '"for k v m <${k}| >"'],
    ['"%{ if a }%{ for b in c }d%{ endfor }%{ endif }"', '"if a <for - b c <d>> <>"'],
    ['<<EOT\n  a\n ${b}\\n\n  EOT', '"  a⏎ |${b}|\\n⏎"'],
    ['<<-EOT\n    a\n\n      ${b} c\n    EOT', '"a⏎⏎  |${b}| c⏎"'],
    ['<<-EOT\n${a}\n  b\nEOT', '"${a}|⏎  b⏎"'],
    ['<<EOT\r\na\r\nEOT\r', '"a\r⏎"'],
    ['<<EOT\n$${a}\n%{ if b ~}\n  c\n%{ endif ~}\nEOT', '"${a}⏎|if b <  c⏎> <>"'],
    ['[<<A\nx\nA\n, <<B\nA\nB\n]', '["x⏎" "A⏎"]'],
    ['"an\u0303os"', '"años"'],
  ])('reads %j as %j', (text, tree) => {
    expect(show(read(text))).toBe(tree);
  });

  it.each([
    ['"a', 'The string is not closed on its line'],
    ['"${a"', 'Expected "}" at the end of a template sequence; a literal "${" is written "$${"'],
    ['"${}"', 'A value is expected here'],
    ['"\\q"', 'Not an escape sequence'],
    ['"\\u12"', 'Expected 4 hexadecimal digits'],
    ['"\\ud83d"', 'Not a Unicode character'],
    ['"%{ if a }"', '"if" is never ended'],
    ['"%{ endfor }"', '"endfor" does not fit the directives around it'],
    ['"%{ while a }"', 'A template directive is if, else, endif, for or endfor; a literal "%{" is written "%%{"'],
    ['<<EOT\na', 'The heredoc is not closed by a line "EOT"'],
  ])('refuses %j', (text, message) => {
    expect(messages(text)[0]).toBe(message);
  });

  it('keeps the marker and the span of a heredoc', () => {
    const text = 'x = <<-E_1\n  a\n  E_1\ny = 1\n';
    const [x, y] = parseHcl(text, { maxDepth: 50 }).body.attributes;
    expect(x?.value).toMatchObject({ type: 'template', heredoc: { marker: 'E_1', indented: true } });
    expect(x && text.slice(x.start, x.end)).toBe('x = <<-E_1\n  a\n  E_1');
    expect(y?.name).toBe('y');
  });
});
