/**
 * Where a span of a file is, in lines and columns.
 */
import type { Location } from '../../../model/location.ts';
import type { Span } from '../syntax/ast.ts';
import type { SourceFile } from './module-configuration.ts';

/** Location of a span; a wrapped template is shifted back to the lines of its own file. */
export function locationOf(file: SourceFile, span: Span): Location {
  const range = file.lines.rangeOf(span.start, span.end);
  if (file.lineOffset === 0) return { path: file.path, range };
  const startLine = Math.max(1, range.startLine - file.lineOffset);
  return {
    path: file.path,
    range: { ...range, startLine, endLine: Math.max(startLine, range.endLine - file.lineOffset) },
  };
}
