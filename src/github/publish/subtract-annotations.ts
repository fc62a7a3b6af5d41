/** Which annotations are still to be sent, and which are there that nobody wants. Pure. */
import type { CheckAnnotation } from '../../reporters/check-run/check-annotation.ts';

export interface AnnotationDifference {
  /** In the order wanted. */
  readonly missing: readonly CheckAnnotation[];
  /** They cannot be taken away again: the run is another report's. */
  readonly unwanted: number;
}

/** A multiset difference: two equal annotations are two. */
export function subtractAnnotations(
  wanted: readonly CheckAnnotation[],
  present: readonly CheckAnnotation[],
): AnnotationDifference {
  const counts = new Map<string, number>();
  for (const annotation of present) counts.set(keyOf(annotation), (counts.get(keyOf(annotation)) ?? 0) + 1);
  const missing = wanted.filter((annotation) => {
    const left = counts.get(keyOf(annotation)) ?? 0;
    if (left > 0) counts.set(keyOf(annotation), left - 1);
    return left === 0;
  });
  return { missing, unwanted: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

function keyOf(annotation: CheckAnnotation): string {
  const { path, start_line, end_line, start_column, end_column, annotation_level, title, message } = annotation;
  const place = [path, start_line, end_line, start_column ?? 0, end_column ?? 0, annotation_level];
  return JSON.stringify([...place, title.trim(), message.trim(), annotation.raw_details?.trim() ?? '']);
}
