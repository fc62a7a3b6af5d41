/**
 * The literal text of templates without quotes (heredocs, JSON strings): line by line, with `$${` and `%%{` resolved
 * and backslashes left alone.
 */
import type { Scanner } from './scanner.ts';

/** Reads up to and including the line break, up to a template sequence or up to the end; returns the text unescaped. */
export function readLineText(scanner: Scanner): string {
  const text = scanner.text;
  let value = '';
  let chunk = scanner.at;
  while (scanner.at < scanner.end) {
    const code = text.charCodeAt(scanner.at);
    scanner.at++;
    if (code === 10) break;
    if (code !== 36 && code !== 37) continue;
    if (scanner.code() === 123) {
      scanner.at--;
      break;
    }
    if (scanner.code() !== code || scanner.codeAt(1) !== 123) continue;
    value += text.slice(chunk, scanner.at - 1);
    chunk = scanner.at;
    scanner.at += 2;
  }
  return scanner.normalized(value + text.slice(chunk, scanner.at));
}
