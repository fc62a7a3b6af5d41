/** The options by which a command says how its report is shown. */
import type { OptionSpec } from './command.ts';

export const REPORT_OPTIONS: readonly OptionSpec[] = [
  { name: 'format', value: 'FORMAT', description: 'Form of the report.', oneOf: ['terminal', 'json', 'markdown'] },
  { name: 'output', value: 'FILE', description: 'Writes the report to a file instead of the terminal.' },
  {
    name: 'fail-on',
    value: 'SEVERITY',
    description: "Lowest severity that fails, in place of the policy's.",
    oneOf: ['critical', 'high', 'medium', 'low', 'info'],
  },
  { name: 'quiet', description: 'Says only the verdict and what blocks.' },
];
