/**
 * A difference as text, for the media type `diff`. GitHub refuses it above 300 files or 20,000 lines.
 * https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits#diff-limits
 */
import type { ChangedFile } from '../git/compare-trees.ts';
import type { Answer, Call } from '../http/call.ts';
import { HttpError } from '../http/http-error.ts';

export function diffAnswer(call: Call, files: readonly ChangedFile[]): Answer {
  const { diffFiles, diffLines } = call.world.limits;
  const content = files.map(fileText).join('\n');
  if (files.length > diffFiles) throw tooLarge(`the maximum number of files (${diffFiles})`);
  if (content.split('\n').length > diffLines) throw tooLarge(`the maximum number of lines (${diffLines})`);
  return { status: 200, raw: { type: 'application/vnd.github.v3.diff; charset=utf-8', content: `${content}\n` } };
}

function tooLarge(what: string): HttpError {
  const errors = [{ resource: 'PullRequest', field: 'diff', code: 'too_large' }];
  return new HttpError(406, `Sorry, the diff exceeded ${what}.`, { errors });
}

function fileText(file: ChangedFile): string {
  const before = file.previousPath ?? file.path;
  const lines = [`diff --git a/${before} b/${file.path}`];
  if (file.status === 'added') lines.push('new file mode 100644');
  if (file.status === 'removed') lines.push('deleted file mode 100644');
  if (file.previousPath !== undefined) lines.push(`rename from ${before}`, `rename to ${file.path}`);
  if (file.patch !== undefined) {
    lines.push(`--- ${file.status === 'added' ? '/dev/null' : `a/${before}`}`);
    lines.push(`+++ ${file.status === 'removed' ? '/dev/null' : `b/${file.path}`}`, file.patch);
  }
  return lines.join('\n');
}
