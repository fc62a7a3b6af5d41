/**
 * What a function gets and gives. Functions never throw and never read anything but their arguments and the tree.
 */
import type { Origin, Value } from '../../../model/value.ts';
import type { Env } from '../evaluation/session.ts';

export interface CallSite {
  readonly env: Env;
  readonly origin: Origin;
  readonly name: string;
}

export type TerraformFunction = (values: readonly Value[], site: CallSite) => Value;
