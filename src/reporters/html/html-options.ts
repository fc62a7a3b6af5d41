/** What a door tells the HTML reporter: what to show, where things are linked to, and where to look up sources and rules. */
import type { Anchor } from '../../model/location.ts';
import type { Report } from '../../model/report.ts';
import type { RuleLookup } from '../rule-text.ts';

export interface HtmlOptions {
  readonly rule: RuleLookup;
  /** Permanent `https:` address of an anchor; undefined where the door has none. */
  readonly link: (anchor: Anchor) => string | undefined;
  /** `state`: one tree on its own, where nothing is new or fixed. */
  readonly mode: 'change' | 'state';
}

export interface HtmlSubject {
  readonly report: Report;
  /** The line of source an anchor starts on, or `offset` lines below it; undefined where the door has none. */
  readonly excerpt: (anchor: Anchor, offset?: number) => string | undefined;
  /** Of several subjects on one page: what each is about, such as a folder. */
  readonly title?: string;
}
