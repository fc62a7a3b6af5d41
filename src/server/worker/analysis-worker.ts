/**
 * The thread that judges: loads the rules once, then one change after the other. It has no environment, no token and no
 * file but the rules; whatever a pull request does to it, the server concludes the check.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { checkPullRequest } from '../../check-pull-request.ts';
import { UserError } from '../../config/user-error.ts';
import { loadRulePack } from '../../rule-engine/load-rule-pack.ts';
import { AskedSnapshot } from './asked-snapshot.ts';
import type { AnalysisOrder, FromWorker, ToWorker, TreeAnswer, WorkerSetup } from './messages.ts';

interface Waiting {
  readonly resolve: (answer: TreeAnswer) => void;
  readonly reject: (error: Error) => void;
}

function run(): void {
  const { rulePackFile, engine } = workerData as WorkerSetup;
  const pack = loadRulePack(JSON.parse(readFileSync(rulePackFile, 'utf8')));
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  const send = (message: FromWorker) => parentPort?.postMessage(message);
  const ask = (tree: number, paths?: readonly string[]): Promise<TreeAnswer> => {
    const call = calls;
    calls += 1;
    return new Promise((resolve, reject) => {
      waiting.set(call, { resolve, reject });
      send({ type: 'ask', call, tree, ...(paths === undefined ? {} : { paths }) });
    });
  };
  const analyse = async (order: AnalysisOrder): Promise<void> => {
    const open = (id: string, tree: number) => new AskedSnapshot(id, (paths) => ask(tree, paths));
    const before = order.before.map(open);
    const change = {
      before,
      after: open(order.after, before.length),
      description: { before: '', after: '' },
      close: () => Promise.resolve(),
    };
    const { policy, asOf } = order;
    const { report } = await checkPullRequest({ change, policy, pack, engine, asOf });
    send({ type: 'done', report });
  };
  parentPort?.on('message', (message: ToWorker) => {
    if (message.type === 'analyse') {
      analyse(message.order).catch((error: unknown) => send(describe(error)));
      return;
    }
    const call = waiting.get(message.call);
    waiting.delete(message.call);
    if (message.type === 'answer') call?.resolve(message.answer);
    else call?.reject(new UserError(message.message));
  });
  send({ type: 'ready' });
}

function describe(error: unknown): FromWorker {
  if (error instanceof UserError) return { type: 'failed', message: error.message, expected: true };
  const text = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
  return { type: 'failed', message: text, expected: false };
}

run();
