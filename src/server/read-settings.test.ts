/** What an operator hears about a deployment that is set up wrongly. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UserError } from '../config/user-error.ts';
import { type Environment, readSettings } from './read-settings.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const right = { APP_ID: '4711', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'sixteen characters' };
const read = (more: Environment = {}) => readSettings({ ...right, ...more }, { processors: 4 });

function refusal(more: Environment): string {
  try {
    read(more);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('settings', () => {
  it('have a default for everything but the App itself', () => {
    expect(read()).toMatchObject({
      appId: 4711,
      webhookSecrets: ['sixteen characters'],
      webhookMaxBytes: 5 * 1024 * 1024,
      databaseUrl: undefined,
      dataDirectory: 'data',
      port: 3000,
      apiUrl: 'https://api.github.com',
      checkName: 'threatdiff',
      threads: 3,
      heartbeatSeconds: 30,
      cacheMebibytes: 256,
      keepReportsDays: 90,
      keepNotesDays: 30,
    });
    expect(read({ PORT: ' ', GITHUB_API_URL: 'https://ghes.example/api/v3/' })).toMatchObject({
      port: 3000,
      apiUrl: 'https://ghes.example/api/v3',
    });
  });

  it('take a key in one line, and two secrets', () => {
    expect(read({ PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') }).privateKey).toBe(privateKey);
    expect(read({ WEBHOOK_SECRET_PREVIOUS: 'the one before this' }).webhookSecrets).toHaveLength(2);
  });

  it('name what is wrong, never its value', () => {
    expect(refusal({ APP_ID: undefined })).toBe('APP_ID is missing or not a number.');
    expect(refusal({ PRIVATE_KEY: undefined })).toBe('The private key of the App is missing.');
    expect(refusal({ PRIVATE_KEY: 'hunter2' })).toBe('The private key of the App is not a private key in PEM form.');
    expect(refusal({ PRIVATE_KEY_FILE: '/nowhere.pem' })).toBe('Both PRIVATE_KEY and PRIVATE_KEY_FILE are set.');
    expect(refusal({ PRIVATE_KEY: undefined, PRIVATE_KEY_FILE: '/nowhere.pem' })).toContain('cannot be read');
    expect(refusal({ WEBHOOK_SECRET: undefined })).toBe('WEBHOOK_SECRET is missing.');
    expect(refusal({ WEBHOOK_SECRET: 'hunter2' })).toBe('A webhook secret is shorter than 16 characters.');
    expect(refusal({ WEBHOOK_SECRET_PREVIOUS: 'hunter2' })).toBe('A webhook secret is shorter than 16 characters.');
    expect(refusal({ PORT: '70000' })).toBe('PORT is not a whole number from 0 to 65535.');
    expect(refusal({ SWEEP_MINUTES: '0.5' })).toBe('SWEEP_MINUTES is not a whole number from 1 to 1440.');
    expect(refusal({ GITHUB_API_URL: 'http://ghes.example' })).toBe('GITHUB_API_URL is not an https address.');
    expect(refusal({ ORGANISATION_POLICY_REPOSITORY: 'acme/policy' })).toContain('not the name of a repository');
  });
});
