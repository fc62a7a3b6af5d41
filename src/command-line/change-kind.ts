/** How the two trees of a `diff` are named, and which options go together. */
import { UserError } from '../config/user-error.ts';
import type { ParsedArguments } from './command.ts';

/** How the two trees are named. */
export type ChangeKind = 'repository' | 'directories' | 'inputs';

/** Options that only one kind takes; recorded inputs carry their policy and day. */
const TAKEN_BY: Readonly<Record<ChangeKind, readonly string[]>> = {
  repository: ['repo', 'base', 'head'],
  directories: ['before', 'after'],
  inputs: ['inputs'],
};
const NOT_WITH_INPUTS = ['policy', 'organisation-policy', 'as-of', 'fail-on', 'plan'];

/** Which kind of change the options name. Throws a UserError for options of two kinds, and for half a pair. */
export function changeKind({ options }: ParsedArguments): ChangeKind {
  const given = (Object.keys(TAKEN_BY) as ChangeKind[]).flatMap((kind) => {
    const name = TAKEN_BY[kind].find((option) => options.has(option));
    return name === undefined ? [] : [{ kind, name }];
  });
  const [first, second] = given;
  if (first !== undefined && second !== undefined) throw together(first.name, second.name);
  const kind = first?.kind ?? 'repository';
  const clash = kind === 'inputs' ? NOT_WITH_INPUTS.find((name) => options.has(name)) : undefined;
  if (clash !== undefined) throw together('inputs', clash);
  if (kind === 'directories' && !(options.has('before') && options.has('after'))) {
    throw new UserError('--before and --after go together.', 'Give both folders.');
  }
  return kind;
}

function together(one: string, other: string): UserError {
  return new UserError(`--${one} and --${other} do not go together.`, 'See threatdiff diff --help.');
}
