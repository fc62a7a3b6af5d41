/** Whether to colour: what the user said (`NO_COLOR`, `FORCE_COLOR`), else whether a terminal reads along. */
import type { Host, OutputStream } from './host.ts';

/** https://no-color.org and https://force-color.org: any value but the empty one counts; `FORCE_COLOR=0` is no. */
export function wantsColour(host: Pick<Host, 'environment'>, stream: Pick<OutputStream, 'isTerminal'>): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: terminal = '' } = host.environment;
  if (no !== '') return false;
  if (force !== '') return force !== '0' && force !== 'false';
  return stream.isTerminal && terminal !== 'dumb';
}
