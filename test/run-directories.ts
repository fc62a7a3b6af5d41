/** The whole job on two folders, as the command line does it, for tests: the report and what it was made from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckResult, checkPullRequest } from '../src/check-pull-request.ts';
import { loadPolicy } from '../src/config/load-policy.ts';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import type { PolicyFile, PolicySources } from '../src/model/policy.ts';
import { buildRulePack } from '../src/rule-engine/build-rule-pack.ts';
import { loadRulePack } from '../src/rule-engine/load-rule-pack.ts';
import { readRulesFolder } from '../src/rule-engine/read-rules-folder.ts';
import { openDirectoryChange } from '../src/source/open-directory-change.ts';

export interface DirectoriesToRun {
  readonly before: string | undefined;
  readonly after: string;
  /** Folder with `threatdiff.yml` and `threatdiff-waivers.yml`. */
  readonly policy?: string | undefined;
  /** `threatdiff 1.2.3`, where the run is replayed by a build. */
  readonly engine?: string;
}

export const AS_OF = '2026-11-21';
const rules = join(import.meta.dirname, '..', 'rules');

let loaded: ReturnType<typeof loadRulePack> | undefined;

/** The rule pack of the working tree, loaded once a test file. */
export function testPack(): ReturnType<typeof loadRulePack> {
  loaded ??= loadRulePack(
    buildRulePack(readRulesFolder(join(rules, 'checks')), readDictionaryFolder(join(rules, 'dictionary'))),
  );
  return loaded;
}

/** Runs the job; see `checkPullRequest`. */
export async function runDirectories({
  before,
  after,
  policy,
  engine = 'threatdiff test',
}: DirectoriesToRun): Promise<CheckResult> {
  const sources: PolicySources = policy === undefined ? {} : { repository: readPolicy(policy) };
  const limits = loadPolicy(sources, AS_OF).policy.budgets;
  const change = await openDirectoryChange(before, after, limits);
  return checkPullRequest({ change, policy: sources, pack: testPack(), engine, asOf: AS_OF });
}

function readPolicy(folder: string): NonNullable<PolicySources['repository']> {
  const read = (name: string): PolicyFile | undefined => {
    try {
      return { file: `.github/${name}`, id: 'test', text: readFileSync(join(folder, name), 'utf8') };
    } catch {
      return undefined;
    }
  };
  const [file, waivers] = [read('threatdiff.yml'), read('threatdiff-waivers.yml')];
  return { ...(file && { policy: file }), ...(waivers && { waivers }) };
}
