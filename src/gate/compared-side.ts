/**
 * One analysed side, indexed for comparison: findings with their identities, resources by key, rule outcomes by
 * resource. Built once a side; holds no decision.
 */
import type { Analysis } from '../model/analysis.ts';
import type { Finding } from '../model/finding.ts';
import type { Side } from '../model/location.ts';
import type { RuleDescription } from '../model/rule.ts';
import type { Outcome } from '../model/rule-result.ts';
import { identifyFinding } from './identify-finding.ts';
import { ResourceIndex } from './resource-index.ts';

export class ComparedSide {
  readonly side: Side;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
  readonly resources: ResourceIndex;
  readonly #unitKeys: ReadonlyMap<string, string>;
  readonly #outcomes = new Map<string, Set<Outcome>>();
  /** As above, over the environments that are no variants of others. */
  readonly #plainOutcomes = new Map<string, Set<Outcome>>();
  readonly #variants: ReadonlySet<string>;

  /** @param unitKeys path of a unit on this side to its key; paths that are missing are their own key */
  constructor(
    side: Side,
    analysis: Analysis,
    unitKeys: ReadonlyMap<string, string>,
    rules: ReadonlyMap<string, RuleDescription>,
  ) {
    this.side = side;
    this.analysis = analysis;
    this.#unitKeys = unitKeys;
    const variants = analysis.units.filter(({ supply }) => supply?.isOverlay === true);
    this.#variants = new Set(variants.map(({ path, environment }) => `${this.unitKey(path)}\0${environment}`));
    this.resources = new ResourceIndex(analysis.resources, (unit) => this.unitKey(unit));
    this.findings = this.#identifyAll(rules);
  }

  unitKey(unit: string): string {
    return this.#unitKeys.get(unit) ?? unit;
  }

  /** What a rule said about a resource and its elements on this side; undefined when it did not apply. */
  outcomes(ruleId: string, resourceKey: string): ReadonlySet<Outcome> | undefined {
    return this.#outcomes.get(`${ruleId}\0${resourceKey}`);
  }

  /** Whether an environment is a variant that some command makes of what is deployed anyway. */
  isVariant(unitKey: string, environment: string): boolean {
    return this.#variants.has(`${unitKey}\0${environment}`);
  }

  /** What a rule said about a resource in any environment that is no variant. */
  plainOutcomes(ruleId: string, unitKey: string, address: string): ReadonlySet<Outcome> | undefined {
    return this.#plainOutcomes.get(`${ruleId}\0${unitKey}\0${address}`);
  }

  #identifyAll(rules: ReadonlyMap<string, RuleDescription>): readonly Finding[] {
    const findings: Finding[] = [];
    for (const result of this.analysis.results) {
      const unitKey = this.unitKey(result.unit);
      const key = ResourceIndex.key(unitKey, result.environment, result.address);
      addTo(this.#outcomes, `${result.ruleId}\0${key}`, result.outcome);
      if (!this.isVariant(unitKey, result.environment)) {
        addTo(this.#plainOutcomes, `${result.ruleId}\0${unitKey}\0${result.address}`, result.outcome);
      }
      const rule = rules.get(result.ruleId);
      const resource = this.resources.get(key);
      if (rule === undefined || resource === undefined || result.outcome === 'pass') continue;
      const { outcome } = result;
      findings.push(identifyFinding({ ...result, outcome }, { side: this.side, unitKey, resource, rule }));
    }
    return findings;
  }
}

function addTo(outcomes: Map<string, Set<Outcome>>, key: string, outcome: Outcome): void {
  outcomes.set(key, (outcomes.get(key) ?? new Set<Outcome>()).add(outcome));
}
