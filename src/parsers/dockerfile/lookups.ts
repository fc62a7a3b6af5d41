/**
 * What a variable name stands for, before the first FROM and inside a stage. Reads what has been applied so far and
 * changes nothing.
 */
import type { Origin, Value } from '../../model/value.ts';
import type { BuildState, StageState } from './build-state.ts';
import type { Lookup } from './expand-variables.ts';

/** Build arguments that the builder sets by itself: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
const PLATFORM_ARGUMENTS = new Set([
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETSTAGE',
]);

const COMPUTED: Origin = { from: 'computed' };

/** A build argument without a value in the file. */
export function unresolvedArgument(name: string, origin: Origin): Value {
  return { state: 'unresolved', reason: 'build-argument', subject: `ARG ${name}`, mayBeAbsent: true, origin };
}

function platformArgument(name: string): Value {
  return {
    state: 'unresolved',
    reason: 'pseudo-parameter',
    subject: `ARG ${name}`,
    mayBeAbsent: false,
    origin: COMPUTED,
  };
}

/** Names FROM may use: arguments before the first FROM, and those of the builder. Others are empty. */
export function globalLookup(state: BuildState): Lookup {
  return (name) => {
    const value = state.globals.get(name);
    if (value !== undefined) return value;
    return PLATFORM_ARGUMENTS.has(name) ? platformArgument(name) : { state: 'absent' };
  };
}

/** Names an instruction of a stage may use. ENV wins over ARG; others may come from the base image. */
export function stageLookup(stage: StageState): Lookup {
  return (name) => {
    const value = stage.environment.get(name) ?? stage.arguments.get(name);
    if (value !== undefined) return value;
    if (stage.closedEnvironment) return { state: 'absent' };
    const subject = `$${name} of the base image`.slice(0, 120);
    return { state: 'unresolved', reason: 'external-data', subject, mayBeAbsent: true, origin: COMPUTED };
  };
}

/** The value of an `ARG NAME` without `=`: the builder's, the global one, or not knowable. */
export function declaredArgument(state: BuildState, name: string, origin: Origin): Value {
  if (PLATFORM_ARGUMENTS.has(name)) return platformArgument(name);
  return state.globals.get(name) ?? unresolvedArgument(name, origin);
}
