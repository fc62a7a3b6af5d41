/**
 * The JSON ("exec") form of RUN, CMD, COPY and others: `["a", "b"]`. Anything that is not a JSON list of strings is
 * shell form, exactly as Docker falls back; so this is a question, not an error.
 */

/** The strings of an exec form, or undefined where the text is not one. Deep nesting fails inside `JSON.parse` and is caught. */
export function parseExecForm(text: string): readonly string[] | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) return undefined;
  try {
    const parsed: unknown = JSON.parse(trimmed);
    return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string') ? parsed : undefined;
  } catch {
    return undefined;
  }
}
