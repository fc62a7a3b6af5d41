/**
 * The GitHub App's entry: reads the environment, starts `src/server/`, and ends with the process. No logic here.
 */
import { hostname, availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { UserError } from './config/user-error.ts';
import { createLog } from './server/create-log.ts';
import { readSettings } from './server/read-settings.ts';
import { startServer } from './server/start-server.ts';

/** Put in by the build. */
declare const THREATDIFF_VERSION: string;

const built = typeof THREATDIFF_VERSION !== 'undefined';
const now = () => Date.now();
const log = createLog((line) => process.stdout.write(line), now);

function stop(error: unknown): never {
  if (error instanceof UserError) log('error', 'cannot-start', { error: error.message, hint: error.hint });
  else log('error', 'crashed', { error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
  process.exit(1);
}

process.on('uncaughtException', stop);

try {
  const settings = readSettings(process.env, { processors: availableParallelism() });
  const server = await startServer(settings, {
    ...{ log, now },
    rulePackFile: process.env['RULE_PACK_FILE'] ?? fileURLToPath(new URL('rule-pack.json', import.meta.url)),
    workerFile: new URL(built ? 'analysis-worker.js' : 'server/worker/analysis-worker.ts', import.meta.url),
    version: built ? THREATDIFF_VERSION : 'unbuilt',
    holder: `${hostname()}:${process.pid}`,
    onLost: stop,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log('info', 'stopping', { signal });
      server.close().then(() => process.exit(0), stop);
    });
  }
} catch (error) {
  stop(error);
}
