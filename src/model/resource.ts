/**
 * One resource in AWS's own vocabulary: every language is lowered into CloudFormation's resource types and property
 * names, so that a rule is written once. DESIGN: "One resource model, AWS's own".
 */
import type { Format } from './format.ts';
import type { Location } from './location.ts';
import type { Presence, Value } from './value.ts';

/** Region and account as far as the provider configuration tells; a change of either is a change of the resource. */
export interface ProviderContext {
  readonly alias?: string;
  readonly region?: Value;
  readonly account?: Value;
}

export interface Resource {
  /** CloudFormation type where it exists, else `Terraform::…`, `Dockerfile::Stage`, `IAM::PolicyDocument`. */
  readonly kind: string;
  /** Unique in its unit and environment, with instance keys: `module.a.aws_sqs_queue.q["x"]`, `OrdersQueue`. */
  readonly address: string;
  /** Name for people: the physical name where known, else the address. Escape before showing. */
  readonly name: string;
  readonly format: Format;
  /** The type as written: `aws_sqs_queue`, `AWS::SQS::Queue`, `FROM`. */
  readonly sourceType: string;
  /** Path of its unit in its own tree. */
  readonly unit: string;
  readonly environment: string;
  readonly presence: Presence;
  /** Property name as in CloudFormation, to value; absent properties are not in the map. */
  readonly properties: ReadonlyMap<string, Value>;
  /** The whole block; a finding about something absent points at its first line. */
  readonly location: Location;
  /** Call sites from the outermost in, for resources of modules. */
  readonly calledFrom: readonly Location[];
  readonly provider?: ProviderContext;
  /** Earlier addresses by `moved` blocks, the latest first. */
  readonly movedFrom: readonly string[];
  /** Companion resources folded in (`aws_s3_bucket_versioning.x`), with where they stand. */
  readonly foldedFrom: readonly { readonly address: string; readonly location: Location }[];
}
