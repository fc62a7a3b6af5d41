/**
 * Text of a pull request as a SARIF message that is nothing but that text: no embedded link (3.11.6), no placeholder
 * (3.11.5). Viewers turn both into something else.
 */
import { makeVisible } from '../make-visible.ts';

/** One line; `maxLength` counts before escaping. */
export function plainMessage(text: string, maxLength = 1000): string {
  return makeVisible(text, maxLength)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}
