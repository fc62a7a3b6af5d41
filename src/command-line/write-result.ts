/** Where a command's result goes: a file, or standard output. */
import type { Host } from './host.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

/** Writes `text` whole; `file` undefined is standard output. Throws a UserError when it cannot be written. */
export async function writeResult(text: string, file: string | undefined, host: Host): Promise<void> {
  if (file === undefined) await host.stdout.write(text);
  else await writeFileAtomically(host.directory, file, text);
}
