/**
 * Contents of blobs through one long-lived `git cat-file --batch`. Started when first needed, ended when idle or
 * closed. Never reads the work tree; holds no more than what callers are waiting for.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { explainSpawnError } from './explain-spawn-error.ts';
import { gitEnvironment, SAFE_ARGUMENTS } from './git-environment.ts';
import type { GitContext } from './run-git.ts';

/** `missing`: not in this clone. `too-large`: its size is above the bound, the content was skipped. */
export type BlobResult =
  | { readonly status: 'bytes'; readonly bytes: Uint8Array }
  | { readonly status: 'missing' | 'too-large' | 'not-a-blob' };

interface Pending {
  readonly maxBytes: number;
  readonly resolve: (result: BlobResult) => void;
  readonly reject: (error: Error) => void;
}

interface Body {
  left: number;
  readonly kept: Buffer[] | undefined;
  readonly status: 'bytes' | 'too-large' | 'not-a-blob';
}

const IDLE_MILLISECONDS = 500;
const NEWLINE = 0x0a;
const HEADER_BOUND = 1024;

export class GitBlobReader {
  readonly #context: GitContext;
  #child: ChildProcessWithoutNullStreams | undefined;
  #pending: Pending[] = [];
  #header = Buffer.alloc(0);
  #body: Body | undefined;
  #stderr = '';
  #idle: NodeJS.Timeout | undefined;

  constructor(context: GitContext) {
    this.#context = context;
  }

  /**
   * Content of the object with this full hexadecimal id. Callers keep few reads in flight; that bounds memory.
   * Rejects when git ends in the middle.
   */
  read(id: string, maxBytes: number): Promise<BlobResult> {
    if (!/^[0-9a-f]{40,64}$/.test(id)) return Promise.resolve({ status: 'missing' });
    clearTimeout(this.#idle);
    return new Promise((resolve, reject) => {
      this.#pending.push({ maxBytes, resolve, reject });
      this.#process().stdin.write(`${id}\n`);
    });
  }

  /** Ends the process and rejects reads in flight. A later read starts a new one. */
  close(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('close', () => resolve());
      this.#end(child, new Error('read blobs: the repository was closed'));
      child.stdin.end();
    });
  }

  #process(): ChildProcessWithoutNullStreams {
    if (this.#child !== undefined) return this.#child;
    const child = spawn('git', ['-C', this.#context.directory, ...SAFE_ARGUMENTS, 'cat-file', '--batch'], {
      env: gitEnvironment(this.#context.environment),
      shell: false,
      stdio: 'pipe',
    });
    this.#child = child;
    this.#header = Buffer.alloc(0);
    this.#body = undefined;
    this.#stderr = '';
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(0, HEADER_BOUND);
    });
    // A write to a process that ended: `close` follows and rejects whoever waits.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => this.#end(child, explainSpawnError(error)));
    child.on('close', () => this.#end(child, new Error(`read blobs: git cat-file ended early. ${this.#stderr}`)));
    return child;
  }

  #end(child: ChildProcessWithoutNullStreams, error: Error): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    clearTimeout(this.#idle);
    for (const pending of this.#pending.splice(0)) pending.reject(error);
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#body === undefined ? this.#takeHeader(rest) : this.#takeBody(this.#body, rest);
  }

  #takeHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(NEWLINE);
    this.#header = Buffer.concat([this.#header, end === -1 ? chunk : chunk.subarray(0, end)]);
    if (end === -1) return chunk.subarray(chunk.length);
    const [, type = '', size = ''] = this.#header.toString('latin1').split(' ');
    this.#header = Buffer.alloc(0);
    if (type === 'missing' || size === '') this.#answer({ status: 'missing' });
    else this.#body = this.#startBody(type, Number(size));
    return chunk.subarray(end + 1);
  }

  #startBody(type: string, size: number): Body {
    const fits = size <= (this.#pending[0]?.maxBytes ?? 0);
    const status = type !== 'blob' ? 'not-a-blob' : fits ? 'bytes' : 'too-large';
    // One more byte than the content: git ends it with a newline.
    return { left: size + 1, kept: status === 'bytes' ? [] : undefined, status };
  }

  #takeBody(body: Body, chunk: Buffer): Buffer {
    const piece = chunk.subarray(0, body.left);
    body.left -= piece.length;
    body.kept?.push(body.left === 0 ? piece.subarray(0, -1) : piece);
    if (body.left === 0) {
      this.#body = undefined;
      this.#answer(
        body.kept === undefined || body.status !== 'bytes'
          ? { status: body.status === 'bytes' ? 'missing' : body.status }
          : { status: 'bytes', bytes: new Uint8Array(Buffer.concat(body.kept)) },
      );
    }
    return chunk.subarray(piece.length);
  }

  #answer(result: BlobResult): void {
    this.#pending.shift()?.resolve(result);
    if (this.#pending.length > 0) return;
    this.#idle = setTimeout(() => void this.close(), IDLE_MILLISECONDS);
  }
}
