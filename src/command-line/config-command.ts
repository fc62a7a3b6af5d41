/** `threatdiff config`: the policy that would hold here, and what is wrong with it. */
import { explainConfig } from '../config/explain-config.ts';
import { loadPolicy } from '../config/load-policy.ts';
import { loadWaivers } from '../config/load-waivers.ts';
import { listPolicySources } from '../gate/list-policy-sources.ts';
import { describePlace } from '../reporters/describe-place.ts';
import { makeVisible } from '../reporters/make-visible.ts';
import { openGitRepository } from '../source/open-git-repository.ts';
import type { Command, ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { loadSources } from './load-sources.ts';
import { POLICY_OPTIONS } from './policy-options.ts';
import { readDay } from './read-day.ts';

export const configCommand: Command = {
  name: 'config',
  summary: 'Shows the policy that holds, and where each setting comes from.',
  usage: ['config [--explain] [--policy DIR] [--organisation-policy DIR]'],
  options: [...POLICY_OPTIONS, { name: 'explain', description: 'Also says what each setting does.' }],
  maxPositionals: 0,
  run: showConfig,
};

async function showConfig(args: ParsedArguments, host: Host): Promise<0 | 2> {
  const asOf = readDay(args.options.get('as-of'), host.now());
  const needsRepository = !args.options.has('policy');
  const repository = needsRepository ? await openGitRepository(host.directory, host.environment) : undefined;
  try {
    const sources = await loadSources(args, host, repository);
    const loaded = loadPolicy(sources, asOf);
    const { waivers, problems } = loadWaivers(sources, { asOf, maxDays: loaded.policy.waivers.maxDays });
    const lines = explainConfig(loaded).filter((line) => args.options.has('explain') || !line.startsWith('    '));
    const found = [...loaded.problems, ...problems];
    const told = found.flatMap(({ location, message, hint }) => [
      `${makeVisible(describePlace(location))} ${makeVisible(message)}`,
      ...(hint === undefined ? [] : [`  ${makeVisible(hint, 1000)}`]),
    ]);
    const count = `${waivers.length} ${waivers.length === 1 ? 'waiver holds' : 'waivers hold'} on ${asOf}`;
    const files = listPolicySources(sources).map(({ file, id }) => makeVisible(`${file}@${id.slice(0, 7)}`));
    const read = `policy files: ${files.join(', ') || 'none, the defaults hold'}`;
    await host.stdout.write(`${[read, ...lines.map((line) => makeVisible(line, 2000)), count, ...told].join('\n')}\n`);
    return found.some(({ code }) => code === 'policy-invalid' || code === 'waiver-invalid') ? 2 : 0;
  } finally {
    await repository?.close();
  }
}
