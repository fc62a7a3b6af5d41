/**
 * Which here-documents an instruction line opens (`RUN <<EOF`), as BuildKit decides it: a whole word of the form
 * `[fd]<<[-]NAME`, outside quotes, in RUN, COPY and ADD, and never in the exec form.
 */
import { parseExecForm } from './parse-exec-form.ts';
import { splitWords } from './split-words.ts';

export interface HeredocStart {
  readonly name: string;
  /** `<<-`: leading tabs of the body and of the terminator are dropped. */
  readonly tabs: boolean;
}

const STARTS_HEREDOC = /^\d*<<(-?)([^<]+)$/;

/**
 * Here-documents `line` opens, in order. `ambiguous` is set where an open quote makes builders disagree on whether
 * `<<` opens one.
 */
export function findHeredocs(
  keyword: string,
  line: string,
  bodyStart: number,
): { readonly starts: readonly HeredocStart[]; readonly ambiguous: boolean } {
  const none = { starts: [], ambiguous: false };
  if (keyword !== 'RUN' && keyword !== 'COPY' && keyword !== 'ADD') return none;
  if (!line.includes('<<') || parseExecForm(line.slice(bodyStart)) !== undefined) return none;
  const { words, unterminated } = splitWords(line, bodyStart, '\\');
  const starts: HeredocStart[] = [];
  for (const word of words) {
    const match = STARTS_HEREDOC.exec(word.text);
    const name = (match?.[2] ?? '').replaceAll(/["']/g, '');
    if (match !== null && name !== '') starts.push({ name, tabs: match[1] === '-' });
  }
  return unterminated ? { starts: [], ambiguous: true } : { starts, ambiguous: false };
}
