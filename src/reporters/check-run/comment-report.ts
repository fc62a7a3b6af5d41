/**
 * The summary comment of a pull request, and whether there is anything to say: a comment on a change that moves nothing
 * teaches its readers to skip the next one.
 */
import type { FindingChange } from '../../model/change.ts';
import type { Report } from '../../model/report.ts';
import type { MarkdownOptions } from '../markdown/markdown-options.ts';
import { markdownReport } from '../markdown/markdown-report.ts';
import { heldVerdict } from './held-verdict.ts';

export interface CommentReport {
  /** Markdown of at most `maxLength` UTF-16 code units, so of no more characters either. */
  readonly body: string;
  /** The attack surface changed by more than information, or a changed input could not be judged: reason enough for a new comment. */
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

/** What a rule calls information is in the check for those who look, and no reason to write to everybody. */
function isHint({ before, after, blocks }: FindingChange): boolean {
  return !blocks && (after ?? before)?.severity === 'info';
}

function isWorthSaying({ changes, problems }: Report): boolean {
  const moved = changes.some((change) => change.baselineState !== 'unchanged' && !isHint(change));
  return moved || problems.some(({ blocks, inputChanged, effect }) => blocks || (inputChanged && effect !== 'note'));
}
