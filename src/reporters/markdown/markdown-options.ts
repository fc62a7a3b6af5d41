/** What a door tells the Markdown reporter: where things are linked to, and where to look up rules. */
import type { Anchor } from '../../model/location.ts';
import type { RuleLookup } from '../rule-text.ts';

export interface MarkdownOptions {
  readonly rule: RuleLookup;
  /** Permanent address of an anchor; undefined where the door has none. Only the door's own addresses, never text. */
  readonly link: (anchor: Anchor) => string | undefined;
  /** `state`: one tree on its own, where nothing is new or fixed. */
  readonly mode: 'change' | 'state';
  /** Characters the place it is posted to takes; GitHub's comments take 65,535. */
  readonly maxLength: number;
  /** Review comments that stand: fingerprint to address. Only the door's own addresses. */
  readonly comments?: ReadonlyMap<string, string> | undefined;
  /** The page with everything; an address of the door's own. */
  readonly fullReport?: string | undefined;
}
