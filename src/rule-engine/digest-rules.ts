/** The digest of a rule pack: what every report names, and what tells whether two runs used the same rules. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../documents/canonical-json.ts';
import type { RulePack } from './rule-pack.ts';

/** `sha256:` and hex over the canonical JSON of dictionary and rules. */
export function digestRules(content: Omit<RulePack, 'digest'>): string {
  return `sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`;
}
