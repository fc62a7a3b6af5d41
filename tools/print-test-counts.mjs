/**
 * Last line of a continuous-integration run: `N passed, N failed`, counting tests, from the test runner's own result
 * file. Exits with 1 also without results, without tests, and after a failed step. Plain JavaScript: any Node.
 */
import { readFileSync } from 'node:fs';

const [file, failedSteps] = process.argv.slice(2);

let passed = 0;
let failed = 1;
let complete = false;
try {
  const results = JSON.parse(readFileSync(file, 'utf8'));
  passed = results.numPassedTests;
  // A test file that does not load has no failed test in it: it counts as one.
  const unloaded = results.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  failed = results.numFailedTests + unloaded.length;
  complete = results.success === true && passed > 0;
} catch (error) {
  process.stderr.write(`no test results in ${file}: ${error.message}\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = complete && failed === 0 && Number(failedSteps) === 0 ? 0 : 1;
