/** Opens the two folders a `diff` names. Reads no git; policy comes only from the folders the user names. */
import { resolve } from 'node:path';
import { loadPolicy } from '../config/load-policy.ts';
import { openDirectoryChange } from '../source/open-directory-change.ts';
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { loadSources } from './load-sources.ts';
import type { OpenedChange } from './opened-change.ts';

/** The change between two folders. Throws a UserError. */
export async function openDirectories(args: ParsedArguments, host: Host, asOf: string): Promise<OpenedChange> {
  const policy = await loadSources(args, host, undefined);
  const limits = loadPolicy(policy, asOf).policy.budgets;
  const folder = (name: string): string => resolve(host.directory, args.options.get(name) ?? '.');
  return { change: await openDirectoryChange(folder('before'), folder('after'), limits), policy, asOf };
}
