/** Which reports a run writes, in which form and where: the one of `--format` and `--output`, and those with a file. */
import { UserError } from '../config/user-error.ts';
import type { ParsedArguments } from './command.ts';

export interface ReportOutput {
  /** One of `REPORT_FORMATS`. */
  readonly format: string;
  /** Undefined is standard output. */
  readonly file: string | undefined;
}

/** At least one. Throws a UserError where two of them would go to one file. */
export function reportOutputs({ options, files = [] }: ParsedArguments): readonly ReportOutput[] {
  const further = files.filter(({ name }) => name === 'format').map(({ word, file }) => ({ format: word, file }));
  // The one for the terminal last: a file that cannot be written is an error before anything is said.
  const outputs = [...further, { format: options.get('format') ?? 'terminal', file: options.get('output') }];
  const seen = new Set<string>();
  for (const { file } of outputs) {
    if (file === undefined) continue;
    if (seen.has(file))
      throw new UserError(`Two reports would go to ${JSON.stringify(file)}.`, 'Give each its own file.');
    seen.add(file);
  }
  return outputs;
}
