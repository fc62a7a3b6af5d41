/**
 * What one evaluation of one template gathers: problems, assumptions, external inputs, steps. Turns nodes into
 * locations. Knows nothing of intrinsics; messages never hold sensitive values.
 */
import { spendSteps } from '../../budget/spend-steps.ts';
import type { DocumentNode } from '../../documents/document-node.ts';
import { LineIndex } from '../../documents/line-index.ts';
import type { Budget, BudgetLimits } from '../../model/budget.ts';
import type { Location } from '../../model/location.ts';
import type { Problem, ProblemCode, ProblemEffect } from '../../model/problem.ts';
import type { ExternalInput } from '../../model/unit.ts';
import type { Assumption, Origin } from '../../model/value.ts';

/** Problems of one effect beyond this number say nothing new. Counted singly, so that notes cannot bury the rest. */
const MAX_PROBLEMS = 1_000;
const CLIP = 120;

interface Place {
  readonly start: number;
  readonly end: number;
}

export class TemplateSession {
  readonly problems: Problem[] = [];
  readonly externalInputs: ExternalInput[] = [];
  readonly assumptions = new Map<string, Assumption>();
  readonly budget: Budget;
  readonly limits: BudgetLimits;
  readonly unit: string;
  /** Logical id that is being evaluated; empty between resources. */
  address = '';
  readonly #path: string;
  readonly #lines: LineIndex;
  readonly #reported = new Set<string>();
  readonly #counts = new Map<ProblemEffect, number>();

  constructor(path: string, text: string, limits: BudgetLimits) {
    this.#path = path;
    this.unit = path;
    this.limits = limits;
    this.#lines = new LineIndex(text);
    this.budget = { name: 'unitSteps', limit: limits.unitSteps, spent: 0 };
  }

  /** False once the budget of the unit is spent; says so once. */
  spend(steps: number, place: Place): boolean {
    if (spendSteps(this.budget, steps)) return true;
    this.reportOnce('budget-exceeded', 'The template needs more evaluation steps than the limit', place);
    return false;
  }

  locationOf(place: Place): Location {
    return { path: this.#path, range: this.#lines.rangeOf(place.start, place.end) };
  }

  /** Origin of a value read from here; numbers and booleans keep how they were written. */
  originOf(node: DocumentNode): Origin {
    const location = this.locationOf(node);
    if (node.type !== 'scalar' || typeof node.value === 'string') return { from: 'source', location };
    return { from: 'source', location, text: clip(node.text) };
  }

  report(code: ProblemCode, effect: ProblemEffect, message: string, place: Place): void {
    const address = this.address === '' ? {} : { address: this.address };
    const location = this.locationOf(place);
    this.add([{ code, effect, message: clip(message, 300), location, unit: this.unit, ...address }]);
  }

  /** Takes over Problems, as far as there is room for their effect. */
  add(problems: readonly Problem[]): void {
    for (const problem of problems) {
      const count = this.#counts.get(problem.effect) ?? 0;
      this.#counts.set(problem.effect, count + 1);
      if (count < MAX_PROBLEMS) this.problems.push(problem);
    }
  }

  /** A Problem that is said once for the whole template, however often it is met. Always `not-evaluated`. */
  reportOnce(code: ProblemCode, message: string, place: Place): void {
    if (this.#reported.has(code)) return;
    this.#reported.add(code);
    this.report(code, 'not-evaluated', message, place);
  }
}

function clip(text: string, length = CLIP): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
