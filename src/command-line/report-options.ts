/** The options by which a command says how its report is shown. */
import type { OptionSpec } from './command.ts';

export const REPORT_FORMATS = ['terminal', 'json', 'markdown', 'sarif', 'html'] as const;

export const REPORT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'format',
    value: 'FORMAT[=FILE]',
    description: 'Form of the report; with a file one more report beside the first, as often as wanted.',
    oneOf: REPORT_FORMATS,
    toFiles: true,
  },
  { name: 'output', value: 'FILE', description: 'Writes the report to a file instead of the terminal.' },
  {
    name: 'fail-on',
    value: 'SEVERITY',
    description: "Lowest severity that fails, in place of the policy's.",
    oneOf: ['critical', 'high', 'medium', 'low', 'info'],
  },
  { name: 'quiet', description: 'Says only the verdict and what blocks.' },
];
