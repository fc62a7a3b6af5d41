/** What a door tells the terminal reporter: how to show it, and where to look up sources and rules. */
import type { Anchor } from '../../model/location.ts';
import type { RuleLookup } from '../rule-text.ts';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Only the verdict, the counts and what blocks. */
  readonly quiet: boolean;
  /** `state`: one tree on its own, where nothing is new or fixed. */
  readonly mode: 'change' | 'state';
  /** Columns that prose and lines of source may take; everything else is left to the terminal to break. */
  readonly width: number;
  /** Line of source at the start of an anchor, without its line end. */
  readonly excerpt: (anchor: Anchor) => string | undefined;
  readonly rule: RuleLookup;
}
