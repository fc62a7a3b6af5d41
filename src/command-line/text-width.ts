/** How many columns text may take: those of the terminal within reason, else a width that suits logs and files. */
import type { OutputStream } from './host.ts';

const USUAL = 107;
const NARROWEST = 40;

/** Columns, the same for every reader that is no terminal. */
export function textWidth({ isTerminal, columns = USUAL }: Pick<OutputStream, 'isTerminal' | 'columns'>): number {
  return isTerminal ? Math.min(USUAL, Math.max(NARROWEST, columns)) : USUAL;
}
