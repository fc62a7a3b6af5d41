/** Which policy files a verdict rests on, with the ids they were read at. */
import type { PolicySources } from '../model/policy.ts';
import type { Report } from '../model/report.ts';

/** Organisation's first. The file name says whose it is. */
export function listPolicySources({ organisation, repository }: PolicySources): Report['policy']['sources'] {
  const list = (owner: string, files: PolicySources['repository']): Report['policy']['sources'] =>
    [files?.policy, files?.waivers]
      .filter((file) => file !== undefined)
      .map(({ file, id }) => ({ file: `${owner}:${file}`, id }));
  return [...list('organisation', organisation), ...list('repository', repository)];
}
