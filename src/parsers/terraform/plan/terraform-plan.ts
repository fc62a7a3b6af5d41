/**
 * What is used of a plan as `terraform show -json` prints it
 * (https://developer.hashicorp.com/terraform/internals/json-format). Nodes of the document, not values yet: what a value
 * says depends on where it is placed. Plain data.
 */
import type { DocumentNode } from '../../../documents/document-node.ts';
import type { Problem } from '../../../model/problem.ts';

/** A managed resource that exists once the plan is applied. */
export interface PlannedResource {
  /** With module path and instance keys. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly after: DocumentNode;
  /** `true` wherever `after` is known only after the run; maps and lists mirror `after`. */
  readonly unknown: DocumentNode | undefined;
  /** `true` wherever the value is secret. */
  readonly sensitive: DocumentNode | undefined;
  readonly previousAddress: string | undefined;
  /** The entry in the file. */
  readonly node: DocumentNode;
}

export interface PlannedVariable {
  readonly value: DocumentNode;
  readonly sensitive: boolean;
}

export interface PlanTrouble extends Pick<Problem, 'code' | 'effect' | 'message'> {
  readonly start: number;
  readonly end: number;
}

export interface TerraformPlan {
  readonly resources: readonly PlannedResource[];
  readonly variables: ReadonlyMap<string, PlannedVariable>;
  /** `configuration.root_module`. */
  readonly configuration: DocumentNode | undefined;
  /** False where the plan ended early; what it lacks says nothing then. */
  readonly isComplete: boolean;
  readonly troubles: readonly PlanTrouble[];
}
