/** The option that hands in plans of the head. */
import type { OptionSpec } from './command.ts';

export const PLAN_OPTION: OptionSpec = {
  name: 'plan',
  value: 'FILE[=DIRECTORY]',
  description:
    'A plan as terraform show -json prints it, of a directory of the tree (its root where not given). It may add findings, never take one away. As often as there are plans.',
  many: true,
};
