/**
 * What a function gets and gives. Functions never throw and never read anything but their arguments and the tree.
 */
import type { Value } from '../../../model/value.ts';
import type { FunctionSite } from '../evaluation/session.ts';

export type CallSite = FunctionSite;

export type TerraformFunction = (values: readonly Value[], site: CallSite) => Value;
