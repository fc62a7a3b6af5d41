/** What the parts of one report on a page have in common. Types only. */
import type { HtmlOptions, HtmlSubject } from './html-options.ts';

export interface Page {
  readonly options: HtmlOptions;
  readonly excerpt: HtmlSubject['excerpt'];
  /** Level of the report's own heading; its sections are one below, their items two. */
  readonly level: 1 | 2;
  /** An id no other element of the page has, like the one wanted. */
  readonly id: (wanted: string) => string;
  /** Characters this report may take for its lists; what blocks has the first claim. */
  readonly room: number;
}

/** A part of the report: what the table of contents says of it, and its HTML. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Of things in it; undefined where nobody counts. */
  readonly count?: number;
  readonly html: string;
}
