/** The command line's entry: hands the process over to `src/command-line/` and sets the exit code. No logic here. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from './command-line/commands.ts';
import { openStream } from './command-line/open-stream.ts';
import { runCommandLine } from './command-line/run-command-line.ts';

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

process.exitCode = await runCommandLine(process.argv.slice(2), COMMANDS, {
  environment: process.env,
  directory: process.cwd(),
  stdout: openStream(process.stdout),
  stderr: openStream(process.stderr),
  now: () => Date.now(),
  rulePackFile: fileURLToPath(new URL('rule-pack.json', import.meta.url)),
  version: manifest.version,
});
