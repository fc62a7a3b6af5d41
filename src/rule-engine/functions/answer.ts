/** The results CEL functions give: a known scalar, an error, or unknown. What they rest on is recorded elsewhere. */
import type { UnresolvedValue } from '../../model/value.ts';
import type { CelScalar, ErrorValue } from '../cel/operand.ts';
import { unresolvedBecause } from '../cel/unresolved-because.ts';

/** Constructors of results. */
export const answer = {
  known: (value: CelScalar['value']): CelScalar => ({
    state: 'known',
    type: 'scalar',
    value,
    origin: { from: 'computed' },
  }),
  failed: (message: string): ErrorValue => ({ state: 'error', message }),
  unknown: (): UnresolvedValue => ({
    ...unresolvedBecause('unsupported-expression', 'expression'),
    mayBeAbsent: true,
  }),
} as const;
