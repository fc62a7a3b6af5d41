/** A place in the tree as code, linked where the door has an address for it. */
import type { Anchor, Location } from '../../model/location.ts';
import { escapeCode } from './escape-code.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderAddress } from './render-address.ts';

/** `path:line` as a code span, or as a link around one. */
export function renderPlace(place: Anchor | Location | undefined, link: MarkdownOptions['link']): string {
  if (place === undefined) return 'The run itself';
  const code = escapeCode(`${place.path}:${place.range.startLine}`);
  const address = 'side' in place ? link(place) : undefined;
  return address === undefined ? code : `[${code}](${renderAddress(address)})`;
}
