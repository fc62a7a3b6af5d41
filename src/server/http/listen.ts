/** Opens the port, and closes it again without waiting for connections nobody uses. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../../config/user-error.ts';

export interface Listening {
  /** The one that was free where 0 was asked for. */
  readonly port: number;
  /** Lets answers under way finish for two seconds. */
  readonly stop: () => Promise<void>;
}

const GRACE_MILLISECONDS = 2000;

/** Throws a UserError when the port cannot be had. */
export function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new UserError(`Cannot listen on ${host}:${port}.`, 'Set PORT to one that is free.', { cause })),
    );
    server.listen(port, host, () => {
      resolve({ port: (server.address() as AddressInfo).port, stop: () => close(server) });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS).unref();
  });
}
