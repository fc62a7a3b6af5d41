/** Opens what a `diff` compares, however it is named: a repository, two folders, or a recorded run. */
import { InputsSnapshot } from '../source/inputs-snapshot.ts';
import { changeKind } from './change-kind.ts';
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { openDirectories } from './open-directories.ts';
import { openInputs } from './open-inputs.ts';
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
  if (kind === 'inputs') return replay(args, host, running);
  const asOf = readDay(args.options.get('as-of'), host.now());
  return kind === 'directories' ? openDirectories(args, host, asOf) : openRepository(args, host, asOf);
}

async function replay(
  { options }: ParsedArguments,
  host: Host,
  running: { readonly engine: string; readonly rulePack: string },
): Promise<OpenedChange> {
  const inputs = await openInputs(options.get('inputs') ?? '', host, running);
  return {
    change: {
      before: inputs.before.map((tree) => new InputsSnapshot(tree)),
      after: new InputsSnapshot(inputs.after),
      description: { before: 'a recorded run', after: 'a recorded run' },
      close: () => Promise.resolve(),
    },
    policy: inputs.policy,
    asOf: inputs.asOf,
  };
}
