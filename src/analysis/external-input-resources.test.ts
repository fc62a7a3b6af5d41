/** What counts as one external input: the same source once, each way of floating by itself, a command for each place. */
import { expect, test } from 'vitest';
import { RANGE } from '../../test/builders/build-analysis.ts';
import type { EvaluatedUnit, ExternalInput } from '../model/unit.ts';
import { externalInputResources } from './external-input-resources.ts';

function resourcesOf(inputs: readonly Partial<ExternalInput>[], allow: (source: string) => boolean = () => false) {
  const externalInputs = inputs.map((input, index): ExternalInput => {
    const location = { path: 'main.tf', range: { ...RANGE, startLine: index + 1 } };
    return { kind: 'module', source: 'acme/x/aws', address: `module.m${index}`, location, ...input };
  });
  const unit: EvaluatedUnit = {
    format: 'terraform',
    path: '.',
    environment: 'default',
    resources: [],
    problems: [],
    externalInputs,
    assumptions: [],
    unmapped: new Map(),
    reads: [],
    steps: 0,
  };
  return externalInputResources(unit, allow).map(({ kind, address, properties, location }) => {
    return [kind, address, properties.has('Pin'), location.range.startLine];
  });
}

test('one more call of a module that is used already is nothing new', () => {
  expect(resourcesOf([{}, {}])).toEqual([['External::Module', 'acme/x/aws', false, 1]]);
});

test('a pinned use does not hide one that floats', () => {
  expect(resourcesOf([{ pin: '1.0.0' }, {}])).toEqual([['External::Module', 'acme/x/aws', false, 2]]);
  expect(resourcesOf([{}, { pin: '1.0.0' }])).toEqual([['External::Module', 'acme/x/aws', false, 1]]);
});

test('a command is one for each place it runs in', () => {
  expect(resourcesOf([{ kind: 'command' }, { kind: 'command' }])).toHaveLength(2);
});

test('what policy trusts, and images, are left out', () => {
  expect(resourcesOf([{}, { source: 'evil/x/aws' }, { kind: 'image' }], (source) => source === 'acme/x/aws')).toEqual([
    ['External::Module', 'evil/x/aws', false, 2],
  ]);
});
