/** The options that name two trees. */
import type { OptionSpec } from './command.ts';

export const CHANGE_OPTIONS: readonly OptionSpec[] = [
  { name: 'repo', value: 'DIR', description: 'A folder of the repository; the working directory where not given.' },
  { name: 'base', value: 'REF', description: 'Branch the change goes into; the default branch where not given.' },
  { name: 'head', value: 'REF|WORKTREE', description: 'The change; the work tree where not given.' },
  { name: 'before', value: 'DIR', description: 'A folder to compare, instead of a repository.' },
  { name: 'after', value: 'DIR', description: 'The folder to compare it with.' },
  { name: 'inputs', value: 'FILE', description: 'Replays a run that --write-inputs recorded.' },
];
