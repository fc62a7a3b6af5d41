/** Judges a recorded run again, to the same bytes as any other door. Asks GitHub nothing and writes nothing there. */
import { checkPullRequest } from '../check-pull-request.ts';
import { lookUpRuleFacts } from '../rule-engine/look-up-rule-facts.ts';
import { lookUpRule } from '../rule-engine/look-up-rule.ts';
import type { readRulePack } from '../rule-engine/read-rule-pack.ts';
import { openRecordedChange } from '../source/open-recorded-change.ts';
import type { JudgedRun } from './judged-run.ts';

export interface Engine {
  readonly pack: Awaited<ReturnType<typeof readRulePack>>;
  /** `threatdiff 1.2.3` */
  readonly name: string;
}

/** `file` is relative to the working directory. Throws a UserError for what was not recorded with this engine. */
export async function judgeRecordedRun(file: string, { pack, name: engine }: Engine): Promise<JudgedRun> {
  const opened = await openRecordedChange('.', file, { engine, rulePack: pack.digest });
  const first = await checkPullRequest({ ...opened, pack, engine });
  const options = { rule: lookUpRule(pack.rules), link: () => undefined };
  const mode = opened.change.before.length === 0 ? 'state' : 'change';
  const judged = { pullRequest: undefined, base: 'a recorded run', report: first.report, options };
  const { change } = opened;
  const facts = lookUpRuleFacts(pack.rules);
  const notes = ['A recorded run, judged again.'];
  return { first, change, facts, judged: [judged], mode, notes, footnotes: [] };
}
