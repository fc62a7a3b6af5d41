/**
 * The length of a text that people read, which GitHub's description leaves out: 65,536 characters at most, not blank.
 * https://docs.github.com/en/rest/issues/comments#create-an-issue-comment (the words are GitHub's own answer)
 */
import { unprocessable } from '../http/http-error.ts';

const LONGEST = 65_536;

export function checkBody(body: string, resource: string): string {
  const fail = (message: string): Error =>
    unprocessable('Validation Failed', [{ resource, code: 'unprocessable', field: 'data', message }]);
  if (body.trim() === '') throw fail("Body can't be blank");
  if ([...body].length > LONGEST) throw fail(`Body is too long (maximum is ${LONGEST} characters)`);
  return body;
}
