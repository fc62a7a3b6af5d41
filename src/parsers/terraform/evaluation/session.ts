/**
 * The state of one evaluation: what everything reads from and counts against. One session per unit and environment,
 * nothing outlives it. The interfaces are here together because they know each other; the functions are beside.
 */
import type { Budget, BudgetLimits } from '../../../model/budget.ts';
import type { Location } from '../../../model/location.ts';
import type { TreeReader } from '../../../model/tree.ts';
import type { UnitSupply } from '../../../model/unit.ts';
import type { Assumption, Origin, Presence, Value } from '../../../model/value.ts';
import type {
  ModuleConfiguration,
  ResourceBlock,
  SourceAttribute,
  SourceFile,
} from '../configuration/module-configuration.ts';
import type { Expression } from '../syntax/ast.ts';
import type { ProblemLog } from './problem-log.ts';

export type Evaluate = (expression: Expression, env: Env) => Value;

export interface Session {
  readonly reader: TreeReader;
  readonly limits: BudgetLimits;
  readonly budget: Budget;
  readonly unit: string;
  readonly environment: string;
  /** What is given to the unit from outside its directory. */
  readonly supply: UnitSupply | undefined;
  readonly rootDirectory: string;
  readonly problems: ProblemLog;
  readonly evaluate: Evaluate;
  /** Functions of the tool around Terraform, looked up first. */
  readonly functions?: ReadonlyMap<string, (values: readonly Value[], site: FunctionSite) => Value>;
  readonly loadModule: (directory: string) => ModuleConfiguration;
  readonly assumptions: Map<string, Assumption>;
  /** By full address. */
  readonly instances: Map<string, Instance>;
  readonly moduleScopes: Map<string, Scope>;
  /** What is being evaluated: how far its steps go, and where it stands. */
  current: { readonly until: number; readonly location: Location | undefined } | undefined;
  /** How deep evaluation is at the moment; every nested evaluation counts, also through locals. */
  depth: number;
  /** Certain evaluation errors so far; `try` and `can` compare before and after. */
  failures: number;
  /** Operations on unknown values that may turn out to be errors. */
  doubts: number;
  /** `count` and `for_each` that made too many instances somewhere: not evaluated again for another instance of the module. */
  readonly crowded: Set<SourceAttribute>;
  /** Instances made so far, against `limits.unitResources`. */
  instanceCount: number;
}

/** The call of a function. */
export interface FunctionSite {
  readonly env: Env;
  readonly origin: Origin;
  readonly name: string;
}

/** Names that hold only inside an expression: `each`, a `for` variable, variables of a template. */
export interface Binding {
  readonly name: string;
  readonly value: Value;
  readonly next: Binding | undefined;
}

/** Where an expression is evaluated. */
export interface Env {
  readonly session: Session;
  /** Absent in templates, which see only their own variables. */
  readonly scope: Scope | undefined;
  readonly file: SourceFile;
  readonly bindings: Binding | undefined;
}

/** One instance of a module. */
export interface Scope {
  readonly session: Session;
  /** `module.a["x"].` or empty for the root; prefix of every address in it. */
  readonly prefix: string;
  readonly configuration: ModuleConfiguration;
  readonly calledFrom: readonly Location[];
  readonly presence: Presence;
  /** Absent for the root. */
  readonly parent: Scope | undefined;
  /** Value of an input variable given from outside: a variable file or the module call. */
  readonly given: (name: string) => Value | undefined;
  /** Provider configurations handed over by the call: name inside to name in the parent. */
  readonly providers: ReadonlyMap<string, string>;
  /** Names that hold in all of it. */
  readonly names?: Binding | undefined;
  readonly memo: Map<string, Value | 'evaluating'>;
  readonly expansions: Map<string, Expansion>;
}

/** The instances of one resource or module block. */
export interface Expansion {
  readonly kind: 'single' | 'count' | 'each' | 'unknown';
  readonly members: readonly Member[];
}

export interface Member {
  /** Full address with instance key. */
  readonly address: string;
  readonly key: string | number | undefined;
  readonly presence: Presence;
  readonly bindings: Binding | undefined;
}

export interface Instance extends Member {
  readonly block: ResourceBlock;
  readonly scope: Scope;
  readonly ignored: 'all' | ReadonlySet<string>;
}
