/** What a door tells the review comments: the files as GitHub lists them, links, rules, and how many there may be. */
import type { Anchor } from '../../model/location.ts';
import type { RuleLookup } from '../rule-text.ts';
import type { PatchedFile } from './review-comment.ts';

export interface ReviewOptions {
  readonly rule: RuleLookup;
  /** Permanent address of an anchor; undefined where the door has none. Only the door's own addresses, never text. */
  readonly link: (anchor: Anchor) => string | undefined;
  readonly files: readonly PatchedFile[];
  /** Most comments of one pull request; 5 where left out. */
  readonly maxInline?: number;
  /** Who can accept a risk, in the policy's words: `@acme/appsec`. */
  readonly acceptBy?: string;
}
