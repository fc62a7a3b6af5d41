/**
 * A unit is what is evaluated together: a Terraform root module, a template, a Dockerfile, a policy file.
 * Its key is its path as it is *before* (head paths mapped back through renames), so that moving a folder does not
 * make every finding in it new.
 */
import type { Format } from './format.ts';
import type { Assumption } from './value.ts';
import type { Location } from './location.ts';
import type { Problem } from './problem.ts';
import type { Resource } from './resource.ts';
import type { TreeRead } from './tree.ts';

export type { Format };

/** Found by a parser in one tree, before evaluation. */
export interface Unit {
  readonly format: Format;
  /** Directory or file in its own tree; `.` is the root directory. */
  readonly path: string;
  /** Files that are certainly inputs of it, sorted. */
  readonly files: readonly string[];
  /** Environments that the tree itself shows (variable files); evaluated beside `default` unless policy names others. */
  readonly environments?: readonly UnitEnvironment[];
}

/** Variable files are paths from the root of the tree, later ones win. */
export interface UnitEnvironment {
  readonly name: string;
  readonly variableFiles: readonly string[];
  /** A plan in the tree that the environment is evaluated from; evaluated beside the environments of policy. */
  readonly planFile?: string;
  /** What else of the tree gives to it. */
  readonly supply?: UnitSupply;
}

/** A value that a command somewhere in the tree gives to a variable. */
export interface SuppliedValue {
  readonly name: string;
  /** As written; absent where it is made when the command runs. */
  readonly text?: string;
  readonly location: Location;
  /** Variable files win over it (`TF_VAR_*`). */
  readonly isWeak?: boolean;
}

/** What commands and other files outside the unit give to it in one environment. */
export interface UnitSupply {
  /** The file that shows it. */
  readonly file: string;
  readonly values: readonly SuppliedValue[];
  readonly workspace?: string;
  /** The Terragrunt configuration whose inputs it has. */
  readonly terragrunt?: string;
  /** A variant of what is deployed anyway: only what differs from the other environments is reported. */
  readonly isOverlay: boolean;
}

/** Something from outside the tree that the deployment will fetch or run (ATTACKS 18). */
export interface ExternalInput {
  readonly kind: 'module' | 'provider' | 'image' | 'template' | 'macro' | 'url' | 'response' | 'command' | 'backend';
  readonly source: string;
  /** Digest, commit or exact version; absent where it floats. */
  readonly pin?: string;
  readonly address: string;
  readonly location: Location;
}

/** One unit in one environment, evaluated. */
export interface EvaluatedUnit {
  readonly format: Format;
  readonly path: string;
  /** `default` unless policy or the tree names environments. */
  readonly environment: string;
  /** The generated file (a plan) it was evaluated from: it may add findings, and changes nothing else. */
  readonly generatedFrom?: string;
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
  readonly externalInputs: readonly ExternalInput[];
  readonly assumptions: readonly Assumption[];
  /** Source types without a lowering, with how often each occurs. Their attributes are kept raw. */
  readonly unmapped: ReadonlyMap<string, number>;
  /** Everything it looked at, sorted; listings and misses included. */
  readonly reads: readonly TreeRead[];
  readonly steps: number;
  /** As it was given to the evaluation. */
  readonly supply?: UnitSupply;
}
