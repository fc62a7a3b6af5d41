/** What could not be evaluated, as an annotation at the line that is not understood. Plain text. */
import { describeOthers } from '../describe-others.ts';
import type { MergedProblem } from '../merge-repeated.ts';
import { annotationPlace } from './annotation-place.ts';
import type { CheckAnnotation } from './check-annotation.ts';
import { plainText } from './plain-text.ts';

/** Undefined for problems that do not stand in the head commit, or at a place GitHub cannot show. */
export function annotateProblem(
  { problem, alsoAt }: MergedProblem,
  level: CheckAnnotation['annotation_level'],
): CheckAnnotation | undefined {
  const { location, side, message, hint, blocks, code, effect } = problem;
  const place = location && side === 'after' ? annotationPlace(location) : undefined;
  if (place === undefined) return undefined;
  const note = effect === 'note' ? 'Note' : 'Not evaluated';
  return {
    ...place,
    annotation_level: level,
    title: `${blocks ? 'Changed, and could not be evaluated' : note} (${code}${blocks ? ', blocks' : ''})`,
    message: [`${plainText(message)}${describeOthers(alsoAt)}`, ...(hint === undefined ? [] : [plainText(hint)])].join(
      '\n',
    ),
  };
}
