/**
 * One rule on one resource: guard, elements, condition, and the result with its record. Never throws on content;
 * errors are Problems of the rule, an exceeded budget is an open result and a Problem.
 */
import { createBudget } from '../budget/create-budget.ts';
import type { Budget, BudgetLimits } from '../model/budget.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import type { OpenReason, Outcome, RuleResult } from '../model/rule-result.ts';
import type { MapValue } from '../model/value.ts';
import { BudgetExceeded } from './cel/budget-exceeded.ts';
import { Frame } from './cel/frame.ts';
import { iterateRange } from './cel/iterate-range.ts';
import { joinTraces } from './cel/join-traces.ts';
import { Operand } from './cel/operand.ts';
import { readsOf } from './cel/reads-of.ts';
import type { Trace } from './cel/trace.ts';
import { type Truth, truthOf } from './cel/truth-of.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { buildEvidence } from './record/build-evidence.ts';
import { distinctReads } from './record/distinct-reads.ts';
import { discriminate } from './record/discriminate.ts';
import { clipText } from './record/clip-text.ts';
import { fillMessage } from './record/fill-message.ts';
import { findAssumptions } from './record/find-assumptions.ts';
import { findLocation, type Judged } from './record/find-location.ts';
import { findOpenReasons } from './record/find-open-reasons.ts';
import { readProperties } from './record/read-properties.ts';

export interface RuleEvaluation {
  /** Empty where the rule does not apply or had an error. */
  readonly results: readonly RuleResult[];
  readonly problems: readonly Problem[];
  /** What `applies_when` said; `true` where there is none. */
  readonly applies: Truth;
  /** A removal rule applies to this resource, certainly. */
  readonly isWatched?: true;
}

/** `rulesBudget` is shared by all rules of one side; `limits.ruleSteps` bounds this evaluation alone. */
export function evaluateRule(
  rule: CompiledRule,
  resource: Resource,
  limits: BudgetLimits,
  rulesBudget: Budget,
): RuleEvaluation {
  return new RuleOnResource(rule, resource, [createBudget('ruleSteps', limits), rulesBudget]).evaluate();
}

interface Decision {
  readonly truth: Truth;
  readonly trace: Trace;
  readonly message?: string;
}

class RuleOnResource {
  readonly #rule: CompiledRule;
  readonly #resource: Resource;
  readonly #root: Operand;
  readonly #frame: Frame;

  constructor(rule: CompiledRule, resource: Resource, budgets: readonly Budget[]) {
    this.#rule = rule;
    this.#resource = resource;
    const value: MapValue = {
      state: 'known',
      type: 'map',
      entries: resource.properties,
      origin: { from: 'source', location: resource.location },
    };
    this.#root = new Operand(value, { parent: undefined, segment: '', value, root: 'resource' }, undefined);
    this.#frame = new Frame([this.#root], budgets);
  }

  evaluate(): RuleEvaluation {
    try {
      return this.#evaluate();
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      return this.#exceeded(error.message);
    }
  }

  #evaluate(): RuleEvaluation {
    const guard = this.#guard();
    if (guard.truth === 'error') return this.#failed(guard, guard.truth);
    if (this.#rule.fails === undefined) return this.#watch(guard);
    if (guard.truth === 'false') return { results: [], problems: [], applies: 'false' };
    return this.#rule.each === undefined ? this.#judge(guard) : this.#judgeEach(guard);
  }

  #guard(): Decision {
    const guard = this.#rule.applies?.(this.#frame);
    if (guard === undefined) return { truth: 'true', trace: undefined };
    return decisionOf(guard, guard.consume());
  }

  #watch(guard: Decision): RuleEvaluation {
    const isWatched = guard.truth === 'true' && this.#resource.presence === 'yes';
    return { results: [], problems: [], applies: guard.truth, ...(isWatched ? { isWatched: true } : {}) };
  }

  #judge(guard: Decision): RuleEvaluation {
    const decision = this.#decide(guard, undefined);
    if (decision.truth === 'error') return this.#failed(decision, guard.truth);
    return { results: [this.#result(decision, undefined, undefined)], problems: [], applies: guard.truth };
  }

  /** Every element is a result of its own; without elements the resource passes, unless some may be unknown. */
  #judgeEach(guard: Decision): RuleEvaluation {
    const list = this.#rule.each?.(this.#frame) ?? Operand.absent();
    const range = iterateRange(list);
    if (range.state === 'error') return this.#failed(decisionOf(range.operand, undefined), guard.truth);
    if (range.state === 'unknown') {
      const open = this.#result({ truth: 'unknown', trace: range.trace }, undefined, undefined);
      return { results: [open], problems: [], applies: guard.truth };
    }
    const results: RuleResult[] = [];
    const problems: Problem[] = [];
    for (const element of range.elements) {
      this.#frame.spend(1);
      const { value, read, trace } = element.operand;
      const own = { parent: read, segment: 'item', value, root: 'item' as const };
      const item = new Operand(value, own, undefined);
      const decision = this.#decide(guard, item);
      if (decision.truth === 'error')
        for (const item of this.#failed(decision, guard.truth).problems) problems.push(item);
      else {
        const doubt = element.certain ? undefined : joinTraces(element.doubt, trace);
        results.push(this.#result(decision, item, doubt, element.certain));
      }
    }
    if (range.isOpen) results.push(this.#result({ truth: 'unknown', trace: range.open }, undefined, undefined));
    if (results.length === 0 && problems.length === 0) {
      results.push(this.#result({ truth: 'false', trace: list.consume() }, undefined, undefined));
    }
    return { results, problems, applies: guard.truth };
  }

  /** An unknown guard leaves everything open but what certainly passes. */
  #decide(guard: Decision, item: Operand | undefined): Decision {
    if (item !== undefined) this.#frame.slots[1] = item;
    const condition = this.#rule.fails?.(this.#frame) ?? Operand.absent();
    const decision = decisionOf(condition, condition.consume());
    if (guard.truth !== 'unknown' || decision.truth === 'false' || decision.truth === 'error') return decision;
    return { truth: 'unknown', trace: joinTraces(guard.trace, decision.trace) };
  }

  #result(decision: Decision, item: Operand | undefined, doubt: Trace, isCertain = true): RuleResult {
    const isDoubtful = this.#resource.presence === 'unknown' || !isCertain;
    const outcome: Outcome =
      decision.truth === 'false' ? 'pass' : decision.truth === 'true' && !isDoubtful ? 'fail' : 'open';
    const all = readsOf(decision.trace);
    this.#frame.spend(all.length);
    const reads = distinctReads(all);
    const judged: Judged = { resource: this.#root, item, block: this.#resource.location };
    const doubts = distinctReads(readsOf(doubt));
    const { definition, pointsAt } = this.#rule;
    return {
      ruleId: definition.id,
      outcome,
      ...(outcome === 'open' && decision.truth === 'true' ? { conditional: true } : {}),
      unit: this.#resource.unit,
      environment: this.#resource.environment,
      address: this.#resource.address,
      discriminator: item === undefined ? '' : discriminate(item, definition.discriminator ?? []),
      location: findLocation(judged, pointsAt, reads),
      evidence: buildEvidence([...reads, ...readProperties(judged, this.#rule.evidence)], this.#resource.provider),
      assumptions: findAssumptions(reads),
      openReasons: outcome === 'open' ? this.#reasons([...findOpenReasons(reads), ...findOpenReasons(doubts)]) : [],
      message: this.#message(outcome, decision.truth, judged),
    };
  }

  /** The rule's sentence is true of a failure; what is open must not say that it is. */
  #message(outcome: Outcome, truth: Truth, judged: Judged): string {
    const stated = fillMessage(this.#rule.message, this.#resource, judged);
    if (outcome !== 'open') return stated;
    if (truth === 'true') return `${stated}, where it is created`;
    return `Not decided for ${clipText(this.#resource.name)}: ${this.#rule.definition.title}`;
  }

  #reasons(found: readonly OpenReason[]): readonly OpenReason[] {
    const { presence, address, location } = this.#resource;
    const own: readonly OpenReason[] =
      presence === 'unknown' ? [{ reason: 'unknown-count', subject: address, location }] : [];
    const all = [...own, ...found];
    return all.length > 0 ? all : [{ reason: 'unsupported-expression', subject: address, location }];
  }

  #failed(decision: Decision, applies: Truth): RuleEvaluation {
    const why = decision.message ?? 'an error';
    const message = `Rule ${this.#rule.definition.id} could not be evaluated: ${why}`;
    return { results: [], problems: [this.#problem('rule-error', message)], applies };
  }

  #exceeded(budget: string): RuleEvaluation {
    const { id } = this.#rule.definition;
    const { location, address } = this.#resource;
    const judged: Judged = { resource: this.#root, item: undefined, block: location };
    const result: RuleResult = {
      ruleId: id,
      outcome: 'open',
      unit: this.#resource.unit,
      environment: this.#resource.environment,
      address,
      discriminator: '',
      location,
      evidence: buildEvidence([]),
      assumptions: [],
      openReasons: [{ reason: 'budget-exceeded', subject: budget, location }],
      message: this.#message('open', 'unknown', judged),
    };
    const message = `Rule ${id} stopped: its budget (${budget}) is used up`;
    return { results: [result], problems: [this.#problem('budget-exceeded', message)], applies: 'unknown' };
  }

  #problem(code: ProblemCode, message: string): Problem {
    const { location, unit, address } = this.#resource;
    return { code, effect: 'not-evaluated', message, location, unit, address };
  }
}

function decisionOf(operand: Operand, trace: Trace): Decision {
  const { value } = operand;
  const truth = truthOf(value);
  if (truth !== 'error') return { truth, trace };
  return { truth, trace, message: value.state === 'error' ? value.message : 'the condition is not true or false' };
}
