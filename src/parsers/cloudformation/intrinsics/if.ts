/**
 * `Fn::If`: the branch a condition chooses. Where the condition is unknown, equal branches are that value; else the
 * result is unknown, and may be absent when one branch is `AWS::NoValue`. In a list each branch is an item of its own
 * that may not be there.
 */
import type { DocumentNode } from '../../../documents/document-node.ts';
import type { ListItem, Value } from '../../../model/value.ts';
import { addAssumptions } from '../add-assumptions.ts';
import { argumentList } from '../argument-list.ts';
import { equalValues } from '../equal-values.ts';
import type { Decision, Evaluator, IntrinsicCall } from '../evaluator.ts';
import { literalText } from '../literal-text.ts';

interface Choice {
  readonly decision: Decision;
  readonly whenTrue: DocumentNode;
  readonly whenFalse: DocumentNode;
}

/** Value of the call, or its items where it stands in a list. */
export const chooseBranch = { value: valueOf, items: itemsOf };

function valueOf(evaluator: Evaluator, call: IntrinsicCall): Value {
  const choice = choiceOf(evaluator, call);
  if (choice === undefined) return invalid(evaluator, call);
  const { decision, whenTrue, whenFalse } = choice;
  const resting = (value: Value): Value =>
    addAssumptions(value, decision.assumptions, () => evaluator.spend(1, call.node));
  if (decision.truth !== 'unknown') return resting(evaluator.evaluate(decision.truth ? whenTrue : whenFalse));
  const first = evaluator.evaluate(whenTrue);
  const second = evaluator.evaluate(whenFalse);
  if (equalValues(first, second)) return first;
  const mayBeAbsent = [first, second].some((value) => value.state === 'null' || isMaybeAbsent(value));
  return { ...evaluator.unresolved(call.node, 'unknown-condition', decision.subject), mayBeAbsent };
}

/** Items for a list; `add` evaluates a branch as a list would. */
function itemsOf(
  evaluator: Evaluator,
  call: IntrinsicCall,
  add: (node: DocumentNode) => readonly ListItem[],
): readonly ListItem[] {
  const choice = choiceOf(evaluator, call);
  if (choice === undefined) return [{ presence: 'yes', value: invalid(evaluator, call) }];
  const { decision, whenTrue, whenFalse } = choice;
  const spend = (): boolean => evaluator.spend(1, call.node);
  if (decision.truth !== 'unknown') {
    const items = add(decision.truth ? whenTrue : whenFalse);
    return items.map((item) => ({ ...item, value: addAssumptions(item.value, decision.assumptions, spend) }));
  }
  const first = add(whenTrue);
  const second = add(whenFalse);
  const [one, other] = [first[0], second[0]];
  const single = first.length === 1 && second.length === 1 && one !== undefined && other !== undefined;
  if (single && one.presence === other.presence && equalValues(one.value, other.value)) return first;
  return [...first, ...second].map((item) => ({ ...item, presence: 'unknown' }));
}

function choiceOf(evaluator: Evaluator, call: IntrinsicCall): Choice | undefined {
  const [name, whenTrue, whenFalse] = argumentList(call, 3) ?? [];
  const condition = literalText(name);
  if (name === undefined || condition === undefined || whenTrue === undefined || whenFalse === undefined)
    return undefined;
  return { decision: evaluator.condition(condition, name), whenTrue, whenFalse };
}

function invalid(evaluator: Evaluator, call: IntrinsicCall): Value {
  return evaluator.invalid(call, 'Fn::If takes the name of a condition and two values');
}

function isMaybeAbsent(value: Value): boolean {
  return value.state === 'unresolved' && value.mayBeAbsent;
}
