/** Random trees, printed as HCL and read back, must be the same trees. Spans are left out of the comparison. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BinaryOperator } from './ast.ts';
import { parseHcl } from './parse-hcl.ts';

/** A tree without spans beside its text; built together, so that printing needs no second grammar. */
interface Printed {
  readonly tree: object;
  readonly text: string;
}

const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];
const TERM_LEVEL = LEVELS.length + 1;

const name = fc
  .stringMatching(/^[a-z_][a-z0-9_]{0,4}(?:-[a-z])?$/)
  .filter((word) => !/^(?:true|false|null|for|if|in)$/.test(word));
const literalText = fc.string({
  unit: fc.constantFrom('a', ' ', '$', '%', '{', '}', '"', '\\', '\n', '\t', 'é', '😀', '~', '#'),
  minLength: 1,
  maxLength: 8,
});

function escape(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  // A `$` before an interpolation would read as an escape.
  return escaped
    .replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening)
    .replace(/\$$/, '\\u0024')
    .replace(/%$/, '\\u0025');
}

const literal: fc.Arbitrary<Printed> = fc
  .oneof(fc.nat(), fc.constantFrom(true, false, null), fc.constantFrom(1.5, 2e-7, 1e21))
  .map((value) => ({ tree: { type: 'literal', value, text: String(value) }, text: String(value) }));
const variable = name.map((word): Printed => ({ tree: { type: 'variable', name: word }, text: word }));

function key(word: string): object {
  return { type: 'template', parts: [{ type: 'text', value: word }] };
}

/** Expressions that bind at least as tightly as `level`: 0 is a conditional, then the operators, then a term. */
function expression(depth: number, level: number): fc.Arbitrary<Printed> {
  if (depth === 0) return fc.oneof(literal, variable);
  const looser = level === 0 ? [conditional(depth - 1)] : [];
  const binaries = LEVELS.map((_, index) => index + 1)
    .filter((each) => each >= level)
    .map((each) => binary(depth - 1, each));
  return fc.oneof(term(depth - 1), ...looser, ...binaries, ...(level <= TERM_LEVEL ? [unary(depth - 1)] : []));
}

function binary(depth: number, level: number): fc.Arbitrary<Printed> {
  const parts = fc.tuple(
    fc.constantFrom(...(LEVELS[level - 1] ?? [])),
    expression(depth, level),
    expression(depth, level + 1),
  );
  return parts.map(([operator, left, right]) => ({
    tree: { type: 'binary', operator, left: left.tree, right: right.tree },
    text: `${left.text} ${operator} ${right.text}`,
  }));
}

function unary(depth: number): fc.Arbitrary<Printed> {
  return fc.tuple(fc.constantFrom('-', '!'), term(depth)).map(([operator, operand]) => ({
    tree: { type: 'unary', operator, operand: operand.tree },
    text: `${operator}${operand.text}`,
  }));
}

function conditional(depth: number): fc.Arbitrary<Printed> {
  const parts = fc.tuple(expression(depth, 1), expression(depth, 0), expression(depth, 0));
  return parts.map(([condition, yes, no]) => ({
    tree: { type: 'conditional', condition: condition.tree, consequent: yes.tree, alternate: no.tree },
    text: `${condition.text} ? ${yes.text} : ${no.text}`,
  }));
}

function term(depth: number): fc.Arbitrary<Printed> {
  if (depth <= 0) return fc.oneof(literal, variable);
  const inner = expression(depth - 1, 0);
  const list = fc.array(inner, { maxLength: 3 });
  return fc.oneof(
    variable,
    literal,
    inner.map((each) => ({ tree: { type: 'parentheses', expression: each.tree }, text: `(\n${each.text}\n)` })),
    fc.tuple(variable, name).map(([object, word]) => ({
      tree: { type: 'get-attribute', object: object.tree, name: word },
      text: `${object.text}.${word}`,
    })),
    fc.tuple(variable, inner).map(([object, index]) => ({
      tree: { type: 'index', object: object.tree, index: index.tree },
      text: `${object.text}[${index.text}]`,
    })),
    splat(),
    fc.tuple(name, list, fc.boolean()).map(([word, items, expands]) => call(word, items, expands && items.length > 0)),
    list.map((items) => ({
      tree: { type: 'tuple', items: items.map((each) => each.tree) },
      text: `[${items.map((each) => each.text).join(',\n')}]`,
    })),
    fc.array(fc.tuple(name, inner), { maxLength: 3 }).map((items) => ({
      tree: { type: 'object', items: items.map(([word, value]) => ({ key: key(word), value: value.tree })) },
      text: `{\n${items.map(([word, value]) => `${word} = ${value.text}\n`).join('')}}`,
    })),
    forExpression(inner),
    template(inner),
  );
}

function splat(): fc.Arbitrary<Printed> {
  return fc.tuple(variable, fc.boolean(), fc.array(name, { maxLength: 2 })).map(([object, full, steps]) => {
    let each: object = { type: 'variable', name: '*' };
    for (const step of steps) each = { type: 'get-attribute', object: each, name: step };
    const text = `${object.text}${full ? '[*]' : '.*'}${steps.map((step) => `.${step}`).join('')}`;
    return { tree: { type: 'splat', object: object.tree, full, each }, text };
  });
}

function call(word: string, items: readonly Printed[], expandFinal: boolean): Printed {
  const text = `${word}(${items.map((each) => each.text).join(', ')}${expandFinal ? '...' : ''})`;
  return { tree: { type: 'call', name: word, arguments: items.map((each) => each.tree), expandFinal }, text };
}

function forExpression(inner: fc.Arbitrary<Printed>): fc.Arbitrary<Printed> {
  const parts = fc.record({
    names: fc.tuple(name, fc.option(name)),
    collection: inner,
    value: inner,
    grouped: fc.boolean(),
  });
  return fc
    .tuple(parts, fc.option(inner), fc.option(inner))
    .map(([{ names, collection, value, grouped }, by, condition]) => {
      const [valueName, keyName] = names;
      const groups = grouped && by !== null;
      const optional = {
        ...(by && { key: by.tree }),
        ...(condition && { condition: condition.tree }),
        ...(keyName !== null && { keyName }),
      };
      const head = `for ${keyName === null ? '' : `${keyName}, `}${valueName} in ${collection.text} : `;
      const result = `${by === null ? '' : `${by.text} => `}${value.text}${groups ? '...' : ''}${condition === null ? '' : ` if ${condition.text}`}`;
      return {
        tree: { type: 'for', valueName, collection: collection.tree, value: value.tree, grouped: groups, ...optional },
        text: by === null ? `[${head}${result}]` : `{${head}${result}}`,
      };
    });
}

function template(inner: fc.Arbitrary<Printed>): fc.Arbitrary<Printed> {
  const text = literalText.map((value): Printed => ({ tree: { type: 'text', value }, text: escape(value) }));
  const interpolation = inner.map(
    (each): Printed => ({ tree: { type: 'interpolation', expression: each.tree }, text: `\${${each.text}}` }),
  );
  const choice = fc.tuple(inner, text, text).map(
    ([condition, yes, no]): Printed => ({
      tree: { type: 'if', condition: condition.tree, consequent: [yes.tree], alternate: [no.tree] },
      text: `%{ if ${condition.text} }${yes.text}%{ else }${no.text}%{ endif }`,
    }),
  );
  // Texts next to each other would be read as one, so every second part is a sequence.
  return fc.array(fc.tuple(text, fc.oneof(interpolation, choice)), { maxLength: 2 }).map((pairs) => ({
    tree: { type: 'template', parts: pairs.flat().map((part) => part.tree) },
    text: `"${pairs
      .flat()
      .map((part) => part.text)
      .join('')}"`,
  }));
}

function withoutSpans(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSpans);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([field]) => field !== 'start' && field !== 'end' && field !== 'nameSpan');
  return Object.fromEntries(kept.map(([field, value]: [string, unknown]) => [field, withoutSpans(value)]));
}

it('reads a printed tree back as the same tree', () => {
  const property = fc.property(expression(4, 0), ({ tree, text }) => {
    const { body, errors } = parseHcl(`x = ${text}\n`, { maxDepth: 200 });
    expect(errors).toEqual([]);
    expect(withoutSpans(body.attributes[0]?.value)).toEqual(tree);
  });
  fc.assert(property, { seed: 11, numRuns: 1_500 });
});
