/**
 * Conditions in Kleene's three-valued logic: false and unknown is false, true or unknown is true. May not guess: two
 * values are compared only where both are known.
 */
import type { DocumentNode } from '../../documents/document-node.ts';
import type { Assumption, Value } from '../../model/value.ts';
import { argumentList } from './argument-list.ts';
import { asIntrinsicCall } from './as-intrinsic-call.ts';
import { equalValues } from './equal-values.ts';
import type { Decision, Evaluator, IntrinsicCall } from './evaluator.ts';
import { literalText } from './literal-text.ts';

/** Truth of a condition expression: Equals, And, Or, Not, or the name of another condition. */
export function decideCondition(evaluator: Evaluator, node: DocumentNode): Decision {
  const call = asIntrinsicCall(node) ?? namedCondition(node);
  if (call === undefined) return unknown('condition');
  switch (call.name) {
    case 'Condition': {
      const name = literalText(call.argument);
      return name === undefined ? refuse(evaluator, call) : evaluator.condition(name, call.node);
    }
    case 'Fn::Equals':
      return decideEquals(evaluator, call);
    case 'Fn::Not':
      return decideNot(evaluator, call);
    case 'Fn::And':
    case 'Fn::Or':
      return decideMany(evaluator, call);
    default:
      return refuse(evaluator, call);
  }
}

function namedCondition(node: DocumentNode): IntrinsicCall | undefined {
  if (node.type !== 'map' || node.entries.length !== 1) return undefined;
  const [entry] = node.entries;
  return entry?.key.text === 'Condition' ? { name: 'Condition', argument: entry.value, node } : undefined;
}

function decideEquals(evaluator: Evaluator, call: IntrinsicCall): Decision {
  const nodes = argumentList(call, 2);
  if (nodes === undefined) return refuse(evaluator, call);
  const [first, second] = nodes.map((node) => evaluator.evaluate(node));
  if (first === undefined || second === undefined) return refuse(evaluator, call);
  const assumptions = [first, second].flatMap((value) => value.origin?.assumptions ?? []);
  if (equalValues(first, second)) return { truth: true, assumptions, subject: '' };
  const open = unknownSubject(first) ?? unknownSubject(second);
  return open === undefined ? { truth: false, assumptions, subject: '' } : unknown(open);
}

/** What is not known in a value, at any depth; undefined when all of it is known. */
function unknownSubject(value: Value): string | undefined {
  if (value.state === 'unresolved') return value.subject;
  if (value.state === 'reference') return value.target;
  if (value.state !== 'known' || value.type === 'scalar') return undefined;
  if (value.openEnded !== undefined) return value.openEnded.subject;
  const parts = value.type === 'list' ? value.items.map((item) => item.value) : [...value.entries.values()];
  if (value.type === 'list' && value.items.some((item) => item.presence === 'unknown')) return 'Fn::If';
  for (const part of parts) {
    const subject = unknownSubject(part);
    if (subject !== undefined) return subject;
  }
  return undefined;
}

function decideNot(evaluator: Evaluator, call: IntrinsicCall): Decision {
  const [operand] = argumentList(call, 1) ?? [];
  if (operand === undefined) return refuse(evaluator, call);
  const decision = evaluator.decide(operand);
  return decision.truth === 'unknown' ? decision : { ...decision, truth: !decision.truth };
}

function decideMany(evaluator: Evaluator, call: IntrinsicCall): Decision {
  const nodes = argumentList(call, 2, 10);
  if (nodes === undefined) return refuse(evaluator, call);
  const decisive = call.name === 'Fn::Or';
  const operands = nodes.map((node) => evaluator.decide(node));
  const decided = operands.find((operand) => operand.truth === decisive);
  if (decided !== undefined) return decided;
  const open = operands.find((operand) => operand.truth === 'unknown');
  if (open !== undefined) return open;
  const assumptions: readonly Assumption[] = operands.flatMap((operand) => operand.assumptions);
  return { truth: !decisive, assumptions, subject: '' };
}

function refuse(evaluator: Evaluator, call: IntrinsicCall): Decision {
  evaluator.invalid(call, `${call.name} is not a condition as it stands`);
  return unknown(call.name);
}

function unknown(subject: string): Decision {
  return { truth: 'unknown', assumptions: [], subject };
}
