/**
 * Compiles a checked CEL expression into closures over values of the model. Every node costs a step. Unknown is never
 * false: the meaning of each operator is in `cel/`, of each function in `functions/`.
 */
import type { ListValue, MapValue, Value } from '../model/value.ts';
import { calculate } from './cel/calculate.ts';
import type { BinaryOperator, CelNode } from './cel/cel-node.ts';
import { chooseBranch } from './cel/choose-branch.ts';
import { combineTruth } from './cel/combine-truth.ts';
import { compareOrder } from './cel/compare-order.ts';
import { findMember } from './cel/find-member.ts';
import type { Compiled, Frame } from './cel/frame.ts';
import { isEqual } from './cel/is-equal.ts';
import { joinTraces } from './cel/join-traces.ts';
import { negateTruth } from './cel/negate-truth.ts';
import { Operand } from './cel/operand.ts';
import { selectField } from './cel/select-field.ts';
import { selectIndex } from './cel/select-index.ts';
import type { Trace } from './cel/trace.ts';
import { compileFunctionCall } from './compile-function-call.ts';
import { compileMacro } from './compile-macro.ts';
import type { Scope } from './compile-scope.ts';
import { UnsupportedExpression } from './unsupported-expression.ts';

/**
 * One expression; the variables name the first slots of the frame, in order.
 * @throws UnsupportedExpression with offsets for what is not part of the rule language.
 */
export function compileExpression(node: CelNode, variables: readonly string[]): Compiled {
  return compile(node, new Map(variables.map((name, slot) => [name, slot])));
}

/** Depth is bounded by the limits of the parser. */
function compile(node: CelNode, scope: Scope): Compiled {
  const compiled = compileNode(node, scope);
  return (frame) => {
    frame.spend(1);
    return compiled(frame);
  };
}

function compileNode(node: CelNode, scope: Scope): Compiled {
  switch (node.op) {
    case 'literal':
      return compileLiteral(node.value);
    case 'variable':
      return compileVariable(node, scope);
    case 'select': {
      const target = compile(node.target, scope);
      return (frame) => selectField(target(frame), node.field);
    }
    case 'index': {
      const target = compile(node.target, scope);
      const key = compile(node.key, scope);
      return (frame) => selectIndex(target(frame), key(frame));
    }
    case 'call':
      return compileMacro(node, scope, compile) ?? compileFunctionCall(node, scope, compile);
    case 'list':
      return compileList(node.items, scope);
    case 'map':
      return compileMap(node.entries, scope);
    case 'conditional':
      return compileConditional(node, scope);
    case 'and':
    case 'or': {
      const left = compile(node.left, scope);
      const right = compile(node.right, scope);
      const decisive = node.op === 'or';
      return (frame) => combineTruth(left(frame), right(frame), decisive);
    }
    case 'not': {
      const operand = compile(node.operand, scope);
      return (frame) => negateTruth(operand(frame));
    }
    case 'negate': {
      const operand = compile(node.operand, scope);
      const { type } = node.operand;
      const zero = Operand.scalar(type === 'double' ? -0 : 0n);
      return (frame) => calculate('-', zero, operand(frame), { left: type, right: type });
    }
    case 'binary':
      return compileBinary(node, scope);
  }
}

function compileLiteral(value: string | number | bigint | boolean | null): Compiled {
  const constant =
    value === null
      ? new Operand({ state: 'null', origin: { from: 'computed' } }, undefined, undefined)
      : Operand.scalar(value);
  return () => constant;
}

function compileVariable(node: Extract<CelNode, { op: 'variable' }>, scope: Scope): Compiled {
  const slot = scope.get(node.name);
  if (slot === undefined) throw new UnsupportedExpression(`${node.name} is not part of rules`, node);
  return (frame) => frame.slots[slot] ?? Operand.absent();
}

function compileConditional(node: Extract<CelNode, { op: 'conditional' }>, scope: Scope): Compiled {
  const condition = compile(node.condition, scope);
  const whenTrue = compile(node.whenTrue, scope);
  const whenFalse = compile(node.whenFalse, scope);
  return (frame) =>
    chooseBranch(condition(frame), { whenTrue: () => whenTrue(frame), whenFalse: () => whenFalse(frame) }, frame);
}

type Operation = (left: Operand, right: Operand, frame: Frame) => Operand;

function compileBinary(node: Extract<CelNode, { op: 'binary' }>, scope: Scope): Compiled {
  const left = compile(node.left, scope);
  const right = compile(node.right, scope);
  const operate = operationOf(node.operator, { left: node.left.type, right: node.right.type });
  return (frame) => operate(left(frame), right(frame), frame);
}

function operationOf(operator: BinaryOperator, types: { readonly left: string; readonly right: string }): Operation {
  switch (operator) {
    case '==':
      return (left, right, frame) => isEqual(left, right, true, frame);
    case '!=':
      return (left, right, frame) => isEqual(left, right, false, frame);
    case 'in':
      return findMember;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return (left, right) => compareOrder(operator, left, right);
    case '+':
      return (left, right, frame) => {
        const sum = calculate('+', left, right, types);
        if (sum.parts !== undefined) frame.spend(sum.parts.length);
        return sum;
      };
    case '-':
    case '*':
    case '/':
    case '%':
      return (left, right) => calculate(operator, left, right, types);
  }
}

function compileList(nodes: readonly CelNode[], scope: Scope): Compiled {
  const compiled = nodes.map((node) => compile(node, scope));
  return (frame) => {
    const operands = compiled.map((item) => item(frame));
    const broken = operands.find((operand) => operand.value.state === 'error');
    if (broken !== undefined) return broken;
    // What is absent is no element: `[resource.A, resource.B]` lists what is there.
    const present = operands.filter((operand) => operand.value.state !== 'absent');
    const value: ListValue = {
      state: 'known',
      type: 'list',
      items: present.map((operand) => ({ presence: presenceOf(operand), value: operand.value as Value })),
      origin: { from: 'computed' },
    };
    return new Operand(
      value,
      undefined,
      undefined,
      present.map(({ read, trace }) => ({ read, trace })),
    );
  };
}

function presenceOf(operand: Operand): 'yes' | 'unknown' {
  return operand.value.state === 'unresolved' && operand.value.mayBeAbsent ? 'unknown' : 'yes';
}

function compileMap(nodes: readonly (readonly [CelNode, CelNode])[], scope: Scope): Compiled {
  const compiled = nodes.map(([key, value]) => [compile(key, scope), compile(value, scope)] as const);
  return (frame) => {
    const entries = new Map<string, Value>();
    let trace: Trace;
    for (const [key, value] of compiled) {
      const name = key(frame);
      const content = value(frame);
      if (content.value.state === 'error') return content;
      if (name.value.state !== 'known' || name.value.type !== 'scalar') return Operand.error('unsupported map key');
      trace = joinTraces(trace, joinTraces(name.consume(), content.consume()));
      entries.set(String(name.value.value), content.value as Value);
    }
    const map: MapValue = { state: 'known', type: 'map', entries, origin: { from: 'computed' } };
    return new Operand(map, undefined, trace);
  };
}
