/**
 * Puts the server together: store, queue, GitHub, worker threads, webhooks, doors. Everything it starts it also ends.
 * Reads no environment; what it needs of the process comes in.
 */
import { readFile } from 'node:fs/promises';
import { openQueue } from '../queue/open-queue.ts';
import { loadRulePack } from '../rule-engine/load-rule-pack.ts';
import { lookUpRuleFacts } from '../rule-engine/look-up-rule-facts.ts';
import { lookUpRule } from '../rule-engine/look-up-rule.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createMetrics } from './create-metrics.ts';
import { createInstallationGateway, type GitHubInstallations } from './github/create-installation-gateway.ts';
import { createHttpServer, type HttpDoors } from './http/create-http-server.ts';
import { listen } from './http/listen.ts';
import { enqueueWork } from './jobs/enqueue-work.ts';
import { defineQueues } from './jobs/define-queues.ts';
import { startWorkers } from './jobs/start-workers.ts';
import { openWebhooks, WEBHOOK_PATH } from './open-webhooks.ts';
import type { ServerHost } from './server-host.ts';
import { answerSetup } from './setup/answer-setup.ts';
import type { ServerSettings } from './settings.ts';
import { AnalysisPool } from './worker/analysis-pool.ts';

export interface RunningServer {
  readonly port: number;
  /** Takes nothing new, lets running checks finish for a while, gives the rest back to the queue. Idempotent. */
  close(): Promise<void>;
}

/** What is open so far and whether the process can go on. */
interface Lifetime {
  isAlive: boolean;
  /** In the order of opening; closed from the last to the first. */
  readonly closers: (() => Promise<unknown>)[];
}

/** A lease of a process that died has ended before its jobs go to another one. */
const LEASE_SHARE = 0.5;
const GRACE_MILLISECONDS = 20_000;

/** Resolves when it listens. Throws a UserError for what the operator can change. */
export async function startServer(settings: ServerSettings, host: ServerHost): Promise<RunningServer> {
  const lifetime: Lifetime = { isAlive: true, closers: [] };
  const close = async (): Promise<void> => {
    lifetime.isAlive = false;
    for (let next = lifetime.closers.pop(); next !== undefined; next = lifetime.closers.pop()) await next();
  };
  try {
    return { port: await open(settings, host, lifetime), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(settings: ServerSettings, host: ServerHost, lifetime: Lifetime): Promise<number> {
  const { log, now } = host;
  const { closers } = lifetime;
  const pack = loadRulePack(JSON.parse(await readFile(host.rulePackFile, 'utf8')));
  const store = await openDatabase(settings, host, lifetime);
  closers.push(() => store.close());
  const metrics = createMetrics();
  const github = createInstallationGateway({
    ...settings,
    ...{ now, writePause: host.writePause, second: host.second, cache: store.blobs, onRequest: metrics.request },
    userAgent: `threatdiff/${host.version}`,
  });
  const engine = `threatdiff ${host.version}`;
  const pool = new AnalysisPool({
    ...{ workerFile: host.workerFile, rulePackFile: host.rulePackFile, engine, threads: settings.threads },
    deadlineMilliseconds: settings.deadlineSeconds * 1000,
    heapMebibytes: settings.heapMebibytes,
  });
  closers.push(() => pool.close());
  const queue = await openQueue({
    ...{ connection: store.connection, queues: defineQueues(settings.heartbeatSeconds), now: () => new Date(now()) },
    onError: (error) => log('error', 'queue', { error: error.message }),
  });
  closers.push(() => queue.stop(GRACE_MILLISECONDS));
  const context = {
    ...{ queue, store, github, engine, rulePack: pack.digest, log, now, holder: host.holder },
    leaseMilliseconds: settings.heartbeatSeconds * 1000 * LEASE_SHARE,
    ...{ sweepMinutes: settings.sweepMinutes, onCheck: metrics.check },
    analyse: pool.analyse.bind(pool),
    leaseScope: leaseScope(store, host),
    rule: lookUpRule(pack.rules),
    facts: lookUpRuleFacts(pack.rules),
  };
  await startWorkers(queue, context, { pullRequests: settings.threads + 4, any: 2 });
  await enqueueWork(queue, { kind: 'sweep' });
  const server = createHttpServer({
    ...{ webhookPath: WEBHOOK_PATH, log, isAlive: () => lifetime.isAlive },
    webhook: await openWebhooks(settings, { queue, store, log, now, onAnswered: metrics.webhook }),
    checkReady: async () => {
      if (!lifetime.isAlive) throw new Error('stopping');
      await Promise.all([store.ping(), queue.counts()]);
    },
    setup: openSetup(settings, github, now),
    metrics: () => metrics.render({ counts: () => queue.counts(), quotas: () => github.quotas() }),
  });
  const { port, stop } = await listen(server, settings);
  closers.push(stop);
  log('info', 'started', { port, rules: pack.rules.length, version: host.version });
  return port;
}

function openSetup(settings: ServerSettings, github: GitHubInstallations, now: () => number): HttpDoors['setup'] {
  const { appId, checkName, organisationPolicyRepository, setupToken: token } = settings;
  const connect = (installationId: number) => github.connect(installationId);
  const door = { app: github.app, connect, appId, checkName, organisationPolicyRepository, token, now };
  return (target, authorization) => answerSetup(target, authorization, door);
}

/** The embedded database has one process, so what a lease of an earlier one says is of somebody who is gone. */
function leaseScope({ connection }: Store, { holder, now }: ServerHost): string {
  return connection.kind === 'embedded' ? `${holder}:${now()}:` : '';
}

function openDatabase(settings: ServerSettings, host: ServerHost, lifetime: Lifetime): Promise<Store> {
  return openStore({
    databaseUrl: settings.databaseUrl,
    directory: settings.dataDirectory,
    now: () => new Date(host.now()),
    limits: {
      blobBytes: settings.cacheMebibytes * 1024 * 1024,
      reportDays: settings.keepReportsDays,
      noteDays: settings.keepNotesDays,
    },
    onLost: (error) => {
      lifetime.isAlive = false;
      host.onLost(error);
    },
  });
}
