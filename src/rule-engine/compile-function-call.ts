/** Compiles calls of the functions of the table. A function outside it is refused, even where cel-js knows it. */
import type { Compiled } from './cel/frame.ts';
import { joinTraces } from './cel/join-traces.ts';
import { Operand } from './cel/operand.ts';
import type { Trace } from './cel/trace.ts';
import type { CallNode, CompileNode, Scope } from './compile-scope.ts';
import type { CelFunction } from './functions/cel-function.ts';
import { FUNCTIONS } from './functions/function-table.ts';
import { UnsupportedExpression } from './unsupported-expression.ts';

const BY_NAME: ReadonlyMap<string, CelFunction> = new Map(FUNCTIONS.map((fn) => [fn.name, fn]));

/** @throws UnsupportedExpression for an unknown function, a wrong number of arguments or an invalid pattern. */
export function compileFunctionCall(node: CallNode, scope: Scope, compile: CompileNode): Compiled {
  const nodes = node.target === undefined ? node.args : [node.target, ...node.args];
  const fn = BY_NAME.get(node.name);
  if (fn === undefined || fn.parameters.length !== nodes.length) {
    throw new UnsupportedExpression(`there is no function ${node.name} with ${nodes.length} arguments`, node);
  }
  const literals = nodes.map((argument) => (argument.op === 'literal' ? argument.value : undefined));
  const prepared = fn.prepare?.(literals);
  if (typeof prepared === 'string') throw new UnsupportedExpression(prepared, node);
  const evaluate = prepared ?? fn.evaluate;
  const compiled = nodes.map((argument) => compile(argument, scope));
  return (frame) => {
    const operands = compiled.map((argument) => argument(frame));
    const values = operands.map((operand) => operand.value);
    const result = evaluate(values, (steps) => frame.spend(steps));
    return new Operand(
      result,
      undefined,
      operands.reduce<Trace>((all, next) => joinTraces(all, next.consume()), undefined),
    );
  };
}
