/** Every CEL function of the engine, in one table: signatures for the checker, meaning for the evaluator. */
import { actionMatches } from './action-matches.ts';
import type { CelFunction } from './cel-function.ts';
import { coversEvery } from './covers-every.ts';
import { cidrIsInternet } from './cidr-is-internet.ts';
import { cidrIsPublic } from './cidr-is-public.ts';
import { CONVERSION_FUNCTIONS } from './conversion-functions.ts';
import { isBlank } from './is-blank.ts';
import { isManagedPolicy } from './is-managed-policy.ts';
import { isPublicPrincipal } from './is-public-principal.ts';
import { namesAnySource } from './names-any-source.ts';
import { isReference } from './is-reference.ts';
import { POLICY_PATTERN_FUNCTIONS } from './policy-pattern-functions.ts';
import { portInRange } from './port-in-range.ts';
import { STRING_FUNCTIONS } from './string-functions.ts';

/** Ours first, then CEL's own. A new function is added here and nowhere else. */
export const FUNCTIONS: readonly CelFunction[] = [
  cidrIsInternet,
  cidrIsPublic,
  portInRange,
  isPublicPrincipal,
  actionMatches,
  isManagedPolicy,
  ...POLICY_PATTERN_FUNCTIONS,
  coversEvery,
  isReference,
  namesAnySource,
  isBlank,
  ...STRING_FUNCTIONS,
  ...CONVERSION_FUNCTIONS,
];
