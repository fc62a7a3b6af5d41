/** Reads a rule pack back into a dictionary and compiled rules. The digest must fit: a damaged pack is no gate. */
import { z } from 'zod';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { digestRules } from './digest-rules.ts';
import { loadRules } from './load-rules.ts';
import type { LoadedRules } from './loaded-rules.ts';

const packSchema = z.strictObject({
  digest: z.string(),
  dictionary: z.record(z.string(), z.unknown()),
  rules: z.array(z.strictObject({ path: z.string(), text: z.string() })),
});

/**
 * Parsed JSON in (ours, from the package), dictionary and rules out.
 * @throws Error when the shape, the digest or a rule is wrong.
 */
export function loadRulePack(json: unknown): LoadedRules & { readonly dictionary: Dictionary } {
  const { digest, ...content } = packSchema.parse(json);
  if (digestRules(content) !== digest) throw new Error('the rule pack does not match its digest');
  const dictionary = fromPlain(content.dictionary) as Dictionary;
  const loaded = loadRules(content.rules, dictionary);
  if (!loaded.ok) throw new Error(`the rule pack does not load: ${loaded.errors[0]?.message ?? ''}`);
  return { digest, dictionary, rules: loaded.rules };
}

function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== 'object' || value === null) return value;
  const { $map } = value as { $map?: unknown };
  if (Array.isArray($map)) {
    return new Map(($map as [string, unknown][]).map(([key, content]) => [key, fromPlain(content)]));
  }
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, fromPlain(content)]));
}
