/** Standard output and error as the commands see them. A reader that goes away (`| head`) is not an error. */
import type { WriteStream } from 'node:tty';
import type { OutputStream } from './host.ts';

/** Wraps a stream of the process. Call once for each. */
export function openStream(stream: NodeJS.WriteStream & Pick<WriteStream, 'isTTY' | 'columns'>): OutputStream {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    isTerminal: stream.isTTY === true,
    ...(stream.isTTY && stream.columns > 0 ? { columns: stream.columns } : {}),
    write: (text) =>
      new Promise((resolve) => {
        if (closed) resolve();
        else stream.write(text, () => resolve());
      }),
  };
}
