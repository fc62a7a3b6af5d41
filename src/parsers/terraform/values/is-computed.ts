/**
 * Whether what is not known of some values is computed by the provider: nobody is asked for it, so a choice by it
 * (`aws_iam_role.r.arn != "" ? "*" : …`) is made by whoever wrote it.
 */
import type { Value } from '../../../model/value.ts';
import { findUnknown } from './find-unknown.ts';

/** True where one of the values is, or is made out of, what the provider computes. */
export function isComputed(values: readonly Value[]): boolean {
  return values.some((value) => {
    const unknown = findUnknown(value);
    return unknown?.reason === 'provider-computed' || unknown?.fromComputed === true;
  });
}
