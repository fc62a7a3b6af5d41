/**
 * What intrinsic functions see of the evaluation, and the shapes they share. Types only: the functions are one file
 * each in `intrinsics/`, the evaluator that calls them is `template-evaluator.ts`.
 */
import type { DocumentNode } from '../../documents/document-node.ts';
import type { Assumption, Origin, UnresolvedReason, UnresolvedValue, Value } from '../../model/value.ts';
import type { Template } from './template.ts';

/** A call in canonical form, whether it was written `!Sub x` or `Fn::Sub: x`. */
export interface IntrinsicCall {
  /** `Ref`, `Condition`, `Fn::Sub`. */
  readonly name: string;
  readonly argument: DocumentNode;
  /** The whole call, for positions. */
  readonly node: DocumentNode;
}

/** A condition, three-valued. */
export interface Decision {
  readonly truth: boolean | 'unknown';
  readonly assumptions: readonly Assumption[];
  /** What is not known, where it is unknown: `AWS::Region`, `Parameters.Stage`. */
  readonly subject: string;
}

export interface Evaluator {
  readonly template: Template;
  evaluate(node: DocumentNode): Value;
  /** Truth of a named condition, computed once. */
  condition(name: string, at: DocumentNode): Decision;
  /** Truth of a condition expression. */
  decide(node: DocumentNode): Decision;
  /** Value of a parameter; undefined when there is none of this name. */
  parameter(name: string): Value | undefined;
  originOf(node: DocumentNode): Origin;
  unresolved(node: DocumentNode, reason: UnresolvedReason, subject: string): UnresolvedValue;
  /** A call that CloudFormation would refuse: a Problem and an unresolved value. */
  invalid(call: IntrinsicCall, message: string): UnresolvedValue;
  undeclared(node: DocumentNode, subject: string): UnresolvedValue;
  /** False once the budget is spent. */
  spend(steps: number, node: DocumentNode): boolean;
}

export type Intrinsic = (evaluator: Evaluator, call: IntrinsicCall) => Value;
