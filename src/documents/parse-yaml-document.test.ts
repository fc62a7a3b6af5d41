/** What a reader of the tree sees for YAML: values, positions, disagreements, budgets and broken texts. */
import { describe, expect, it } from 'vitest';
import type { DocumentNode } from './document-node.ts';
import { entryOf } from './entry-of.ts';
import { parseYamlDocument } from './parse-yaml-document.ts';

const limits = { maxDepth: 100, maxNodes: 10_000, maxAliases: 100 };

function plain(node: DocumentNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.type === 'sequence') return withTag(node, node.items.map(plain));
  if (node.type === 'scalar') return withTag(node, node.value);
  return withTag(node, Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)])));
}

function withTag(node: DocumentNode, value: unknown): unknown {
  return node.tag === undefined ? value : { [node.tag]: value };
}

function read(text: string): unknown[] {
  return parseYamlDocument(text, limits).roots.map(plain);
}

describe('parseYamlDocument', () => {
  it('keeps custom tags on scalars, lists and maps', () => {
    expect(read('a: !Ref X\nb: !GetAtt [A, "b"]\nc: !Sub {k: 1}\nd: !<!Ref> Y\ne: !!str 1')).toEqual([
      { a: { '!Ref': 'X' }, b: { '!GetAtt': ['A', 'b'] }, c: { '!Sub': { k: 1 } }, d: { '!Ref': 'Y' }, e: '1' },
    ]);
  });

  it('returns every document of a stream, and none for an empty text', () => {
    expect(read('a: 1\n---\nb: 2\n...\n')).toEqual([{ a: 1 }, { b: 2 }]);
    expect(read('')).toEqual([]);
    expect(read('# only a comment\n')).toEqual([]);
  });

  it('covers tag, quotes and closing bracket with the offsets of a node', () => {
    const text = 'A: !X {a: [1, 2, ], b: {c: "d"} } # end\nB: |\n  x\nC: ok\n';
    const root = parseYamlDocument(text, limits).roots[0];
    const source = (node: DocumentNode | undefined): string => text.slice(node?.start, node?.end);
    const first = entryOf(root, 'A')?.value;
    expect(source(first)).toBe('!X {a: [1, 2, ], b: {c: "d"} }');
    expect(source(entryOf(first, 'a')?.value)).toBe('[1, 2, ]');
    expect(source(entryOf(entryOf(first, 'b')?.value, 'c')?.value)).toBe('"d"');
    expect(source(entryOf(root, 'B')?.value)).toContain('x');
    expect(source(entryOf(root, 'C')?.key)).toBe('C');
  });

  it.each([
    ['yes', true],
    ['no', false],
    ['On', true],
    ['off', false],
    ['y', 'y'],
    ['N', 'N'],
    ['0644', 420],
    ['012345678901', '012345678901'],
    ['1:30', 90],
    ['22:22', 1342],
    ['1_000', 1000],
    ['0o17', '0o17'],
    ['1e3', '1e3'],
  ])('%s is ambiguous and read as %s', (text, value) => {
    const result = parseYamlDocument(`key: ${text}`, limits);
    expect(plain(result.roots[0])).toEqual({ key: value });
    expect(result.issues.map(({ code, start, end }) => [code, start, end])).toEqual([
      ['ambiguous-scalar', 5, 5 + text.length],
    ]);
  });

  it.each([
    ['true', true],
    ['False', false],
    ['~', null],
    ['', null],
    ['12', 12],
    ['-1.5', -1.5],
    ['0x1F', 31],
    ['03:00', '03:00'],
    ['2012-10-17', '2012-10-17'],
    ['"yes"', 'yes'],
    ["'0644'", '0644'],
    ['!!str yes', 'yes'],
    ['yes please', 'yes please'],
  ])('%s has one reading', (text, value) => {
    const result = parseYamlDocument(`key: ${text}`, limits);
    expect(plain(result.roots[0])).toEqual({ key: value });
    expect(result.issues).toEqual([]);
  });

  it('reports duplicate keys and keeps both entries', () => {
    const result = parseYamlDocument('a: 1\nb: 2\n"a": 3\n', limits);
    expect(result.issues).toEqual([expect.objectContaining({ code: 'duplicate-key', start: 10, end: 13 })]);
    expect(plain(entryOf(result.roots[0], 'a')?.value)).toBe(3);
  });

  it('merges merge keys as a YAML 1.1 reader does, and reports them', () => {
    const result = parseYamlDocument('x: &x {a: 1, b: 2}\ny:\n  <<: [*x, {c: 3, a: 9}]\n  b: 5\n', limits);
    expect(plain(entryOf(result.roots[0], 'y')?.value)).toEqual({ a: 1, b: 5, c: 3 });
    expect(result.issues.map((issue) => issue.code)).toEqual(['merge-key']);
  });

  it('does not take __proto__ for anything but a key', () => {
    const result = parseYamlDocument('__proto__: {a: 1}\nconstructor: 2\n', limits);
    expect(plain(entryOf(result.roots[0], '__proto__')?.value)).toEqual({ a: 1 });
  });

  it('stops alias bombs by nodes, by depth and by number', () => {
    const level = (name: string, of: string): string => `${name}: &${name} [${Array(10).fill(of).join(',')}]\n`;
    const bomb = `${level('a', 'x')}${level('b', '*a')}${level('c', '*b')}${level('d', '*c')}${level('e', '*d')}`;
    const wide = parseYamlDocument(bomb, { maxDepth: 100, maxNodes: 5_000, maxAliases: 1_000 });
    expect(wide.errors).toEqual([expect.objectContaining({ kind: 'budget' })]);
    const deep = Array.from({ length: 60 }, (_, n) => `k${n + 1}: &k${n + 1} [[*k${n}]]\n`).join('');
    expect(parseYamlDocument(`k0: &k0 1\n${deep}`, limits).errors[0]?.kind).toBe('budget');
    const many = `a: &a 1\nb: [${'*a,'.repeat(200)}]`;
    expect(parseYamlDocument(many, limits).errors[0]?.kind).toBe('budget');
  });

  it('refuses recursive and unknown aliases with a position', () => {
    expect(parseYamlDocument('a: &a [*a]', limits).errors).toEqual([expect.objectContaining({ start: 7, end: 9 })]);
    expect(parseYamlDocument('a: *nope', limits).errors).toHaveLength(1);
  });

  it.each(['[ ', '{a: ', '- ', '? ', '!x [ ', '&x [ '])('bounds deep nesting of %j', (piece) => {
    const result = parseYamlDocument(piece.repeat(50_000), limits);
    expect(result.errors.length).toBeGreaterThan(0);
  });

  it('reads the rest of a broken text', () => {
    const text = 'a: 1\nb: [1, 2\nc:\n  d: !Ref y\n  e: "z"\n  f: !Sub\n    - q\n    - {r: 1}\n';
    const result = parseYamlDocument(text, limits);
    expect(result.errors[0]).toMatchObject({ kind: 'syntax' });
    expect(plain(entryOf(result.roots[0], 'c')?.value)).toEqual({
      d: { '!Ref': 'y' },
      e: 'z',
      f: { '!Sub': ['q', { r: 1 }] },
    });
  });

  it.each([
    'a: "\\q"',
    'a: b: c',
    'a: !x b: c',
    ': a: b',
    'a: &x b: c',
    '\tx: 1',
    'a: \u0000',
    '%YAML 9.9\n---\na',
    '{',
    '"',
    '@x',
  ])('gives an error for %j', (text) => {
    expect(parseYamlDocument(text, limits).errors.length).toBeGreaterThan(0);
  });

  it('allows a collection after the indicators of keys, values and items', () => {
    expect(parseYamlDocument('? a: b\n: c: d\ne:\n  - f: g\n  - - h\n', limits).errors).toHaveLength(1);
    expect(
      parseYamlDocument(
        '? a\n: c: d\ne:\n  - f: g\n  - - h\n  - !x\n    i: j\nk: !x\n  - l\nm: !x # n\n  o: p\n',
        limits,
      ).errors,
    ).toEqual([]);
  });

  it('survives code points beyond Unicode', () => {
    expect(parseYamlDocument('a: "\\UFFFFFFFF"', limits).roots).toHaveLength(1);
  });

  it('stays linear on long hostile texts', () => {
    const started = process.cpuUsage().user;
    for (const piece of [
      'a: b\n',
      '? x\n',
      '[a]: b\n',
      '\uFEFF# c\n',
      '- - x\n',
      '  \n',
      'a: >\n\n  x\n',
      '{a, b}\n',
    ]) {
      parseYamlDocument(piece.repeat(40_000), limits);
    }
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(15);
  });
});
