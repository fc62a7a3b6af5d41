/** Waivers: complete, in time and one by one. */
import { describe, expect, it } from 'vitest';
import { loadWaivers } from './load-waivers.ts';

const TERMS = { asOf: '2026-11-21', maxDays: 180 };
const FILE = '.github/threatdiff-waivers.yml';
const GOOD = {
  rule: 'aws-s3-open',
  unit: 'infra/prod',
  address: 'aws_s3_bucket.site',
  reason: 'public website',
  owner: '"@acme/web"',
  expires: '2027-01-31',
  evidence: '1234567890e12',
};

describe('loadWaivers', () => {
  it('reads an entry with its place, and keeps text that looks like a number', () => {
    const { waivers, problems } = load(entry(GOOD), entry({ ...GOOD, environment: 'prod', discriminator: '443' }));
    expect(problems).toEqual([]);
    expect(waivers).toEqual([
      { ...GOOD, owner: '@acme/web', line: 2, file: FILE },
      { ...GOOD, owner: '@acme/web', environment: 'prod', discriminator: '443', line: 9, file: FILE },
    ]);
  });

  it.each(Object.keys(GOOD))('does not take an entry without %s, and keeps the others', (name) => {
    const { waivers, problems } = load(
      entry(GOOD),
      entry(Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name))),
    );
    expect(waivers.map((waiver) => waiver.line)).toEqual([2]);
    expect(problems).toMatchObject([{ code: 'waiver-invalid', message: `waivers[2].${name} is missing.` }]);
    expect(problems[0]?.location?.range.startLine).toBe(9);
  });

  it.each([
    [{ expires: '2026-13-01' }, 'waivers[1].expires must be a day that exists, written YYYY-MM-DD.'],
    [{ expires: 'never' }, 'waivers[1].expires must be a day that exists, written YYYY-MM-DD.'],
    [
      { evidence: '12345678901' },
      'waivers[1].evidence must be the evidence hash of the report, or its first 12 or more characters.',
    ],
    [
      { evidence: '"*"' },
      'waivers[1].evidence must be the evidence hash of the report, or its first 12 or more characters.',
    ],
    [{ reason: '""' }, 'waivers[1].reason must not be empty.'],
    [{ owner: '' }, 'waivers[1].owner must be text.'],
    [{ exipres: 'x' }, 'waivers[1].exipres is not a setting.'],
  ])('refuses %j', (change, message) => {
    const { waivers, problems } = load(entry({ ...GOOD, ...change }));
    expect(waivers).toEqual([]);
    expect(problems).toMatchObject([{ code: 'waiver-invalid', message }]);
  });

  it('holds on its last day and not after it', () => {
    expect(load(entry({ ...GOOD, expires: '2026-11-21' })).waivers).toHaveLength(1);
    const { waivers, problems } = load(entry({ ...GOOD, expires: '2026-11-20' }));
    expect(waivers).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: 'waiver-expired',
        effect: 'note',
        message: 'The waiver of @acme/web for aws-s3-open expired on 2026-11-20.',
        location: { path: FILE, range: { startLine: 7 } },
      },
    ]);
  });

  it('may end as far ahead as policy says, counted in days', () => {
    expect(load(entry({ ...GOOD, expires: '2027-05-20' })).waivers).toHaveLength(1);
    const { waivers, problems } = load(entry({ ...GOOD, expires: '2027-05-21' }));
    expect(waivers).toEqual([]);
    expect(problems).toMatchObject([{ code: 'waiver-invalid', hint: expect.stringContaining('max_days') as string }]);
  });

  it('takes nothing from a file that is not YAML', () => {
    const { waivers, problems } = loadWaivers(
      { repository: { waivers: { file: FILE, id: '', text: 'waivers: [' } } },
      TERMS,
    );
    expect(waivers).toEqual([]);
    expect(problems[0]).toMatchObject({ code: 'waiver-invalid', location: { path: FILE } });
  });
});

function entry(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value], index) => `${index === 0 ? '  - ' : '    '}${name}: ${value}\n`)
    .join('');
}

function load(...entries: readonly string[]) {
  const text = `waivers:\n${entries.join('')}`;
  return loadWaivers({ repository: { waivers: { file: FILE, id: 'id', text } } }, TERMS);
}
