/** From our ranges, whose end is exclusive, to the lines and columns of an annotation, whose end is included. */
import type { Location } from '../../model/location.ts';
import { lastLine } from '../last-line.ts';
import type { CheckAnnotation } from './check-annotation.ts';
import { isAddressablePath } from './is-addressable-path.ts';

type Place = Pick<CheckAnnotation, 'path' | 'start_line' | 'end_line' | 'start_column' | 'end_column'>;

/** Undefined where GitHub would refuse the place, and with it every other annotation of the request. */
export function annotationPlace({ path, range }: Location): Place | undefined {
  const { startLine, startColumn, endLine, endColumn } = range;
  if (!isAddressablePath(path) || !isPositive(startLine) || !isPositive(endLine) || endLine < startLine)
    return undefined;
  const last = lastLine(range);
  if (last !== startLine || endLine !== startLine || !isPositive(startColumn) || !isPositive(endColumn)) {
    return { path, start_line: startLine, end_line: last };
  }
  const end = Math.max(startColumn, endColumn - 1);
  return { path, start_line: startLine, end_line: last, start_column: startColumn, end_column: end };
}

/** GitHub stores 32-bit numbers. */
function isPositive(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value < 2 ** 31;
}
