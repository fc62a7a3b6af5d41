/**
 * Notes an image from outside the tree as an input, pinned only by a digest. It fetches nothing.
 */
import type { BuildState } from './build-state.ts';
import type { Instruction, Word } from './instruction.ts';
import { splitImageReference } from './split-image-reference.ts';

/** Notes an image from outside the tree; `text` is undefined where the reference is not known. */
export function noteImage(
  state: BuildState,
  image: { readonly instruction: Instruction; readonly word: Word; readonly text: string | undefined },
  address: string,
): void {
  const source = image.text ?? image.word.text;
  const { digest } = splitImageReference(source);
  const pin = digest === undefined || digest.includes('$') ? {} : { pin: digest };
  const location = state.locate(image.instruction, image.word.start, image.word.end);
  state.externalInputs.push({ kind: 'image', source, ...pin, address, location });
}
