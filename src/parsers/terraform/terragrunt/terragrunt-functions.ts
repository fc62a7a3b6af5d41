/**
 * Functions of Terragrunt (https://terragrunt.gruntwork.io/docs/reference/hcl/functions) for one configuration. Those
 * that ask the machine, the cloud or a program are unresolved.
 */
import type { Assumption, UnresolvedReason, Value } from '../../../model/value.ts';
import { joinPath } from '../configuration/join-path.ts';
import { relativePath } from '../evaluation/relative-path.ts';
import type { PureArguments } from '../functions/pure-arguments.ts';
import { pureFunction } from '../functions/pure-function.ts';
import type { CallSite, TerraformFunction } from '../functions/terraform-function.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { withOrigin } from '../values/with-origin.ts';
import { TREE_ROOT } from './tree-root.ts';

const ELSEWHERE: ReadonlyMap<string, UnresolvedReason> = new Map([
  ['run_cmd', 'external-data'],
  ['sops_decrypt_file', 'dynamic-reference'],
  ['get_aws_account_id', 'pseudo-parameter'],
  ['get_aws_account_alias', 'pseudo-parameter'],
  ['get_aws_caller_identity_arn', 'pseudo-parameter'],
  ['get_aws_caller_identity_user_id', 'pseudo-parameter'],
  ['get_platform', 'non-deterministic'],
  ['get_terraform_command', 'non-deterministic'],
  ['get_terraform_cli_args', 'non-deterministic'],
  ['get_default_retryable_errors', 'non-deterministic'],
  ['get_working_dir', 'non-deterministic'],
  ['read_tfvars_file', 'unsupported-expression'],
]);

export interface FunctionPlace {
  /** Directory of the configuration that is applied. */
  readonly directory: string;
  /** Directory of the file the expression stands in; another one where that is included. */
  readonly ownDirectory: string;
  /** Evaluates another configuration; undefined where there is none or it nests too deep. */
  readonly read: (path: string, site: CallSite) => Value | undefined;
}

/** By name, to be looked up before Terraform's own. */
export function terragruntFunctions(place: FunctionPlace): ReadonlyMap<string, TerraformFunction> {
  const { directory, ownDirectory } = place;
  const fixed = (text: string): TerraformFunction => pureFunction([0, 1], () => text);
  return new Map<string, TerraformFunction>([
    ...[...ELSEWHERE].map(([name, reason]): [string, TerraformFunction] => [name, elsewhere(reason)]),
    ['find_in_parent_folders', pureFunction([0, 2], (input, site) => findAbove(input, site, directory))],
    ['get_terragrunt_dir', fixed(absolute(directory))],
    ['get_original_terragrunt_dir', fixed(absolute(directory))],
    ['get_parent_terragrunt_dir', fixed(absolute(ownDirectory))],
    ['get_repo_root', fixed(TREE_ROOT)],
    ['get_path_from_repo_root', fixed(directory === '' ? '.' : directory)],
    ['get_path_to_repo_root', fixed(relativePath(directory, ''))],
    ['path_relative_to_include', fixed(withoutDot(relativePath(ownDirectory, directory)))],
    ['path_relative_from_include', fixed(withoutDot(relativePath(directory, ownDirectory)))],
    ['get_env', pureFunction([1, 2], readEnvironment)],
    ['mark_as_read', pureFunction([1, 1], (input) => input.text(0))],
    ['read_terragrunt_config', pureFunction([1, 2], (input, site) => readOther(input, site, place))],
  ]);
}

function elsewhere(reason: UnresolvedReason): TerraformFunction {
  return (_values, { env, origin, name }) => {
    env.session.doubts += 1;
    return makeUnresolved(reason, `${name}()`, origin);
  };
}

function absolute(directory: string): string {
  return directory === '' ? TREE_ROOT : `${TREE_ROOT}/${directory}`;
}

function withoutDot(path: string): string {
  return path.startsWith('./') ? path.slice(2) : path;
}

/** The nearest file or directory of the name above the configuration. */
function findAbove(input: PureArguments, { env, origin }: CallSite, directory: string): Value | string {
  const name = input.count > 0 ? input.text(0) : 'terragrunt.hcl';
  const { reader } = env.session;
  for (let at = directory; at !== ''; ) {
    at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
    const path = joinPath(at, name);
    if (path === undefined) break;
    if (reader.read(path).status !== 'missing' || reader.list(path).length > 0) return `${TREE_ROOT}/${path}`;
  }
  const fallback = input.values[1];
  return fallback ?? makeUnresolved('file-not-in-tree', `find_in_parent_folders(${JSON.stringify(name)})`, origin);
}

/** A default of the environment is an assumption like that of a variable. */
function readEnvironment(input: PureArguments, { env, origin }: CallSite): Value {
  const subject = `get_env(${JSON.stringify(input.text(0))})`;
  if (input.count < 2) return makeUnresolved('variable-without-value', subject, origin);
  const value = input.text(1);
  const assumption: Assumption = {
    kind: 'environment',
    subject,
    value: value.slice(0, 80),
    ...(origin.location && { location: origin.location }),
  };
  env.session.assumptions.set(subject, assumption);
  return withOrigin(makeScalar(value, origin), origin, [assumption]);
}

function readOther(input: PureArguments, site: CallSite, { directory, read }: FunctionPlace): Value {
  const written = input.text(0);
  const path = written.startsWith(`${TREE_ROOT}/`)
    ? joinPath('', written.slice(TREE_ROOT.length + 1))
    : joinPath(directory, written);
  const value = path === undefined ? undefined : read(path, site);
  return (
    value ??
    input.values[1] ??
    makeUnresolved('file-not-in-tree', `read_terragrunt_config(${JSON.stringify(path ?? written)})`, site.origin)
  );
}
