/**
 * What one Terragrunt configuration says after its includes are merged. Plain data.
 */
import type { Location } from '../../../model/location.ts';
import type { MapValue, Value } from '../../../model/value.ts';

export interface GeneratedFile {
  /** Name in the directory of the module. */
  readonly name: string;
  readonly contents: Value;
}

export interface TerragruntConfiguration {
  /** `terraform { source }`, with the place that says it. */
  readonly source: { readonly value: Value; readonly location: Location } | undefined;
  readonly inputs: MapValue;
  readonly locals: MapValue;
  /** Paths as written. */
  readonly variableFiles: readonly Value[];
  /** By the label of their block. */
  readonly generated: ReadonlyMap<string, GeneratedFile>;
  /** By the label of their block: what `dependency.x` stands for. */
  readonly dependencies: ReadonlyMap<string, Value>;
}
