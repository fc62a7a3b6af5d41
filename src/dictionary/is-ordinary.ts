/**
 * Tells unknowns every configuration has (a variable without a value, an ARN that AWS gives) from those their author
 * put there. What is made out of an ordinary one need not be ordinary; the caller decides that.
 */
import type { UnresolvedReason } from '../model/value.ts';

const ORDINARY: ReadonlySet<UnresolvedReason> = new Set<UnresolvedReason>([
  'variable-without-value',
  'supplied-outside',
  'provider-computed',
  'pseudo-parameter',
  'unknown-key',
  'unknown-count',
  'unknown-condition',
]);

/** Whether a choice by an unknown of this reason is an ordinary choice. */
export function isOrdinary(reason: UnresolvedReason): boolean {
  return ORDINARY.has(reason);
}
