/** The rules of a run, ready to be evaluated, with the digest that stands for their whole content. */
import type { CompiledRule } from './compiled-rule.ts';

export interface LoadedRules {
  /** SHA-256 over the canonical content of rules and dictionary, `sha256:` and hex. */
  readonly digest: string;
  /** Sorted by id. */
  readonly rules: readonly CompiledRule[];
}
