/**
 * Bytes of a file to text, strictly: UTF-8 or nothing. Guessing another encoding would judge other text than the one
 * that is deployed. Also recognises Git LFS pointers, whose text is not the file at all.
 */
import type { ProblemCode } from '../model/problem.ts';

export type DecodedText =
  | { readonly status: 'text'; readonly text: string }
  | { readonly status: 'rejected'; readonly code: ProblemCode; readonly message: string; readonly hint: string };

/** The second name is the one before 2015, which clients still accept. */
const LFS_POINTER = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\//;
/** Pointers are shorter than 1,024 bytes by their specification. */
const LFS_BOUND = 1024;
const CONVERT = 'Save the file as UTF-8.';

/** Text without its byte-order mark, or why the content cannot be judged. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = wideMark(bytes);
  if (mark !== undefined) return notUtf8(`The file is ${mark}; only UTF-8 is read.`);
  if (bytes.includes(0)) return notUtf8('The file has NUL bytes: it is binary, UTF-16 or UTF-32.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes.length < LFS_BOUND && LFS_POINTER.test(text) ? pointer() : { status: 'text', text };
  } catch {
    return notUtf8('The file is not valid UTF-8.');
  }
}

function wideMark(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  return first === 0xfe && second === 0xff ? 'UTF-16' : undefined;
}

function notUtf8(message: string): DecodedText {
  return { status: 'rejected', code: 'unsupported-encoding', message, hint: CONVERT };
}

function pointer(): DecodedText {
  return {
    status: 'rejected',
    code: 'lfs-pointer',
    message: 'The file is a Git LFS pointer; what is deployed is not in the tree.',
    hint: 'Keep this file in git itself, not in LFS.',
  };
}
