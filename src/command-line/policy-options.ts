/** The options by which every command finds policy. */
import type { OptionSpec } from './command.ts';

export const POLICY_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'policy',
    value: 'DIR',
    description:
      'Folder of threatdiff.yml and threatdiff-waivers.yml, in place of .github on the default branch, or of the defaults where folders are read.',
  },
  {
    name: 'organisation-policy',
    value: 'DIR',
    description: "Folder of the organisation's threatdiff.yml and threatdiff-waivers.yml.",
  },
  { name: 'as-of', value: 'YYYY-MM-DD', description: 'Day that waivers are judged on; today where not given.' },
];
