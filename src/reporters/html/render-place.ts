/** A place in the tree as code, linked where the door has an address for it. */
import type { Anchor, Location } from '../../model/location.ts';
import { escapeHtml } from './escape-html.ts';
import type { HtmlOptions } from './html-options.ts';

/** `path:line`; `the run itself` for what stands nowhere. Only `https:` addresses become links. */
export function renderPlace(place: Anchor | Location | undefined, link: HtmlOptions['link']): string {
  if (place === undefined) return '<span class="place">the run itself</span>';
  const code = `<code class="place">${breakable(escapeHtml(place.path))}:${place.range.startLine}</code>`;
  const address = 'side' in place ? link(place) : undefined;
  if (address === undefined || !address.startsWith('https://')) return code;
  return `<a href="${escapeHtml(address, 4000)}" rel="noreferrer">${code}</a>`;
}

/** Paths may be wider than a telephone: they break after a slash. */
function breakable(path: string): string {
  return path.replaceAll('/', '/<wbr>');
}
