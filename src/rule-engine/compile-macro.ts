/** Compiles the macros: `has`, `exists`, `exists_one`, `all`, `filter`, `map` and `cel.bind`. */
import { buildList } from './cel/build-list.ts';
import type { CelNode } from './cel/cel-node.ts';
import type { Compiled, Frame } from './cel/frame.ts';
import { isPresent } from './cel/is-present.ts';
import type { Operand } from './cel/operand.ts';
import { type ForElement, quantify } from './cel/quantify.ts';
import { quantifyOne } from './cel/quantify-one.ts';
import type { CallNode, CompileNode, Scope } from './compile-scope.ts';
import { UnsupportedExpression } from './unsupported-expression.ts';

type Run = (range: Operand, steps: readonly ForElement[], frame: Frame) => Operand;

const NOTHING: ForElement = (element) => element;

/** By name, what runs over the elements; the expressions after the variable come as steps. */
const ITERATIONS: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['exists', (range, [test = NOTHING], frame) => quantify(range, test, true, frame)],
  ['all', (range, [test = NOTHING], frame) => quantify(range, test, false, frame)],
  ['exists_one', (range, [test = NOTHING], frame) => quantifyOne(range, test, frame)],
  ['filter', (range, [predicate], frame) => buildList(range, { predicate, transform: undefined }, frame)],
  [
    'map',
    (range, [first, second], frame) =>
      second === undefined
        ? buildList(range, { predicate: undefined, transform: first }, frame)
        : buildList(range, { predicate: first, transform: second }, frame),
  ],
]);

/** The compiled macro, or undefined where the call is an ordinary function. */
export function compileMacro(node: CallNode, scope: Scope, compile: CompileNode): Compiled | undefined {
  const { name, target, args } = node;
  const [first, second, third] = args;
  if (target === undefined)
    return name === 'has' && first !== undefined ? compileHas(first, scope, compile) : undefined;
  if (name === 'bind' && target.op === 'variable' && target.name === 'cel' && second && third) {
    return compileBind({ variable: nameOf(first, node), value: second, body: third }, scope, compile);
  }
  const run = ITERATIONS.get(name);
  if (run === undefined) return undefined;
  const range = compile(target, scope);
  const inner = extend(scope, nameOf(first, node));
  const steps = args.slice(1).map((step) => compile(step, inner.scope));
  return (frame) => {
    const source = range(frame);
    const forElements = steps.map((step) => (element: Operand): Operand => {
      frame.slots[inner.slot] = element;
      return step(frame);
    });
    return run(source, forElements, frame);
  };
}

function compileHas(argument: CelNode, scope: Scope, compile: CompileNode): Compiled {
  if (argument.op !== 'select')
    throw new UnsupportedExpression('has() needs a property: has(resource.Property)', argument);
  const selected = compile(argument, scope);
  return (frame) => isPresent(selected(frame));
}

function compileBind(
  bind: { readonly variable: string; readonly value: CelNode; readonly body: CelNode },
  scope: Scope,
  compile: CompileNode,
): Compiled {
  const value = compile(bind.value, scope);
  const inner = extend(scope, bind.variable);
  const body = compile(bind.body, inner.scope);
  return (frame) => {
    frame.slots[inner.slot] = value(frame);
    return body(frame);
  };
}

function nameOf(node: CelNode | undefined, call: CallNode): string {
  if (node?.op === 'variable') return node.name;
  throw new UnsupportedExpression(`${call.name} needs a variable first`, call);
}

function extend(scope: Scope, name: string): { readonly scope: Scope; readonly slot: number } {
  const slot = Math.max(-1, ...scope.values()) + 1;
  return { scope: new Map([...scope, [name, slot]]), slot };
}
