/**
 * Permanent addresses on GitHub: a place in a commit, on either side. The address is built of the door's own values and
 * an encoded path; nothing of it is text of a pull request.
 */
import type { Anchor } from '../../model/location.ts';
import { isAddressablePath } from './is-addressable-path.ts';

export interface PermalinkOptions {
  /** `https://github.com`, or the address of a GitHub Enterprise Server; without a slash at its end. */
  readonly server: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Full commit ids. */
  readonly commits: { readonly before: string | undefined; readonly after: string };
}

/** For the reporters' `link`: the address of an anchor, undefined where the commit or a decent path is missing. */
export function permalink({ server, repository, commits }: PermalinkOptions): (anchor: Anchor) => string | undefined {
  return ({ side, path, range }) => {
    const commit = commits[side];
    if (commit === undefined || !isAddressablePath(path)) return undefined;
    const encoded = path.split('/').map(encodePart).join('/');
    const last = range.endLine > range.startLine ? `-L${range.endLine}` : '';
    return `${server}/${repository}/blob/${commit}/${encoded}#L${range.startLine}${last}`;
  };
}

/** Also the marks that `encodeURIComponent` leaves and Markdown knows. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
