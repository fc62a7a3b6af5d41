/**
 * Runs every generator (`tools/generate-*.ts`), each in its own process; `--check` writes nothing and fails where a
 * committed file is not what its generator makes. A new generator needs no registration. Generates nothing itself.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const generators = readdirSync(import.meta.dirname)
  .filter((name) => name.startsWith('generate-') && name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .sort();

let failed = 0;
for (const name of generators) {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, name), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (run.status !== 0) {
    console.error(`${name} failed`);
    failed += 1;
  }
}
console.log(`${generators.length - failed} of ${generators.length} generators are right`);
process.exitCode = failed === 0 ? 0 : 1;
