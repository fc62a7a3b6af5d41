/**
 * One git command from start to end, without a shell. Collects its output up to a bound; decides nothing about what
 * an exit code means.
 */
import { spawn } from 'node:child_process';
import { explainSpawnError } from './explain-spawn-error.ts';
import { gitEnvironment, type HostEnvironment, SAFE_ARGUMENTS } from './git-environment.ts';

export interface GitContext {
  /** A folder inside the repository. */
  readonly directory: string;
  readonly environment: HostEnvironment;
}

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  /** Clipped; for error messages. */
  readonly stderr: string;
  /** The output was longer than the bound and is cut. */
  readonly truncated: boolean;
}

const DEFAULT_BOUND = 16 * 1024 * 1024;
const STDERR_BOUND = 4096;

/** Runs `git <args>`. Throws a UserError when git is not installed; every other failure is an exit code. */
export function runGit(context: GitContext, args: readonly string[], maxBytes = DEFAULT_BOUND): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', context.directory, ...SAFE_ARGUMENTS, ...args], {
      env: gitEnvironment(context.environment),
      shell: false,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let truncated = false;
    child.stdout.on('data', (chunk: Buffer) => {
      if (truncated) return;
      size += chunk.length;
      chunks.push(chunk);
      truncated = size > maxBytes;
      if (truncated) child.kill();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < STDERR_BOUND) stderr += chunk.toString('utf8').slice(0, STDERR_BOUND);
    });
    child.on('error', (error) => reject(explainSpawnError(error)));
    child.on('close', (code) => {
      resolve({ code: code ?? -1, stdout: Buffer.concat(chunks).subarray(0, maxBytes), stderr, truncated });
    });
  });
}
