/** What an operator measures: queue, jobs, conclusions, webhooks, quota. Holds no name of a repository or a person. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Quota } from '../github/request-meter.ts';
import type { QueueCounts } from '../queue/queue.ts';

export interface MetricsSources {
  readonly counts: () => Promise<ReadonlyMap<string, QueueCounts>>;
  readonly quotas: () => ReadonlyMap<number, Quota>;
}

export interface Metrics {
  readonly webhook: (event: string, status: number, milliseconds: number) => void;
  readonly check: (outcome: string, milliseconds: number) => void;
  readonly request: (status: number | undefined) => void;
  /** The Prometheus text format, and its media type. */
  readonly render: (sources: MetricsSources) => Promise<{ readonly type: string; readonly text: string }>;
}

const STATES = ['waiting', 'delayed', 'active', 'failed', 'dead'] as const;

/** Each call makes a registry of its own. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  for (const register of registers) collectDefaultMetrics({ register });
  const webhooks = new Histogram({
    name: 'threatdiff_webhook_seconds',
    help: 'Time to take a webhook, by event and status of the answer',
    labelNames: ['event', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const checks = new Histogram({
    name: 'threatdiff_check_seconds',
    help: 'Time of one run of a check job, by its outcome',
    labelNames: ['outcome'],
    buckets: [0.25, 0.5, 1, 2.5, 5, 10, 20, 60, 120, 300],
    registers,
  });
  const requests = new Counter({
    name: 'threatdiff_github_requests_total',
    help: 'Requests to GitHub, by class of the answer',
    labelNames: ['class'],
    registers,
  });
  const jobs = new Gauge({
    name: 'threatdiff_queue_jobs',
    help: 'Jobs, by queue and state',
    labelNames: ['queue', 'state'],
    registers,
  });
  const quota = new Gauge({
    name: 'threatdiff_github_quota_remaining',
    help: 'REST requests left of the hour, by installation',
    labelNames: ['installation'],
    registers,
  });
  return {
    webhook: (event, status, milliseconds) => webhooks.observe({ event, status: String(status) }, milliseconds / 1000),
    check: (outcome, milliseconds) => checks.observe({ outcome }, milliseconds / 1000),
    request: (status) => requests.inc({ class: status === undefined ? 'none' : `${Math.floor(status / 100)}xx` }),
    render: async ({ counts, quotas }) => {
      for (const [queue, counted] of await counts())
        for (const state of STATES) jobs.set({ queue, state }, counted[state]);
      for (const [installation, { remaining }] of quotas())
        quota.set({ installation: String(installation) }, remaining);
      const [registry = new Registry()] = registers;
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
