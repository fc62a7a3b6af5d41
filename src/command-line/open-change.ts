/** Opens what a `diff` compares, however it is named: a repository, two folders, or a recorded run. */
import { openRecordedChange } from '../source/open-recorded-change.ts';
import { changeKind } from './change-kind.ts';
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { openDirectories } from './open-directories.ts';
import { openRepository } from './open-repository.ts';
import type { OpenedChange } from './opened-change.ts';
import { readDay } from './read-day.ts';

/** Throws a UserError for options that do not go together and for what cannot be opened. */
export async function openChange(
  args: ParsedArguments,
  host: Host,
  running: { readonly engine: string; readonly rulePack: string },
): Promise<OpenedChange> {
  const kind = changeKind(args);
  if (kind === 'inputs') return openRecordedChange(host.directory, args.options.get('inputs') ?? '', running);
  const asOf = readDay(args.options.get('as-of'), host.now());
  return kind === 'directories' ? openDirectories(args, host, asOf) : openRepository(args, host, asOf);
}
