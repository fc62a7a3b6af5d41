/**
 * Evaluates the nodes of one template to values. Depth, steps and cycles are bounded; every condition and parameter
 * is computed once. Knows the intrinsics by name only, and no resource type.
 */
import type { DocumentNode, MapNode, ScalarNode, SequenceNode } from '../../documents/document-node.ts';
import type { ListItem, Origin, UnresolvedReason, UnresolvedValue, Value } from '../../model/value.ts';
import { asIntrinsicCall } from './as-intrinsic-call.ts';
import { concatenate } from './concatenate.ts';
import { decideCondition } from './decide-condition.ts';
import { evaluateParameter } from './evaluate-parameter.ts';
import type { Decision, Evaluator, Intrinsic, IntrinsicCall } from './evaluator.ts';
import { base64 } from './intrinsics/base64.ts';
import { findInMap } from './intrinsics/find-in-map.ts';
import { getAtt } from './intrinsics/get-att.ts';
import { chooseBranch } from './intrinsics/if.ts';
import { join } from './intrinsics/join.ts';
import { ref } from './intrinsics/ref.ts';
import { select } from './intrinsics/select.ts';
import { split } from './intrinsics/split.ts';
import { sub } from './intrinsics/sub.ts';
import { unsupported } from './intrinsics/unsupported.ts';
import type { Template } from './template.ts';
import type { TemplateSession } from './template-session.ts';

/** Levels of evaluation, conditions that refer to conditions included: far from the end of the stack. */
const DEEPEST = 400;
const CLIP = 120;
const CONDITION_FUNCTIONS: ReadonlySet<string> = new Set(['Condition', 'Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not']);

const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::If', chooseBranch.value],
  ['Fn::FindInMap', findInMap],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Base64', base64],
]);

export class TemplateEvaluator implements Evaluator {
  readonly template: Template;
  readonly #session: TemplateSession;
  readonly #parameters = new Map<string, Value>();
  readonly #conditions = new Map<string, Decision | 'deciding'>();
  #depth = 0;

  constructor(template: Template, session: TemplateSession) {
    this.template = template;
    this.#session = session;
  }

  evaluate(node: DocumentNode): Value {
    return this.#deeper(
      () => this.#evaluateNode(node),
      () => this.unresolved(node, 'budget-exceeded', 'nesting'),
      node,
    );
  }

  condition(name: string, at: DocumentNode): Decision {
    const known = this.#conditions.get(name);
    if (known === 'deciding') return this.#cycle(name, at);
    if (known !== undefined) return known;
    const entry = this.template.conditions.get(name);
    if (entry === undefined) {
      this.undeclared(at, `Conditions.${name}`);
      return unknown(`Conditions.${name}`);
    }
    this.#conditions.set(name, 'deciding');
    const decision = this.decide(entry.value);
    this.#conditions.set(name, decision);
    return decision;
  }

  decide(node: DocumentNode): Decision {
    return this.#deeper(
      () => decideCondition(this, node),
      () => unknown('nesting'),
      node,
    );
  }

  parameter(name: string): Value | undefined {
    const known = this.#parameters.get(name);
    if (known !== undefined) return this.#use(known);
    const entry = this.template.parameters.get(name);
    if (entry === undefined) return undefined;
    const value = evaluateParameter(name, entry, this.#session);
    this.#parameters.set(name, value);
    for (const assumption of value.origin?.assumptions ?? []) {
      this.#session.assumptions.set(assumption.subject, assumption);
    }
    return this.#use(value);
  }

  originOf(node: DocumentNode): Origin {
    return { from: 'source', location: this.#session.locationOf(node) };
  }

  unresolved(node: DocumentNode, reason: UnresolvedReason, subject: string): UnresolvedValue {
    const origin = this.originOf(node);
    return { state: 'unresolved', reason, subject: subject.slice(0, CLIP), mayBeAbsent: false, origin };
  }

  invalid(call: IntrinsicCall, message: string): UnresolvedValue {
    this.#session.report('impossible-value', 'not-evaluated', message, call.node);
    return this.unresolved(call.node, 'invalid-expression', call.name);
  }

  /** CloudFormation refuses such a template, so this decides nothing; the value is unresolved all the same. */
  undeclared(node: DocumentNode, subject: string): UnresolvedValue {
    if (this.template.transforms.length > 0) return this.unresolved(node, 'macro', subject);
    const message = 'The template refers to a name it does not declare';
    this.#session.report('undeclared-reference', 'note', message, node);
    return this.unresolved(node, 'undeclared-name', subject);
  }

  spend(steps: number, node: DocumentNode): boolean {
    return this.#session.spend(steps, node);
  }

  #deeper<Result>(work: () => Result, tooDeep: () => Result, node: DocumentNode): Result {
    const limit = Math.min(this.#session.limits.nesting * 2, DEEPEST);
    if (this.#depth >= limit) {
      this.#session.reportOnce('budget-exceeded', 'The template nests deeper than the limit', node);
      return tooDeep();
    }
    if (!this.#session.spend(1, node)) return tooDeep();
    this.#depth += 1;
    const result = work();
    this.#depth -= 1;
    return result;
  }

  #evaluateNode(node: DocumentNode): Value {
    const call = asIntrinsicCall(node);
    if (call !== undefined) return this.#evaluateCall(call);
    if (node.type === 'scalar') return this.#evaluateScalar(node);
    return node.type === 'sequence' ? this.#evaluateList(node) : this.#evaluateMap(node);
  }

  #evaluateCall(call: IntrinsicCall): Value {
    if (CONDITION_FUNCTIONS.has(call.name)) return this.invalid(call, 'A condition stands where a value belongs');
    return (INTRINSICS.get(call.name) ?? unsupported)(this, call);
  }

  #evaluateScalar(node: ScalarNode): Value {
    const origin = this.#session.originOf(node);
    if (node.value === null) return { state: 'null', origin };
    const scalar: Value = { state: 'known', type: 'scalar', value: node.value, origin };
    if (typeof node.value !== 'string' || !node.value.includes('{{resolve:')) return scalar;
    return concatenate(this, { name: 'text', argument: node, node }, [scalar]);
  }

  #evaluateList(node: SequenceNode): Value {
    const items = node.items.flatMap((item) => this.#itemsOf(item));
    return { state: 'known', type: 'list', items, origin: this.originOf(node) };
  }

  /** Items an element gives: none for `AWS::NoValue`, those of both branches for an undecided Fn::If. */
  #itemsOf(node: DocumentNode): readonly ListItem[] {
    const call = asIntrinsicCall(node);
    if (call?.name === 'Fn::If') {
      return this.#deeper(
        () => chooseBranch.items(this, call, (branch) => this.#itemsOf(branch)),
        () => [{ presence: 'unknown', value: this.unresolved(node, 'budget-exceeded', 'nesting') }],
        node,
      );
    }
    const value = this.evaluate(node);
    if (value.state === 'null' || value.state === 'absent') return [];
    return [{ presence: value.state === 'unresolved' && value.mayBeAbsent ? 'unknown' : 'yes', value }];
  }

  #evaluateMap(node: MapNode): Value {
    const entries = new Map<string, Value>();
    let openEnded: UnresolvedValue | undefined;
    for (const { key, value } of node.entries) {
      if (key.text === 'Fn::Transform') openEnded = this.unresolved(value, 'macro', 'Fn::Transform');
      else if (key.text.startsWith('Fn::')) openEnded = this.#strayFunction(key, value);
      else entries.set(key.text, this.evaluate(value));
    }
    const map: Value = { state: 'known', type: 'map', entries, origin: this.originOf(node) };
    return openEnded === undefined ? map : { ...map, openEnded };
  }

  /** A function beside other keys: CloudFormation refuses it, except `Fn::ForEach` of the language extensions. */
  #strayFunction(key: ScalarNode, value: DocumentNode): UnresolvedValue {
    if (key.text.startsWith('Fn::ForEach::')) return this.unresolved(value, 'macro', 'Fn::ForEach');
    return this.invalid({ name: key.text, argument: value, node: key }, 'A function stands beside other keys');
  }

  /** A long value costs what reading it costs. */
  #use(value: Value): Value {
    const { origin } = value;
    if (value.state !== 'known' || origin?.location === undefined) return value;
    const length =
      value.type === 'scalar' ? String(value.value).length >> 4 : value.type === 'list' ? value.items.length : 0;
    this.#session.spend(length, { start: 0, end: 0 });
    return value;
  }

  #cycle(name: string, at: DocumentNode): Decision {
    const message = 'A condition depends on itself';
    this.#session.report('reference-cycle', 'not-evaluated', message, at);
    return unknown(`Conditions.${name}`);
  }
}

function unknown(subject: string): Decision {
  return { truth: 'unknown', assumptions: [], subject };
}
