/**
 * Reads and parses one file of a directory.
 */
import { LineIndex } from '../../../documents/line-index.ts';
import type { Problem } from '../../../model/problem.ts';
import type { TreeReader } from '../../../model/tree.ts';
import { parseHcl } from '../syntax/parse-hcl.ts';
import { parseHclJson } from '../syntax/parse-hcl-json.ts';
import { locationOf } from './location-of.ts';
import type { SourceBody, SourceFile } from './module-configuration.ts';
import { toSourceBody } from './to-source-body.ts';

const MOST_ERRORS = 20;

export interface ParsedSource {
  readonly file: SourceFile;
  readonly body: SourceBody;
  readonly problems: readonly Problem[];
}

/** The parsed file; undefined where it is missing or the reader has rejected it. */
export function parseSourceFile(
  reader: TreeReader,
  path: string,
  { maxDepth, unit }: { readonly maxDepth: number; readonly unit: string },
): ParsedSource | undefined {
  const read = reader.read(path);
  if (read.status !== 'text') return undefined;
  const parsed = path.endsWith('.json') ? parseHclJson(read.text, { maxDepth }) : parseHcl(read.text, { maxDepth });
  const file: SourceFile = { path, text: read.text, lines: new LineIndex(read.text), lineOffset: 0 };
  const problems = parsed.errors.slice(0, MOST_ERRORS).map((error): Problem => {
    const location = locationOf(file, error);
    return { code: 'syntax-error', effect: 'not-evaluated', message: error.message, location, unit };
  });
  return { file, body: toSourceBody(parsed.body, file), problems };
}
