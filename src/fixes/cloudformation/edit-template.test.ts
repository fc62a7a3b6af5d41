/** Edits of templates in YAML and JSON as their author would write them, and what is left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CloudformationStep } from '../../rule-engine/rule-schema.ts';
import { applyEdits } from '../apply-edits.ts';
import { toEdits } from '../to-edits.ts';
import { editTemplate } from './edit-template.ts';

const ENCRYPT: CloudformationStep = { set: 'Properties.StorageEncrypted', value: true };

function edit(text: string, ...steps: readonly CloudformationStep[]): string | undefined {
  return editTemplate(text, { logicalId: 'Db', type: 'AWS::RDS::DBInstance', place: undefined, steps });
}

function yaml(...lines: readonly string[]): string {
  return ['Resources:', '  Db:', '    Type: AWS::RDS::DBInstance', ...lines, ''].join('\n');
}

function json(...lines: readonly string[]): string {
  const head = ['{', '    "Resources": {', '        "Db": {'];
  return [...head, ...lines, '        }', '    }', '}', ''].join('\n');
}

describe('YAML', () => {
  it.each([
    [
      'a literal, its comment kept',
      ['    Properties:', '      StorageEncrypted: "false" # for now'],
      ['    Properties:', '      StorageEncrypted: true # for now'],
    ],
    [
      'a missing property, behind the last on one line',
      ['    Properties:', '      Engine: mysql # it is', '      Tags:', '        - Key: a', '          Value: b'],
      [
        '    Properties:',
        '      Engine: mysql # it is',
        '      StorageEncrypted: true',
        '      Tags:',
        '        - Key: a',
        '          Value: b',
      ],
    ],
    [
      'in front where no property is on one line, above its comment',
      ['    Properties:', '      # why', '      Tags:', '        - Key: a', '          Value: b'],
      [
        '    Properties:',
        '      StorageEncrypted: true',
        '      # why',
        '      Tags:',
        '        - Key: a',
        '          Value: b',
      ],
    ],
    [
      'behind no text that goes on',
      ['    Properties:', '      Engine: mysql', '      Note: one', '        two', '      Text: |', '        three'],
      [
        '    Properties:',
        '      Engine: mysql',
        '      StorageEncrypted: true',
        '      Note: one',
        '        two',
        '      Text: |',
        '        three',
      ],
    ],
    [
      'no properties at all',
      ['    DeletionPolicy: Retain'],
      ['    DeletionPolicy: Retain', '    Properties:', '      StorageEncrypted: true'],
    ],
    [
      'a list that starts on the line of its dash',
      ['    Properties:', '      Tags:', '      - Key: a', '        Value: b'],
      ['    Properties:', '      StorageEncrypted: true', '      Tags:', '      - Key: a', '        Value: b'],
    ],
  ])('%s', (_, before, after) => {
    expect(edit(yaml(...before), ENCRYPT)).toBe(yaml(...after));
  });

  it.each([
    ['a function', yaml('    Properties:', '      StorageEncrypted: !Ref Encrypted')],
    ['a function written out', yaml('    Properties:', '      StorageEncrypted:', '        Ref: Encrypted')],
    ['properties of a function', yaml('    Properties:', '      Fn::Transform:', '        Name: x')],
    ['flow style', yaml('    Properties: { Engine: mysql }')],
    ['a merge key', yaml('    Properties:', '      <<: *base', '      Engine: mysql')],
    ['an anchor', yaml('    Properties: &base', '      Engine: mysql')],
    ['a block text', yaml('    Properties:', '      StorageEncrypted: |', '        false')],
    ['no value', yaml('    Properties:', '      StorageEncrypted:')],
    ['a key given twice', yaml('    Properties:', '      Engine: a', '      Engine: b')],
    ['two documents', `${yaml('    Properties:', '      Engine: a')}---\nA: 1\n`],
    ['another type', yaml().replace('DBInstance', 'DBCluster')],
    ['a syntax error', yaml('    Properties: [')],
  ])('is not certain: %s', (_, text) => {
    expect(edit(text, ENCRYPT)).toBeUndefined();
  });

  it('quotes what a reader could take for something else', () => {
    const set = (value: string) => edit(yaml('    DeletionPolicy: Retain'), { set: 'Properties.X', value });
    expect(set('ENABLED')).toContain('      X: ENABLED\n');
    expect(set('no')).toContain('      X: "no"\n');
    expect(set('a: b')).toContain('      X: "a: b"\n');
  });
});

describe('JSON', () => {
  it.each([
    [
      'a literal',
      ['            "Type": "AWS::RDS::DBInstance",', '            "Properties": { "StorageEncrypted": false }'],
      ['            "Type": "AWS::RDS::DBInstance",', '            "Properties": { "StorageEncrypted": true }'],
    ],
    [
      'a missing property',
      [
        '            "Type": "AWS::RDS::DBInstance",',
        '            "Properties": {',
        '                "Engine": "a"',
        '            }',
      ],
      [
        '            "Type": "AWS::RDS::DBInstance",',
        '            "Properties": {',
        '                "StorageEncrypted": true,',
        '                "Engine": "a"',
        '            }',
      ],
    ],
    [
      'no properties at all',
      ['            "Type": "AWS::RDS::DBInstance"'],
      [
        '            "Properties": {',
        '                "StorageEncrypted": true',
        '            },',
        '            "Type": "AWS::RDS::DBInstance"',
      ],
    ],
  ])('%s', (_, before, after) => {
    expect(edit(json(...before), ENCRYPT)).toBe(json(...after));
  });

  it('makes several levels, and more in them', () => {
    const text = json('            "Type": "AWS::RDS::DBInstance",', '            "DeletionPolicy": "Retain"');
    const after = edit(
      text,
      { set: 'Properties.A.B', value: 1 },
      { set: 'Properties.A.C', value: 'x' },
      { set: 'Properties.D', value: true },
    );
    expect(after).toMatch(/"A": \{\n {20}"B": 1,\n {20}"C": "x"\n {16}\}/);
    expect(JSON.parse(after ?? '')).toEqual({
      Resources: {
        Db: { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Retain', Properties: { A: { B: 1, C: 'x' }, D: true } },
      },
    });
  });

  it.each([
    ['one line', '{"Resources":{"Db":{"Type":"AWS::RDS::DBInstance"}}}'],
    ['an empty object', json('            "Type": "AWS::RDS::DBInstance",', '            "Properties": {}')],
    ['a function', json('"Type": "AWS::RDS::DBInstance",', '"Properties": { "StorageEncrypted": { "Ref": "E" } }')],
    ['a comment', json('"Type": "AWS::RDS::DBInstance" // x')],
  ])('is not certain: %s', (_, text) => {
    expect(edit(text, ENCRYPT)).toBeUndefined();
  });
});

describe('replace', () => {
  const replace = (text: string, literal: string, name = 'Privileged') => {
    const start = text.indexOf(literal);
    const place = { start, end: start + literal.length };
    const steps = [{ replace: name, value: false }];
    return editTemplate(text, { logicalId: 'Db', type: 'AWS::RDS::DBInstance', place, steps });
  };

  it('changes only what stands at the place under the name', () => {
    const text = yaml('    Properties:', '      List:', '        - Privileged: true', '          X: true');
    expect(replace(text, 'true')).toBe(text.replace('true', 'false'));
    expect(replace(text, 'true', 'X')).toBeUndefined();
    expect(replace(yaml('    Properties:', '      Privileged: !Ref P'), '!Ref P')).toBeUndefined();
  });
});

describe('any layout', () => {
  const property = fc.constantFrom(
    'Engine: mysql # it is',
    'Tags: [a, b]',
    'Text: >-\n{i}  folded\n{i}  on',
    'Nested:\n{i}  A: 1',
    '# note\n{i}Name: "x"',
    'StorageEncrypted: false',
  );

  it('keeps every other line and its end', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(property, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(2, 4),
        fc.constantFrom('\n', '\r\n'),
        (properties, width, end) => {
          const unit = ' '.repeat(width);
          const inner = unit.repeat(3);
          const written = properties.map((text) => inner + text.replaceAll('{i}', inner));
          const head = [
            'Resources:',
            `${unit}Db:`,
            `${unit.repeat(2)}Type: AWS::RDS::DBInstance`,
            `${unit.repeat(2)}Properties:`,
          ];
          const text = [...head, ...written, ''].join('\n').replaceAll('\n', end);
          const after = edit(text, ENCRYPT);
          expect(after).toBeDefined();
          expect(applyEdits(text, toEdits(text, after ?? ''))).toBe(after);
          const others = (all: string): readonly string[] =>
            all.split(end).filter((line) => !line.includes('StorageEncrypted'));
          expect(others(after ?? '')).toEqual(others(text));
          expect((after ?? '').split(end).filter((line) => line === `${inner}StorageEncrypted: true`)).toHaveLength(1);
        },
      ),
      { seed: 13, numRuns: 500 },
    );
  });
});
