/** Where a finding points: the property the rule names, else the value that decided, else the element or the block. */
import type { Location } from '../../model/location.ts';
import type { Operand } from '../cel/operand.ts';
import type { Read } from '../cel/trace.ts';
import { selectPath } from './select-path.ts';
import type { PropertyPath } from '../property-path.ts';

export interface Judged {
  readonly resource: Operand;
  /** The element, for rules with `each`. */
  readonly item: Operand | undefined;
  /** The whole block. */
  readonly block: Location;
}

/** Values written in the source come before defaults, whose location is the block that lacks them. */
export function findLocation(judged: Judged, pointsAt: readonly PropertyPath[], reads: readonly Read[]): Location {
  const values = pointsAt.length > 0 ? pointsAt.map((path) => selectPath(judged, path)?.value) : reads.map(valueOf);
  for (const value of values) {
    const location = sourceLocation(value);
    if (location !== undefined) return location;
  }
  return sourceLocation(judged.item?.value) ?? judged.block;
}

function valueOf(read: Read): Operand['value'] {
  return read.value;
}

function sourceLocation(value: Operand['value'] | undefined): Location | undefined {
  if (value === undefined || value.state === 'absent' || value.state === 'error') return undefined;
  return value.origin.from === 'source' ? value.origin.location : undefined;
}
