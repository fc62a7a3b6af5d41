/**
 * A Terraform resource or data source after evaluation and before lowering: provider attribute names, nested blocks
 * as lists. The evaluator makes them, the lowering turns them into the resource model.
 */
import type { Location } from '../../model/location.ts';
import type { ProviderContext } from '../../model/resource.ts';
import type { MapValue, Presence } from '../../model/value.ts';

export interface TerraformResource {
  readonly mode: 'managed' | 'data';
  /** `aws_sqs_queue` */
  readonly type: string;
  readonly name: string;
  /** With module path and instance keys: `module.a["x"].aws_sqs_queue.q[0]`, `data.aws_region.current`. */
  readonly address: string;
  readonly presence: Presence;
  /** Attributes by name; every nested block type is a list of maps, dynamic blocks expanded. Nulls kept. */
  readonly body: MapValue;
  /** The whole block. */
  readonly location: Location;
  readonly calledFrom: readonly Location[];
  readonly provider?: ProviderContext;
  readonly movedFrom: readonly string[];
  /** Attributes under `lifecycle.ignore_changes`: already unresolved in `body`. */
  readonly ignoredChanges: 'all' | readonly string[];
}
