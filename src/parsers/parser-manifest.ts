/**
 * What every format brings: which files are its own, how they group into units, and how one unit becomes resources.
 * A parser knows no rule and never throws on input; trouble is a Problem in the evaluated unit.
 */
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem } from '../model/problem.ts';
import type { TreeReader } from '../model/tree.ts';
import type { EvaluatedUnit, Format, Unit, UnitEnvironment, UnitSupply } from '../model/unit.ts';

/** What one evaluation may use besides the unit itself. */
export interface EvaluationContext {
  readonly reader: TreeReader;
  readonly environment: string;
  readonly limits: BudgetLimits;
  readonly dictionary: Dictionary;
  /** Files of this environment by policy, relative to the root of the tree (`prod.tfvars`); usually empty. */
  readonly variableFiles: readonly string[];
  /** The environment is what a run of the deployment planned; what is evaluated then only adds to the rest. */
  readonly plan?: EvaluationPlan;
  /** What other files of the tree give to this environment. */
  readonly supply?: UnitSupply;
}

/** A plan: of the tree, by its path, or given by whoever runs this, with its text. */
export interface EvaluationPlan {
  readonly file: string;
  readonly text?: string;
}

/** Environments that files of other formats show, by the path of their unit. */
export interface SupplierDiscovery {
  readonly environments: ReadonlyMap<string, readonly UnitEnvironment[]>;
  readonly problems: readonly Problem[];
}

/** How a format finds out who gives values to its units (ATTACKS 12). */
export interface SupplierReader {
  /** By path alone: whether the file may give values. */
  mayMatter(path: string): boolean;
  /** Pure over the reader; `paths` are those that may matter, sorted. A `wanted` read is loaded, then asked again. */
  discover(
    units: readonly Unit[],
    paths: readonly string[],
    reader: TreeReader,
    limits: BudgetLimits,
  ): SupplierDiscovery;
}

export interface ParserManifest {
  readonly format: Format;
  readonly title: string;
  /** By path alone. `maybe` asks `recognizes` with the text; `no` never reads the file. */
  claims(path: string): 'yes' | 'maybe' | 'no';
  /** Cheap look at the text of a `maybe` file; must tolerate broken files. */
  recognizes(path: string, text: string): boolean;
  /** Groups the claimed paths (sorted) into units, sorted by path. Every claimed path ends in at least one unit. */
  discoverUnits(paths: readonly string[]): readonly Unit[];
  /** Pure over the reader. A `wanted` read is treated as missing; the analysis loads it and calls again. */
  evaluateUnit(unit: Unit, context: EvaluationContext): EvaluatedUnit;
  /** Absent where nothing outside a unit gives it values. */
  readonly suppliers?: SupplierReader;
}
