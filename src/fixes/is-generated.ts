/** Files somebody's tool writes: an edit would be lost with its next run. Says so by path and by what files say. */

const FOLDERS: ReadonlySet<string> = new Set(['cdk.out', '.aws-sam', '.serverless', '.terraform', 'node_modules']);
/** Where files say so. */
const HEAD = 2000;

/** True for a file that should not be edited by hand. */
export function isGenerated(path: string, text: string): boolean {
  if (path.split('/').some((part) => FOLDERS.has(part))) return true;
  // Every template of the CDK carries the path of each construct.
  if (text.includes('aws:cdk:path')) return true;
  return /@generated\b|\bdo not (?:edit|modify)\b|\bauto-?generated\b/i.test(text.slice(0, HEAD));
}
