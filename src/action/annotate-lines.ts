/**
 * Annotations by workflow commands, on the lines of the head commit. GitHub shows ten of each level for a step and drops
 * the rest without a word, so no more are sent: the summary holds everything.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import type { CheckAnnotation } from '../reporters/check-run/check-annotation.ts';
import type { AnnotationLevel, AnnotationPlace, Runner } from './action-host.ts';

const LEVELS: Readonly<Record<CheckAnnotation['annotation_level'], AnnotationLevel>> = {
  failure: 'error',
  warning: 'warning',
  notice: 'notice',
};
const MOST_OF_A_LEVEL = 10;

/** In the order given, blockers first; gives how many were sent. */
export function annotateLines(annotations: readonly CheckAnnotation[], runner: Pick<Runner, 'annotate'>): number {
  const counts = new Map<AnnotationLevel, number>();
  for (const annotation of annotations) {
    const level = LEVELS[annotation.annotation_level];
    const count = counts.get(level) ?? 0;
    if (count === MOST_OF_A_LEVEL) continue;
    counts.set(level, count + 1);
    const { message, raw_details: details } = annotation;
    runner.annotate(level, details === undefined ? message : `${message}\n${details}`, placeOf(annotation));
  }
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function placeOf({ title, path, ...lines }: CheckAnnotation): AnnotationPlace {
  return {
    ...{ title, file: path, startLine: lines.start_line, endLine: lines.end_line },
    ...(lines.start_column === undefined ? {} : { startColumn: lines.start_column }),
    ...(lines.end_column === undefined ? {} : { endColumn: lines.end_column }),
  };
}
