/** Keeps pieces of the pull request short where they are shown: inside messages, subjects and origins. */

/** Longest piece of the pull request inside a message or an origin, in UTF-16 code units. */
const CLIP = 120;

/** The text, cut with an ellipsis where it is too long. */
export function clip(text: string): string {
  return text.length <= CLIP ? text : `${text.slice(0, CLIP - 1)}…`;
}
