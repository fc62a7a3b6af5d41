/**
 * Whether a JSON file is, or holds, an IAM policy document: by keys in its text, so that a broken file is recognised
 * too. CloudFormation templates hold policies as well and are not meant.
 */

/** Keys may be written with escapes (`"St\u0061tement"`); readers see no difference, so neither may this. */
function plainKeys(text: string): string {
  if (!text.includes('\\u00')) return text;
  return text.replaceAll(/\\u00([2-7][0-9a-fA-F])/g, (_, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return character === '"' || character === '\\' ? '_' : character;
  });
}

/** True for text with a `Statement` and an `Effect` key that is not a template. Linear. */
export function recognizePolicy(path: string, text: string): boolean {
  const name = path.toLowerCase();
  if (name.endsWith('.tf.json') || name.endsWith('.tofu.json') || !name.endsWith('.json')) return false;
  const plain = plainKeys(text);
  if (!/"Statement"\s*:/.test(plain) || !/"(?:Not)?(?:Effect|Action|Principal|Resource)"\s*:/.test(plain)) return false;
  const template = /"Resources"\s*:/.test(plain) && /"Type"\s*:\s*"(?:AWS|Custom|Alexa)::/.test(plain);
  return !template && !/"AWSTemplateFormatVersion"\s*:/.test(plain);
}
