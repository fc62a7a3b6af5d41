/**
 * The summary comment of a pull request, and whether there is anything to say: a comment on a change that moves nothing
 * teaches its readers to skip the next one.
 */
import type { Report } from '../../model/report.ts';
import type { MarkdownOptions } from '../markdown/markdown-options.ts';
import { markdownReport } from '../markdown/markdown-report.ts';
import { heldVerdict } from './held-verdict.ts';

export interface CommentReport {
  /** Markdown of at most `maxLength` UTF-16 code units, so of no more characters either. */
  readonly body: string;
  /** The attack surface changed, or a changed input could not be judged: reason enough for a new comment. */
  readonly worthSaying: boolean;
}

export interface CommentOptions extends Pick<MarkdownOptions, 'rule' | 'link'> {
  /** Review comments that stand: fingerprint to address. */
  readonly comments?: ReadonlyMap<string, string> | undefined;
  /** The page with every annotation; an address of the door's own. */
  readonly checkUrl?: string | undefined;
  /** 65,000 where left out: GitHub takes 65,536, and the publisher adds its marker. */
  readonly maxLength?: number;
}

const MAX_LENGTH = 65_000;

/** See CommentReport. Pure. */
export function commentReport(report: Report, options: CommentOptions): CommentReport {
  const { rule, link, checkUrl, comments, maxLength = MAX_LENGTH } = options;
  const held = { ...report, verdict: heldVerdict(report) };
  const body = markdownReport(held, { rule, link, mode: 'change', maxLength, comments, fullReport: checkUrl });
  return { body, worthSaying: isWorthSaying(report) };
}

function isWorthSaying({ changes, problems }: Report): boolean {
  const moved = changes.some(({ baselineState }) => baselineState !== 'unchanged');
  return moved || problems.some(({ blocks, inputChanged, effect }) => blocks || (inputChanged && effect !== 'note'));
}
