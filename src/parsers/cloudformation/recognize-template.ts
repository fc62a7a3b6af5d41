/**
 * A cheap look whether a text is a CloudFormation template. Prefers too many to too few: evaluation finds nothing in a
 * text without the sections of a template. Reads escapes, tolerates broken texts, linear.
 */

const TYPE = /(?:AWS|Custom|Alexa)::/;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8}))/g;

/** True when the text names the template version, or has `Resources` and a resource type or transform. */
export function recognizeTemplate(text: string): boolean {
  if (looksLikeTemplate(text)) return true;
  return text.includes('\\') && looksLikeTemplate(unescape(text));
}

function looksLikeTemplate(text: string): boolean {
  if (text.includes('AWSTemplateFormatVersion')) return true;
  return text.includes('Resources') && TYPE.test(text);
}

/** Resolves the escapes of JSON and YAML that can hide a letter, and escaped line breaks. */
function unescape(text: string): string {
  const letters = text.replace(ESCAPE, (whole, short?: string, byte?: string, long?: string) => {
    const code = Number.parseInt(short ?? byte ?? long ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return letters.replace(/\\\r?\n[ \t]*/g, '').replaceAll('\\/', '/');
}
