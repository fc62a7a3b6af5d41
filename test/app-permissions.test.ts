/** `app.yml`, `docs/app.md` and the doctor ask for the same permissions and events, in the same words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { APP_EVENTS, APP_PERMISSIONS } from '../src/doctor/app-permissions.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

it('is what app.yml registers', () => {
  const app = parse(read('app.yml')) as { default_permissions: object; default_events: readonly string[] };
  expect(app.default_permissions).toEqual(Object.fromEntries(APP_PERMISSIONS.map(({ name, level }) => [name, level])));
  expect(app.default_events.toSorted()).toEqual(APP_EVENTS.toSorted());
});

it('is the table in docs/app.md', () => {
  const rows = APP_PERMISSIONS.map((each) => {
    return `| ${each.name.replaceAll('_', ' ')}: ${each.level} | ${each.for} | ${each.without} |`;
  });
  expect(read('docs/app.md')).toContain(['| --- | --- | --- |', ...rows].join('\n'));
});
