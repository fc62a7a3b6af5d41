/** The Action in this process with a runner made of lists: for everything that needs no process of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionHost, AnnotationLevel, AnnotationPlace } from '../../src/action/action-host.ts';
import { runAction } from '../../src/action/run-action.ts';
import type { Report } from '../../src/model/report.ts';
import { writeRulePack } from '../app/start-app.ts';
import { makeContext, type StepOptions } from './run-context.ts';

export interface InProcessResult {
  readonly exitCode: 0 | 1 | 3;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly (AnnotationPlace & { readonly level: AnnotationLevel; readonly message: string })[];
  readonly log: readonly string[];
  readonly masked: readonly string[];
  readonly report: Report | undefined;
}

export interface InProcessOptions extends StepOptions {
  readonly host?: Partial<Pick<ActionHost, 'rulePackFile' | 'second'>>;
  /** The runner does not take the summary. */
  readonly brokenSummary?: boolean;
  /** Called with the folders of the step before it runs. */
  readonly prepare?: (folders: { readonly workspace: string }) => void;
}

/** Runs steps with the rules of this tree. `close` removes what it made. */
export class ActionBench {
  readonly #folder = mkdtempSync(join(tmpdir(), 'threatdiff-bench-'));
  readonly #rulePackFile = writeRulePack(this.#folder);

  async run({ host, prepare, brokenSummary = false, ...options }: InProcessOptions): Promise<InProcessResult> {
    const { folder, environment } = makeContext(options);
    prepare?.({ workspace: environment['GITHUB_WORKSPACE'] ?? '' });
    const outputs: Record<string, string> = {};
    const [annotations, log, masked]: [InProcessResult['annotations'][number][], string[], string[]] = [[], [], []];
    let summary = '';
    const exitCode = await runAction({
      environment,
      runner: {
        mask: (secret) => masked.push(secret),
        annotate: (level, message, place) => annotations.push({ level, message, ...place }),
        setOutput: (name, value) => {
          outputs[name] = value;
        },
        log: (line) => log.push(line),
        writeSummary: (markdown) => {
          if (brokenSummary) return Promise.reject(new Error('the disk is full ::error::x'));
          summary += markdown;
          return Promise.resolve();
        },
      },
      ...{ now: () => Date.now(), rulePackFile: this.#rulePackFile, version: '0.0.0', second: 1, ...host },
    });
    const file = outputs['report'];
    const report = file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Report);
    rmSync(folder, { recursive: true });
    return { exitCode, outputs, summary, annotations, log, masked, report };
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
