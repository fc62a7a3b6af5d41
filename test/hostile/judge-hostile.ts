/** The whole job on a hostile tree, and everything a reader or a machine would get of it. Renders; checks nothing. */
import { checkPullRequest } from '../../src/check-pull-request.ts';
import { summaryMarker } from '../../src/github/publish/summary-marker.ts';
import type { PolicyFile } from '../../src/model/policy.ts';
import type { Report } from '../../src/model/report.ts';
import { combineCheckRuns } from '../../src/reporters/check-run/combine-check-runs.ts';
import type { CheckRunReport } from '../../src/reporters/check-run/check-run-report.ts';
import { commentReport } from '../../src/reporters/check-run/comment-report.ts';
import { permalink } from '../../src/reporters/check-run/permalink.ts';
import { findingMarker } from '../../src/reporters/conversation/finding-marker.ts';
import { htmlReport } from '../../src/reporters/html/html-report.ts';
import { reportJson } from '../../src/reporters/json/report-json.ts';
import { markdownReport } from '../../src/reporters/markdown/markdown-report.ts';
import type { PatchedFile } from '../../src/reporters/review-comments/review-comment.ts';
import { reviewComments } from '../../src/reporters/review-comments/review-comments.ts';
import { sarifReport } from '../../src/reporters/sarif/sarif-report.ts';
import { terminalReport } from '../../src/reporters/terminal/terminal-report.ts';
import { lookUpRuleFacts } from '../../src/rule-engine/look-up-rule-facts.ts';
import { lookUpRule } from '../../src/rule-engine/look-up-rule.ts';
import { loadExcerpts } from '../../src/source/load-excerpts.ts';
import { MemorySnapshot } from '../../src/source/memory-snapshot.ts';
import { AS_OF, testPack } from '../run-directories.ts';
import { hostileTree } from './hostile-tree.ts';

export const SERVER = 'https://github.example';
const COMMITS = { before: 'b'.repeat(40), after: 'a'.repeat(40) };
const IDENTITY = { appId: 1 };

export interface HostileOutputs {
  readonly report: Report;
  /** What stands on the pull request, markers included. */
  readonly summary: string;
  readonly comments: readonly string[];
  /** Of one pull request, and of a commit that heads two. */
  readonly checks: readonly CheckRunReport[];
  readonly html: string;
  readonly sarif: string;
  readonly terminal: string;
  readonly json: string;
}

/** The finding the waiver is for; its evidence does not depend on any word. */
export const QUEUE = 'aws_sqs_queue.orders';

/** @param evidence of the finding that is accepted, for a reason and by an owner with the word in them */
export async function judgeHostile(word: string, evidence: string): Promise<HostileOutputs> {
  const files = hostileTree(word);
  const after = new MemorySnapshot(files, COMMITS.after);
  const change = {
    ...{ before: [new MemorySnapshot({ 'README.md': 'x' }, COMMITS.before)], after },
    ...{ description: { before: word, after: word }, close: () => Promise.resolve() },
  };
  const policy = { commandLine: { failOn: 'info' }, repository: { waivers: waive(word, evidence) } } as const;
  const pack = testPack();
  const { report } = await checkPullRequest({ change, policy, pack, engine: 'threatdiff test', asOf: AS_OF });
  const link = permalink({ server: SERVER, repository: 'acme/shop', commits: COMMITS });
  const [rule, facts] = [lookUpRule(pack.rules), lookUpRuleFacts(pack.rules)];
  const options = { rule, link };
  const review = reviewComments(report, { ...options, files: patchesOf(files), maxInline: 50, acceptBy: word });
  const judged = { pullRequest: 1, base: word, report, options };
  const excerpt = await loadExcerpts(report, change);
  const comment = commentReport(report, { ...options, checkUrl: `${SERVER}/acme/shop/runs/1` });
  return {
    report,
    summary: summaryMarker.mark(comment.body, IDENTITY),
    comments: review.comments.map(({ body, fingerprints }) => findingMarker.mark(body, fingerprints)),
    checks: [combineCheckRuns([judged]), combineCheckRuns([judged, { ...judged, pullRequest: undefined }])],
    html: htmlReport([{ report, excerpt, title: word }], { ...options, mode: 'change' }),
    sarif: sarifReport([
      { report, options: { rule: facts, audience: 'file', maxResults: 25_000, category: `threatdiff/${word}` } },
    ]),
    terminal: terminalReport(report, { rule, excerpt, mode: 'change', colour: false, quiet: false, width: 100 }),
    json: reportJson(report),
  };
}

/** One tree on its own, as the step summary of a branch shows it. */
export function stateSummary({ report }: HostileOutputs): string {
  const rule = lookUpRule(testPack().rules);
  return markdownReport(report, { rule, link: () => undefined, mode: 'state', maxLength: 900_000 });
}

function waive(word: string, evidence: string): PolicyFile {
  const of = { rule: 'aws-sqs-queue-not-encrypted', unit: 'plain', evidence, expires: '2026-12-31' };
  const waivers = [QUEUE, word].map((address) => ({ ...of, address, reason: word, owner: word }));
  return { file: `.github/${word}`, id: 'c'.repeat(40), text: JSON.stringify({ waivers }, null, 2) };
}

/** Every file is new, as GitHub lists it. */
function patchesOf(files: Readonly<Record<string, string>>): readonly PatchedFile[] {
  return Object.entries(files).map(([path, text]): PatchedFile => {
    const lines = text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined);
    const patch = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n');
    return { path, status: 'added', patch };
  });
}
