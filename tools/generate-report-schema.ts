/** Writes `docs/schemas/report.schema.json` from the schema of the JSON reporter; `--check` only compares. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { reportSchema } from '../src/reporters/json/report-schema.ts';

const folder = join(import.meta.dirname, '../docs/schemas');
const file = join(folder, 'report.schema.json');

const schema = {
  $id: 'https://threatdiff.dev/schemas/report/1',
  title: 'Threatdiff report',
  ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }),
};
const text = `${JSON.stringify(schema, null, 2)}\n`;

function committed(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

if (!process.argv.includes('--check')) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
} else if (committed() !== text) {
  console.error('docs/schemas/report.schema.json is stale: run `npm run docs`');
  process.exitCode = 1;
}
