/** Where a command's result goes: the file of `--output`, or standard output. */
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

/** Writes `text` whole. Throws a UserError when the file cannot be written. */
export async function writeResult(text: string, { options }: ParsedArguments, host: Host): Promise<void> {
  const output = options.get('output');
  if (output === undefined) await host.stdout.write(text);
  else await writeFileAtomically(host.directory, output, text);
}
