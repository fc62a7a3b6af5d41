/**
 * The shape of a CEL function: its typed signature and its meaning over values, three-valued. Functions see values
 * only; what they were read from is recorded by the engine.
 */
import type { CelValue, ErrorValue } from '../cel/operand.ts';

export interface CelFunction {
  readonly name: string;
  /** CEL types; for methods the receiver comes first. */
  readonly parameters: readonly string[];
  readonly returns: string;
  readonly method?: true;
  /** The library knows the signature already. */
  readonly standard?: true;
  /** One sentence for `docs/writing-rules.md`. */
  readonly description: string;
  /** Called once for a call with its literal arguments (others undefined): a faster meaning, or why it is invalid. */
  readonly prepare?: (literals: readonly unknown[]) => CelFunction['evaluate'] | string | undefined;
  /** Pure. `spend` takes budget for work that grows with the input and may stop the evaluation. */
  readonly evaluate: (args: readonly CelValue[], spend: (steps: number) => void) => CelValue;
}

/** What an argument is, for functions over strings and numbers. */
export type Argument<Known> =
  | { readonly state: 'known'; readonly value: Known }
  | { readonly state: 'unknown'; readonly value: CelValue }
  | { readonly state: 'absent' }
  | { readonly state: 'error'; readonly value: ErrorValue };
