/** Reads `rules/checks/` from disk: every `rule.yaml` below it. Only entries, tools and tests call it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from './compare-text.ts';
import type { RuleSource } from './rule-source.ts';

const MOST_RULES = 5000;

/**
 * Directory in, sources out, sorted by path.
 * @throws Error when the directory cannot be read or holds implausibly many rules.
 */
export function readRulesFolder(directory: string): readonly RuleSource[] {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/rule.yaml'))
    .sort(compareText);
  if (paths.length > MOST_RULES) throw new Error(`${directory} holds more than ${MOST_RULES} rules`);
  return paths.map((path) => ({ path, text: readFileSync(join(directory, path), 'utf8') }));
}
