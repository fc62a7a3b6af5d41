/**
 * Values of the root's variables that commands elsewhere in the tree give. They win over variable files, those of the
 * environment (`TF_VAR_*`) do not. Reads the file of the commands, so that a change in it is a change of the unit.
 */
import { LineIndex } from '../../../documents/line-index.ts';
import type { SuppliedValue } from '../../../model/unit.ts';
import type { MapValue, Origin, Value } from '../../../model/value.ts';
import type { SourceBlock } from '../configuration/module-configuration.ts';
import { ProblemLog } from '../evaluation/problem-log.ts';
import type { Session } from '../evaluation/session.ts';
import { parseHcl } from '../syntax/parse-hcl.ts';
import { leaveTerragrunt } from '../terragrunt/leave-terragrunt.ts';
import { readTerragrunt } from '../terragrunt/read-terragrunt.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { readVariableFiles } from './read-variable-files.ts';

type SuppliedVariables = (name: string) => Value | undefined;

const PRIMITIVE: ReadonlySet<string> = new Set(['string', 'number', 'bool']);

/** By name; undefined for a variable that nothing gives. */
export function suppliedVariables(session: Session, variableFiles: readonly string[]): SuppliedVariables {
  const { supply, reader } = session;
  if (supply === undefined) return () => undefined;
  reader.read(supply.file);
  const hasWeak = supply.terragrunt !== undefined || supply.values.some(({ isWeak }) => isWeak);
  const inFiles = hasWeak ? namesInFiles(session, variableFiles) : new Set();
  const given = supply.values.filter(({ name, isWeak }) => !isWeak || !inFiles.has(name));
  const byName = new Map(given.map((value) => [value.name, value]));
  const { variables } = session.loadModule(session.rootDirectory);
  const inputs = supply.terragrunt === undefined ? undefined : readTerragrunt(session, supply.terragrunt)?.inputs;
  return (name) => {
    const value = byName.get(name);
    if (value) return toValue(value, variables.get(name), session);
    return inFiles.has(name) ? undefined : inputOf(inputs, name);
  };
}

/** Terragrunt gives its inputs as variables of the environment. */
function inputOf(inputs: MapValue | undefined, name: string): Value | undefined {
  const input = inputs?.entries.get(name);
  if (input) return leaveTerragrunt(input);
  if (!inputs?.openEnded) return undefined;
  const { reason, subject, origin } = inputs.openEnded;
  return makeUnresolved(reason, `${subject}.${name}`, origin, { mayBeAbsent: true });
}

function namesInFiles(session: Session, chosen: readonly string[]): ReadonlySet<string> {
  const { reader, rootDirectory: directory, unit, limits } = session;
  const files = { reader, directory, chosen, others: [], maxDepth: limits.nesting, unit, takeSteps: () => true };
  return new Set(readVariableFiles(files, new ProblemLog()).keys());
}

function toValue({ name, text, location }: SuppliedValue, block: SourceBlock | undefined, session: Session): Value {
  const origin: Origin = { from: 'source', location, ...(text !== undefined && { text: text.slice(0, 200) }) };
  if (text === undefined) return makeUnresolved('supplied-outside', `var.${name}`, origin);
  if (isPrimitive(block)) return makeScalar(text, origin);
  const source = `value = ${text}\n`;
  const { body, errors } = parseHcl(source, { maxDepth: session.limits.nesting });
  const expression = body.attributes[0]?.value;
  if (errors.length > 0 || !expression) return makeScalar(text, origin);
  const { path, range } = location;
  const file = { path, text: source, lines: new LineIndex(source), lineOffset: 1 - range.startLine };
  return session.evaluate(expression, { session, scope: undefined, file, bindings: undefined });
}

/** The text itself is the value, except where the type says that it is an expression. */
function isPrimitive(block: SourceBlock | undefined): boolean {
  const type = block?.body.attributes.get('type')?.expression;
  return type === undefined || (type.type === 'variable' && PRIMITIVE.has(type.name));
}
