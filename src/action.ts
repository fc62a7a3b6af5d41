/** The GitHub Action's entry: hands the process over to `src/action/` and sets the exit code. No logic here. */
import { fileURLToPath } from 'node:url';
import { error, info, notice, setOutput, setSecret, summary, warning } from '@actions/core';
import type { AnnotationLevel } from './action/action-host.ts';
import { describeCrash } from './action/describe-crash.ts';
import { runAction } from './action/run-action.ts';

/** Put in by the build. */
declare const THREATDIFF_VERSION: string;

// Left alone, Node would end with 1, which says that something blocks.
process.on('uncaughtException', (thrown) => {
  process.stdout.write(`${describeCrash(thrown).join('\n')}\n`);
  process.exit(3);
});

const annotate: Readonly<Record<AnnotationLevel, typeof error>> = { error, warning, notice };

process.exitCode = await runAction({
  environment: process.env,
  runner: {
    mask: setSecret,
    annotate: (level, message, place) => annotate[level](message, place),
    setOutput,
    log: info,
    writeSummary: async (markdown) => {
      // Absent on runners older than summaries; the log and the annotations say the same in short.
      if (process.env['GITHUB_STEP_SUMMARY']) await summary.addRaw(markdown, true).write();
    },
  },
  now: () => Date.now(),
  rulePackFile: fileURLToPath(new URL('rule-pack.json', import.meta.url)),
  version: typeof THREATDIFF_VERSION === 'undefined' ? 'unbuilt' : THREATDIFF_VERSION,
});
