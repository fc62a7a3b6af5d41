/** One report in the form the user asked for. Formats and colours only; every word is a reporter's. */
import type { Anchor } from '../model/location.ts';
import type { Report } from '../model/report.ts';
import { reportJson } from '../reporters/json/report-json.ts';
import { markdownReport } from '../reporters/markdown/markdown-report.ts';
import type { RuleLookup } from '../reporters/rule-text.ts';
import { terminalReport } from '../reporters/terminal/terminal-report.ts';
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { textWidth } from './text-width.ts';
import { wantsColour } from './wants-colour.ts';

export interface ReportContext {
  readonly mode: 'change' | 'state';
  readonly excerpt: (anchor: Anchor) => string | undefined;
  readonly rule: RuleLookup;
}

const COMMENT_LENGTH = 65_535;

/** Text ending in a newline. */
export function renderReport(report: Report, context: ReportContext, { options }: ParsedArguments, host: Host): string {
  const format = options.get('format') ?? 'terminal';
  if (format === 'json') return reportJson(report);
  const { mode, rule, excerpt } = context;
  if (format === 'markdown') {
    return markdownReport(report, { mode, rule, link: () => undefined, maxLength: COMMENT_LENGTH });
  }
  const toFile = options.has('output');
  const colour = !toFile && wantsColour(host, host.stdout);
  const width = textWidth(toFile ? { isTerminal: false } : host.stdout);
  return terminalReport(report, { mode, rule, excerpt, colour, width, quiet: options.has('quiet') });
}
