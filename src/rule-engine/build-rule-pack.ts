/** Builds the rule pack from rule files and a dictionary. Writes nothing; refuses rules that do not load. */
import type { Dictionary } from '../dictionary/dictionary.ts';
import { compareText } from './compare-text.ts';
import { digestRules } from './digest-rules.ts';
import { loadRules } from './load-rules.ts';
import type { RulePack } from './rule-pack.ts';
import type { RuleSource } from './rule-source.ts';

/** @throws Error naming file, line and column of every mistake. */
export function buildRulePack(sources: readonly RuleSource[], dictionary: Dictionary): RulePack {
  const loaded = loadRules(sources, dictionary);
  if (!loaded.ok) {
    const lines = loaded.errors.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    throw new Error(lines.join('\n'));
  }
  const rules = sources
    .map(({ path, text }) => ({ path, text: text.replaceAll('\r\n', '\n') }))
    .sort((left, right) => compareText(left.path, right.path));
  const content = { dictionary: toPlain(dictionary), rules };
  return { digest: digestRules(content), ...content };
}

/** Maps become `{ $map: [[key, value], …] }`; everything else of a dictionary is JSON already. */
function toPlain(value: unknown): unknown {
  if (value instanceof Map) {
    const entries = [...(value as Map<string, unknown>)].sort(([left], [right]) => compareText(left, right));
    return { $map: entries.map(([key, content]) => [key, toPlain(content)]) };
  }
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, toPlain(content)]));
}
