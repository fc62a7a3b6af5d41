/** A line on the error stream while a run takes long. Only on a terminal, only after a second; the report never waits. */
import type { Host } from './host.ts';

const AFTER_MILLISECONDS = 1000;

export interface Progress {
  /** What is being done now, in our own words. */
  say(stage: string): void;
  /** Takes the line away. */
  end(): Promise<void>;
}

/** Progress of one run that starts now. */
export function showProgress(host: Pick<Host, 'stderr' | 'now'>): Progress {
  const started = host.now();
  let shown = false;
  let stage = '';
  const timer = host.stderr.isTerminal ? setInterval(() => show(), AFTER_MILLISECONDS) : undefined;
  timer?.unref();
  const show = (): void => {
    shown = true;
    const seconds = Math.round((host.now() - started) / 1000);
    void host.stderr.write(`\r\u001b[Kthreatdiff: ${stage} (${seconds} s)`);
  };
  return {
    say(next) {
      stage = next;
      if (timer !== undefined && host.now() - started > AFTER_MILLISECONDS) show();
    },
    async end() {
      clearInterval(timer);
      if (shown) await host.stderr.write('\r\u001b[K');
    },
  };
}
