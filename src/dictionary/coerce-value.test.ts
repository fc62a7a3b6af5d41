/** Values of the pull request against the types of the dictionary. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../model/value.ts';
import { coerceValue } from './coerce-value.ts';
import type { KindDefinition, PropertyType } from './dictionary.ts';
import { parsePropertyType } from './parse-property-type.ts';
import { list, map, type Plain, plain, reference, scalar, toValue, unknown } from './testing-values.ts';

const KIND: KindDefinition = {
  kind: 'Test::Kind',
  properties: {},
  types: {
    Rule: { Port: { type: 'integer' }, Cidrs: { type: 'list', items: { type: 'string' } } },
    Tag: { Key: { type: 'string' }, Value: { type: 'string' } },
  },
  attributes: [],
  source: 'test',
};

function coerce(value: Value, type: string): { value: unknown; problems: string[]; unknownProperties: number } {
  const coerced = coerceValue(value, parsePropertyType(type), KIND);
  return { ...coerced, value: plain(coerced.value), problems: coerced.problems.map(({ message }) => message) };
}

describe('coerceValue', () => {
  it.each([
    ['"22"', scalar('22'), 'integer', 22],
    ['a double', scalar('1.5e2'), 'double', 150],
    ['"true"', scalar('true'), 'boolean', true],
    ['"False"', scalar('False'), 'boolean', false],
    ['a number as text', scalar(8080), 'string', '8080'],
    ['a boolean as text', scalar(true), 'string', 'true'],
    ['null', toValue(null), 'string', 'absent'],
    ['one for a list', scalar(22), 'list<string>', ['22']],
    ['null in a list', list(['a', null]), 'list<string>', ['a']],
    ['one object for a list', map({ Port: '22' }), 'list<Rule>', [{ Port: 22 }]],
    ['a map', map({ a: 1, b: null }), 'map<string>', { a: '1' }],
    ['JSON text', scalar('{"a": [1]}'), 'json', { a: [1] }],
    ['text that is not JSON', scalar('{{x}'), 'json', '{{x}'],
    ['a map of tags', map({ team: 'a' }), 'list<Tag>', [{ Key: 'team', Value: 'a' }]],
    ['a policy', map({ Statement: { Effect: 'Deny' } }), 'policy-document', { Statement: [{ Effect: 'Deny' }] }],
    ['an unknown', unknown('var.x'), 'integer', '?variable-without-value'],
    ['a reference', reference('a.b', 'arn'), 'list<string>', '<a.b.arn>'],
  ])('reads %s', (_, value, type, expected) => {
    expect(coerce(value as Value, type)).toMatchObject({ value: expected, problems: [] });
  });

  it.each([
    [scalar('all'), 'integer', '"all" stands where an integer belongs'],
    [scalar(1.5), 'integer', '"1.5" stands where an integer belongs'],
    [scalar('yes'), 'boolean', '"yes" stands where a boolean belongs'],
    [scalar(true), 'double', '"true" stands where a double belongs'],
    [map({}), 'string', 'A map stands where a string belongs'],
    [scalar('x'), 'Rule', '"x" stands where a Rule belongs'],
    [
      { ...scalar('hunter2'), sensitive: true as const },
      'integer',
      'A sensitive value stands where an integer belongs',
    ],
  ])('reports what cannot be and leaves it unresolved: %#', (value, type, message) => {
    expect(coerce(value as Value, type)).toMatchObject({ value: '?invalid-value', problems: [message] });
  });

  it('keeps the text before coercion, but never of sensitive values', () => {
    const { value } = coerceValue(scalar('0022'), { type: 'integer' }, KIND);
    expect(value).toMatchObject({ value: 22, origin: { text: '0022' } });
    const secret = coerceValue({ ...scalar('0022'), sensitive: true }, { type: 'integer' }, KIND).value;
    expect(secret.origin).not.toHaveProperty('text');
  });

  it('keeps the digits of numbers no double can hold', () => {
    const account = { ...scalar(12345678901), origin: { from: 'source' as const, text: '012345678901' } };
    expect(coerce(account, 'string').value).toBe('012345678901');
  });

  it('keeps and counts properties the type does not have, inherited names among them', () => {
    const value = map({ Port: 1, Prot: 2 });
    const withInherited = { ...value, entries: new Map([...value.entries, ['constructor', scalar(1)]]) };
    const coerced = coerceValue(withInherited, { type: 'object', name: 'Rule' }, KIND);
    expect(coerced.unknownProperties).toBe(2);
    expect(coerced.value).toMatchObject({ entries: new Map([...withInherited.entries]) });
  });

  it('turns encoded structure back into text where text belongs', () => {
    const encoded = { ...map({ a: ['x', 1, true] }), encoded: 'json' as const };
    expect(coerce(encoded, 'string').value).toBe('{"a":["x",1,true]}');
    expect(coerce({ ...map({ a: unknown('var.x') }), encoded: 'json' }, 'string').value).toBe(
      '?variable-without-value',
    );
    const secret = { ...map({ a: { ...scalar('s'), sensitive: true } }), encoded: 'json' as const };
    expect(coerceValue(secret, { type: 'string' }, KIND).value).toMatchObject({ sensitive: true });
  });

  it('bounds what shared structure expands to', () => {
    let shared: Value = list(['x']);
    for (let level = 0; level < 40; level += 1) shared = list([shared, shared]);
    let type: PropertyType = { type: 'string' };
    for (let level = 0; level < 41; level += 1) type = { type: 'list', items: type };
    const { problems } = coerceValue(shared, type, KIND);
    expect(problems.map(({ code }) => code)).toEqual(['budget-exceeded']);
    expect(coerce({ ...shared, encoded: 'json' } as Value, 'string').value).toBe('?budget-exceeded');
  });

  it('never throws and a second coercion changes nothing', () => {
    const types = fc.constantFrom('string', 'integer', 'double', 'boolean', 'list<integer>', 'map<string>', 'Rule');
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), types, (json, text) => {
        const type = parsePropertyType(text);
        const once = coerceValue(toValue(JSON.parse(json) as Plain), type, KIND);
        const twice = coerceValue(once.value, type, KIND);
        expect(plain(twice.value)).toEqual(plain(once.value));
        expect(twice.problems).toEqual([]);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
