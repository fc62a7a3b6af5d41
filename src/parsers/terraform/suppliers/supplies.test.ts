/** Which units get what commands give to Terraform, and what they get of it. */
import { describe, expect, it } from 'vitest';
import type { UnitEnvironment } from '../../../model/unit.ts';
import { terraformParser } from '../index.ts';
import { createMemoryReader, type Files } from '../testing/create-memory-reader.ts';
import { show } from '../testing/show.ts';
import { TEST_LIMITS } from '../testing/test-limits.ts';

function discover(files: Files): ReadonlyMap<string, readonly UnitEnvironment[]> {
  const paths = Object.keys(files).sort();
  const units = terraformParser.discoverUnits(paths.filter((path) => terraformParser.claims(path) === 'yes'));
  const suppliers = paths.filter((path) => terraformParser.suppliers?.mayMatter(path));
  const found = terraformParser.suppliers?.discover(units, suppliers, createMemoryReader(files), TEST_LIMITS);
  return found?.environments ?? new Map();
}

/** Environments of a unit as `name: variable=value …`. */
function describeUnit(files: Files, unit: string): readonly string[] {
  return (discover(files).get(unit) ?? []).map(({ name, variableFiles, supply }) => {
    const values = (supply?.values ?? []).map((value) => `${value.name}=${value.text ?? '?'}`);
    return [`${name}:`, ...values, ...variableFiles, ...(supply?.workspace ? [`@${supply.workspace}`] : [])].join(' ');
  });
}

const declares = (...names: readonly string[]): string => names.map((name) => `variable "${name}" {}\n`).join('');

/** The value of `test_thing.t` in each environment, with what it assumes. */
function evaluate(files: Files, unitPath: string): readonly unknown[] {
  const unit = terraformParser.discoverUnits(Object.keys(files).filter((path) => path.endsWith('.tf'))).find((each) => {
    return each.path === unitPath;
  });
  if (!unit) throw new Error('no such unit');
  const emptyKind = { kind: '', properties: {}, types: {}, attributes: [], source: '' };
  return (discover(files).get(unitPath) ?? []).map(({ name, variableFiles, supply }) => {
    const evaluated = terraformParser.evaluateUnit(unit, {
      reader: createMemoryReader(files),
      environment: name,
      limits: TEST_LIMITS,
      dictionary: { kinds: new Map(), policyDocument: emptyKind },
      variableFiles,
      ...(supply && { supply }),
    });
    const value = evaluated.resources[0]?.properties.get('value');
    const [assumption] = value?.origin?.assumptions ?? [];
    const place = assumption?.location;
    return [show(value), assumption && `${assumption.kind} ${place?.path ?? ''}:${place?.range.startLine ?? 0}`];
  });
}

describe('what commands give to units', () => {
  it('goes to the directory the command runs in', () => {
    const files = {
      'a/main.tf': declares('x'),
      'b/main.tf': declares('x'),
      'deploy.sh': 'cd a\nterraform apply -var x=1\n',
    };
    expect(describeUnit(files, 'a')).toEqual(['deploy.sh: x=1']);
    expect(describeUnit(files, 'b')).toEqual([]);
  });

  it('goes to every unit that declares it where no directory is said', () => {
    const files = {
      'a/main.tf': declares('x'),
      'b/main.tf': declares('x', 'y'),
      'c/main.tf': declares('y'),
      '.github/workflows/d.yml': 'env:\n  TF_VAR_x: 1\njobs: {}\n',
    };
    expect(['a', 'b', 'c'].map((unit) => describeUnit(files, unit).length)).toEqual([1, 1, 0]);
  });

  it('makes one environment of each command and names them without lines', () => {
    const command = (env: string): string => `terraform -chdir=a apply -var env=${env} -var x=${env}1\n`;
    const files = { 'a/main.tf': declares('env', 'x'), 'deploy.sh': `${command('dev')}${command('prod')}` };
    const named = ['deploy.sh dev: env=dev x=dev1', 'deploy.sh prod: env=prod x=prod1'];
    expect(describeUnit(files, 'a')).toEqual(named);
    const shifted = { ...files, 'deploy.sh': `#!/bin/sh\n\n${files['deploy.sh']}` };
    expect(describeUnit(shifted, 'a')).toEqual(named);
  });

  it('blurs what too many commands say differently', () => {
    const commands = Array.from({ length: 9 }, (_, at) => `terraform apply -var x=${at} -var y=same`);
    const files = { 'a/main.tf': declares('x', 'y'), 'a/deploy.sh': commands.join('\n') };
    expect(describeUnit(files, 'a')).toEqual(['a/deploy.sh: x=? y=same']);
  });

  it('evaluates literals, expressions and what is made elsewhere, and says where they come from', () => {
    const main = (type: string): string =>
      `variable "x" {\n  type = ${type}\n default = null\n}\nresource "test_thing" "t" {\n  value = var.x\n}\n`;
    const run = (value: string): string => `#!/bin/sh\nterraform apply -var 'x=${value}'\n`;
    const cases = [
      ['string', '0.0.0.0/0', ['0.0.0.0/0', 'supplied a/run.sh:2']],
      ['number', '22', [22, 'supplied a/run.sh:2']],
      ['list(string)', '["a", "b"]', [['a', 'b'], 'supplied a/run.sh:2']],
      ['string', '$X', ['?supplied-outside var.x', undefined]],
    ] as const;
    for (const [type, value, expected] of cases) {
      expect(evaluate({ 'a/main.tf': main(type), 'a/run.sh': run(value) }, 'a')).toEqual([expected]);
    }
  });

  it('lets variable files win over the environment, and flags over both', () => {
    const main = `${declares('x')}resource "test_thing" "t" {\n  value = var.x\n}\n`;
    const files = { 'a/main.tf': main, 'a/terraform.tfvars': 'x = "file"', 'a/run.sh': 'export TF_VAR_x=environment' };
    expect(evaluate(files, 'a')).toEqual([['file', 'variable-file a/terraform.tfvars:1']]);
    const flag = { ...files, 'a/run.sh': 'terraform apply -var x=flag' };
    expect(evaluate(flag, 'a')).toEqual([['flag', 'supplied a/run.sh:1']]);
  });

  it('says that a value does not pass its validation', () => {
    const unit = { format: 'terraform' as const, path: '.', files: ['main.tf'] };
    const text =
      'variable "x" {\n  default = "a"\n  validation {\n    condition     = var.x != "a"\n    error_message = "no"\n  }\n}\n';
    const { problems } = terraformParser.evaluateUnit(unit, {
      reader: createMemoryReader({ 'main.tf': text }),
      environment: 'default',
      limits: TEST_LIMITS,
      dictionary: {
        kinds: new Map(),
        policyDocument: { kind: '', properties: {}, types: {}, attributes: [], source: '' },
      },
      variableFiles: [],
    });
    expect(problems).toMatchObject([{ code: 'impossible-value', location: { range: { startLine: 4 } } }]);
  });
});
