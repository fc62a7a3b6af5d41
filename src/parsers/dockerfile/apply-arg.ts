/**
 * ARG, before the first FROM and inside a stage. A default is an assumption, because any build may override it.
 */
import type { Assumption, Origin, Value } from '../../model/value.ts';
import type { BuildState } from './build-state.ts';
import type { Lookup } from './expand-variables.ts';
import type { Instruction } from './instruction.ts';
import { isSecretName } from './is-secret-name.ts';
import { declaredArgument } from './lookups.ts';
import { type Pair, readPairs } from './read-pairs.ts';

function withAssumption(value: Value, name: string, secret: boolean): Value {
  if (value.state === 'absent') return value;
  const known = value.state === 'known' && value.type === 'scalar' && !secret && value.sensitive !== true;
  const shown = known ? { value: String(value.value).slice(0, 200) } : {};
  const location = value.origin.location === undefined ? {} : { location: value.origin.location };
  const assumption: Assumption = { kind: 'parameter-default', subject: `ARG ${name}`, ...shown, ...location };
  return { ...value, origin: { ...value.origin, assumptions: [...(value.origin.assumptions ?? []), assumption] } };
}

function argumentValue(state: BuildState, instruction: Instruction, pair: Pair, lookup: Lookup): Value {
  const origin: Origin = { from: 'source', location: state.locate(instruction, pair.word.start, pair.word.end) };
  if (pair.value === undefined) return declaredArgument(state, pair.name, origin);
  const secret = isSecretName(pair.name);
  return withAssumption(state.expand(instruction, pair.value, lookup, secret), pair.name, secret);
}

/** Declares the arguments of one ARG in `scope`; `lookup` gives the names their defaults may use. */
export function applyArg(state: BuildState, instruction: Instruction, scope: Map<string, Value>, lookup: Lookup): void {
  const pairs = readPairs(instruction);
  if (pairs.length === 0) state.syntaxError('ARG needs a name.', state.locateLine(instruction));
  for (const pair of pairs) scope.set(pair.name, argumentValue(state, instruction, pair, lookup));
}
