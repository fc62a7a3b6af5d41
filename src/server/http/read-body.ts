/** Reads the body of a request up to a bound. Keeps no byte beyond it, and believes no header about its length. */
import type { IncomingMessage } from 'node:http';

/** The bytes; `too-large` as soon as the bound is passed; `aborted` when the sender went away. */
export type BodyResult = Buffer | 'too-large' | 'aborted';

/** Never rejects. After `too-large` the rest of the request is unread: close the connection. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyResult> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: BodyResult) => {
      request.removeAllListeners('data');
      request.pause();
      resolve(result);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) finish('too-large');
      else chunks.push(chunk);
    });
    request.once('end', () => finish(Buffer.concat(chunks)));
    request.once('error', () => finish('aborted'));
    request.once('close', () => finish('aborted'));
  });
}
