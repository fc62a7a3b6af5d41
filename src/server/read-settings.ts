/**
 * From environment variables to settings. Every default and every check of them is here; `.env.example` and
 * `docs/app.md` describe them. Reads the environment it is handed and, for a key in a file, that file.
 */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError } from '../config/user-error.ts';
import type { ServerSettings } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const SHORTEST_SECRET = 16;

/** Throws a UserError that names the variable and what it should be; never with its value. */
export function readSettings(environment: Environment, machine: { readonly processors: number }): ServerSettings {
  const text = (name: string) => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const number = (name: string, fallback: number, [least, most]: readonly [number, number]) => {
    const value = text(name);
    if (value === undefined) return fallback;
    const found = Number(value);
    if (/^\d{1,12}$/.test(value) && found >= least && found <= most) return found;
    throw new UserError(`${name} is not a whole number from ${least} to ${most}.`, 'Correct it, or leave it out.');
  };
  return {
    appId: readAppId(text('APP_ID')),
    privateKey: readPrivateKey(environment['PRIVATE_KEY'], text('PRIVATE_KEY_FILE')),
    webhookSecrets: readSecrets(text('WEBHOOK_SECRET'), text('WEBHOOK_SECRET_PREVIOUS')),
    webhookMaxBytes: number('WEBHOOK_MAX_BYTES', 5 * 1024 * 1024, [1024, 26 * 1024 * 1024]),
    databaseUrl: text('DATABASE_URL'),
    dataDirectory: text('DATA_DIR') ?? 'data',
    host: text('HOST') ?? '0.0.0.0',
    port: number('PORT', 3000, [0, 65_535]),
    apiUrl: readUrl(text('GITHUB_API_URL') ?? 'https://api.github.com'),
    checkName: text('CHECK_NAME') ?? 'threatdiff',
    organisationPolicyRepository: readRepositoryName(text('ORGANISATION_POLICY_REPOSITORY')),
    threads: number('ANALYSIS_THREADS', Math.max(1, machine.processors - 1), [1, 256]),
    deadlineSeconds: number('ANALYSIS_DEADLINE_SECONDS', 120, [1, 600]),
    heapMebibytes: number('ANALYSIS_HEAP_MEBIBYTES', 512, [64, 65_536]),
    sweepMinutes: number('SWEEP_MINUTES', 15, [1, 1440]),
    heartbeatSeconds: number('HEARTBEAT_SECONDS', 30, [10, 600]),
    cacheMebibytes: number('CACHE_MEBIBYTES', 256, [16, 1_048_576]),
    setupToken: readSetupToken(text('SETUP_TOKEN')),
    keepReportsDays: number('KEEP_REPORTS_DAYS', 90, [1, 3650]),
    keepNotesDays: number('KEEP_NOTES_DAYS', 30, [2, 3650]),
  };
}

function readAppId(value: string | undefined): number {
  if (value !== undefined && /^[1-9]\d{0,15}$/.test(value)) return Number(value);
  throw new UserError('APP_ID is missing or not a number.', 'It stands on the page of the App, under "About".');
}

function readPrivateKey(value: string | undefined, file: string | undefined): string {
  const hint = 'Set PRIVATE_KEY_FILE to the .pem file GitHub gave, or PRIVATE_KEY to its text.';
  if (value !== undefined && value !== '' && file !== undefined)
    throw new UserError('Both PRIVATE_KEY and PRIVATE_KEY_FILE are set.', 'Leave one of them out.');
  // Some platforms cannot hold line feeds in a variable.
  const text = file === undefined ? value?.replaceAll('\\n', '\n') : readKeyFile(file);
  if (text === undefined || text.trim() === '') throw new UserError('The private key of the App is missing.', hint);
  try {
    createPrivateKey(text);
  } catch {
    throw new UserError('The private key of the App is not a private key in PEM form.', hint);
  }
  return text;
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError(`PRIVATE_KEY_FILE names ${JSON.stringify(file)}, which cannot be read.`, undefined, { cause });
  }
}

function readSecrets(current: string | undefined, previous: string | undefined): readonly [string, ...string[]] {
  const hint = 'Generate one, such as with `openssl rand -hex 32`, and set the same on the page of the App.';
  if (current === undefined) throw new UserError('WEBHOOK_SECRET is missing.', hint);
  for (const secret of [current, previous])
    if (secret !== undefined && secret.length < SHORTEST_SECRET)
      throw new UserError(`A webhook secret is shorter than ${SHORTEST_SECRET} characters.`, hint);
  return previous === undefined ? [current] : [current, previous];
}

function readSetupToken(value: string | undefined): string | undefined {
  if (value === undefined || value.length >= SHORTEST_SECRET) return value;
  const hint = 'Generate one, such as with `openssl rand -hex 32`, or leave it out.';
  throw new UserError(`SETUP_TOKEN is shorter than ${SHORTEST_SECRET} characters.`, hint);
}

function readUrl(value: string): string {
  const url = URL.parse(value);
  const isLocal = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return value.replace(/\/$/, '');
  throw new UserError(
    'GITHUB_API_URL is not an https address.',
    'Of a GitHub Enterprise Server it looks like https://HOST/api/v3.',
  );
}

function readRepositoryName(value: string | undefined): string | undefined {
  if (value === undefined || /^[\w.-]{1,100}$/.test(value)) return value;
  throw new UserError(
    'ORGANISATION_POLICY_REPOSITORY is not the name of a repository.',
    'Give it without its owner: every organisation has its own.',
  );
}
