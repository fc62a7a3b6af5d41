/** Compiles RE2 patterns: linear time whatever the pattern, because organisations write rules too. */
import { RE2JS } from 're2js';

/** Something to test text with, or undefined where the pattern is invalid. The match may lie anywhere. */
export function compilePattern(pattern: string): { test(text: string): boolean } | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
