/** The command line's entry: hands the process over to `src/command-line/` and sets the exit code. No logic here. */
import { fileURLToPath } from 'node:url';
import { COMMANDS } from './command-line/commands.ts';
import { openStream } from './command-line/open-stream.ts';
import { runCommandLine } from './command-line/run-command-line.ts';

/** Put in by the build. */
declare const THREATDIFF_VERSION: string;

// Left alone, Node would end with 1, which says that something blocks.
process.on('uncaughtException', (error) => {
  process.stderr.write(
    `threatdiff: no verdict, because of an error in threatdiff itself.\n${error.stack ?? error.message}\n`,
  );
  process.exit(3);
});

process.exitCode = await runCommandLine(process.argv.slice(2), COMMANDS, {
  environment: process.env,
  directory: process.cwd(),
  stdout: openStream(process.stdout),
  stderr: openStream(process.stderr),
  now: () => Date.now(),
  rulePackFile: fileURLToPath(new URL('rule-pack.json', import.meta.url)),
  version: typeof THREATDIFF_VERSION === 'undefined' ? 'unbuilt' : THREATDIFF_VERSION,
});
