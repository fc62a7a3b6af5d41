/** What a Terragrunt folder gives its module: inputs, includes, generated files; and what stays unknown of it. */
import { describe, expect, it } from 'vitest';
import { createMemoryReader, type Files } from '../testing/create-memory-reader.ts';
import { terraformParser } from '../index.ts';
import { show } from '../testing/show.ts';
import { TEST_LIMITS } from '../testing/test-limits.ts';

/** Every environment Terragrunt shows for a module: name to what `test_thing.t` is there. */
function evaluate(files: Files, unitPath = 'modules/app'): Record<string, unknown> {
  const reader = createMemoryReader(files);
  const paths = Object.keys(files).sort();
  const units = terraformParser.discoverUnits(paths.filter((path) => terraformParser.claims(path) === 'yes'));
  const suppliers = paths.filter((path) => terraformParser.suppliers?.mayMatter(path));
  const found = terraformParser.suppliers?.discover(units, suppliers, reader, TEST_LIMITS);
  const unit = units.find(({ path }) => path === unitPath);
  const emptyKind = { kind: '', properties: {}, types: {}, attributes: [], source: '' };
  const dictionary = { kinds: new Map(), policyDocument: emptyKind };
  const environments = found?.environments.get(unitPath) ?? [];
  return Object.fromEntries(
    environments.map(({ name, variableFiles, supply }) => {
      if (!unit) throw new Error('no such unit');
      const context = { reader, limits: TEST_LIMITS, environment: name, dictionary, variableFiles };
      const evaluated = terraformParser.evaluateUnit(unit, { ...context, ...(supply && { supply }) });
      const shown = evaluated.resources.map(({ address, properties }) => [address, show(properties.get('value'))]);
      return [name, shown.length === 1 ? shown[0]?.[1] : Object.fromEntries(shown)];
    }),
  );
}

const MODULE = `variable "x" {}
resource "test_thing" "t" {
  value = var.x
}
`;

const live = (text: string, source = '../../modules/app'): string =>
  `terraform {\n  source = "${source}"\n}\n${text}\n`;

describe('Terragrunt', () => {
  it.each([
    ['inputs = { x = "a" }', 'a'],
    ['locals { n = "a" }\ninputs = { x = "${local.n}-b" }', 'a-b'],
    ['inputs = { x = basename(get_terragrunt_dir()) }', 'prod'],
    ['inputs = { x = get_path_from_repo_root() }', 'live/prod'],
    ['inputs = { x = get_env("X", "d") }', 'd'],
    ['inputs = { x = get_env("X") }', '?variable-without-value get_env("X")'],
    ['inputs = { x = get_terragrunt_dir() }', '?non-deterministic the path of the working copy'],
    ['inputs = { x = run_cmd("echo", "a") }', '?external-data run_cmd()'],
    ['inputs = { x = jsondecode(file("${get_repo_root()}/a.json")).k }', 'from a file'],
    ['inputs = { x = yamldecode(file(find_in_parent_folders("common.yaml"))).k }', 'common'],
    ['inputs = { x = read_terragrunt_config(find_in_parent_folders("env.hcl")).locals.e }', 'env'],
    ['dependency "v" {\n config_path = "../v"\n}\ninputs = { x = dependency.v.outputs.id }', '?remote-state'],
    ['inputs = run_cmd("inputs")', '?external-data'],
  ])('%s', (text, expected) => {
    const files = {
      'modules/app/main.tf': MODULE,
      'live/prod/terragrunt.hcl': live(text),
      'a.json': '{"k":"from a file"}',
      'live/common.yaml': 'k: common\n',
      'live/env.hcl': 'locals {\n  e = "env"\n}\n',
    };
    const value = evaluate(files)['live/prod'];
    expect(String(value).startsWith(expected) && (expected.startsWith('?') || value === expected)).toBe(true);
  });

  it('merges what it includes, the child over the parent, and evaluates the parent for the child', () => {
    const root = `locals {
  region = "eu"
}
inputs = { x = "\${local.region} \${path_relative_to_include()}", y = 1 }
terraform {
  source = "\${get_repo_root()}/modules//app"
}
`;
    const child = 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n expose = true\n}\n';
    const files = {
      'modules/app/main.tf': MODULE,
      'live/root.hcl': root,
      'live/a/terragrunt.hcl': child,
      'live/b/terragrunt.hcl': `${child}inputs = { x = "own" }`,
      'live/c/terragrunt.hcl': `${child}inputs = { x = include.root.locals.region }`,
    };
    expect(evaluate(files)).toEqual({ 'live/a': 'eu a', 'live/b': 'own', 'live/c': 'eu' });
  });

  it('merges deeply where it is told to', () => {
    const files = {
      'modules/app/main.tf': MODULE,
      'live/root.hcl': 'inputs = { x = { a = 1, l = [1] } }',
      'live/a/terragrunt.hcl': live(
        'include "root" {\n  path = "../root.hcl"\n  merge_strategy = "deep"\n}\ninputs = { x = { b = 2, l = [2] } }',
      ),
    };
    expect(evaluate(files)).toEqual({ 'live/a': { a: 1, b: 2, l: [1, 2] } });
  });

  it('adds the files it generates and the variable files it passes', () => {
    const files = {
      'modules/app/main.tf': 'variable "x" {}\n',
      'live/a/x.tfvars': 'x = "file"',
      'live/a/terragrunt.hcl': `terraform {
  source = "../../modules/app"
  extra_arguments "files" {
    commands = ["apply"]
    required_var_files = ["\${get_terragrunt_dir()}/x.tfvars"]
  }
}
generate "more" {
  path = "more.tf"
  if_exists = "overwrite"
  contents = <<EOF
resource "test_thing" "t" {
  value = var.x
}
EOF
}
`,
    };
    expect(evaluate(files)).toEqual({ 'live/a': 'file' });
  });

  it('uses its own folder where it names no source, and says what comes from outside', () => {
    const own = { 'app/main.tf': MODULE, 'app/terragrunt.hcl': 'inputs = { x = 1 }' };
    expect(evaluate(own, 'app')).toEqual({ app: 1 });
    const remote = { 'app/terragrunt.hcl': live('', 'git::https://example.com/a.git?ref=v1') };
    const found = terraformParser.suppliers?.discover(
      [],
      ['app/terragrunt.hcl'],
      createMemoryReader(remote),
      TEST_LIMITS,
    );
    expect(found?.problems).toMatchObject([{ code: 'module-not-available', location: { path: 'app/terragrunt.hcl' } }]);
  });

  it('ends where configurations read each other', () => {
    const files = {
      'modules/app/main.tf': MODULE,
      'live/a/terragrunt.hcl': live(
        'locals { b = read_terragrunt_config("../b/terragrunt.hcl") }\ninputs = { x = local.b }',
      ),
      'live/b/terragrunt.hcl': 'locals { a = read_terragrunt_config("../a/terragrunt.hcl") }',
    };
    expect(Object.keys(evaluate(files))).toEqual(['live/a']);
  });
});
