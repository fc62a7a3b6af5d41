/** A body whose suggestions are plain code: shown, and not to be applied with a button. Pure, line by line. */

const FENCE = /^( {0,3})(`{3,}|~{3,})suggestion[ \t]*$/;

export function withoutSuggestions(body: string): string {
  return body
    .split('\n')
    .map((line) => line.replace(FENCE, '$1$2'))
    .join('\n');
}
