/** Reports in one of the forms the user asked for. Formats and colours only; every word is a reporter's. */
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '../model/report.ts';
import { htmlReport } from '../reporters/html/html-report.ts';
import { reportJson } from '../reporters/json/report-json.ts';
import { rootsJson } from '../reporters/json/roots-json.ts';
import { makeVisible } from '../reporters/make-visible.ts';
import { markdownReport } from '../reporters/markdown/markdown-report.ts';
import type { RuleFactsLookup } from '../reporters/rule-facts.ts';
import type { RuleLookup } from '../reporters/rule-text.ts';
import type { SarifOptions } from '../reporters/sarif/sarif-options.ts';
import { sarifReport } from '../reporters/sarif/sarif-report.ts';
import { terminalReport } from '../reporters/terminal/terminal-report.ts';
import type { Host } from './host.ts';
import type { Excerpts } from '../source/load-excerpts.ts';
import type { ReportOutput } from './report-outputs.ts';
import { textWidth } from './text-width.ts';
import { wantsColour } from './wants-colour.ts';

export interface ReportSubject {
  readonly report: Report;
  readonly excerpt: Excerpts;
  /** Of a scan: the folder as the user wrote it. */
  readonly root?: string;
}

export interface ReportContext {
  readonly mode: 'change' | 'state';
  /** Several roots in one text, each under its name; also where there happens to be one. */
  readonly joined: boolean;
  readonly quiet: boolean;
  readonly rule: RuleLookup;
  readonly facts: RuleFactsLookup;
  readonly host: Host;
}

const COMMENT_LENGTH = 65_535;
/** GitHub rejects files with more. */
const SARIF_RESULTS = 25_000;

/** Text ending in a newline. */
export function renderReport(subjects: readonly ReportSubject[], output: ReportOutput, context: ReportContext): string {
  const { mode, rule, joined } = context;
  const named = subjects.map((subject) => ({ ...subject, root: subject.root ?? '' }));
  if (output.format === 'sarif') {
    return sarifReport(
      subjects.map((subject) => ({ report: subject.report, options: sarifOptions(subject, context) })),
    );
  }
  if (output.format === 'html') {
    const pages = named.map(({ report, root, excerpt }) => ({ report, excerpt, ...(joined ? { title: root } : {}) }));
    return htmlReport(pages, { mode, rule, link: () => undefined });
  }
  if (output.format === 'json' && joined) return rootsJson(named);
  const texts = subjects.map((subject) => renderOne(subject, output, context));
  if (!joined) return texts.join('');
  return named.map(({ root }, index) => `== ${makeVisible(root)}\n${texts[index] ?? ''}`).join('\n');
}

function renderOne({ report, excerpt }: ReportSubject, output: ReportOutput, context: ReportContext): string {
  const { mode, rule, quiet, host } = context;
  if (output.format === 'json') return reportJson(report);
  if (output.format === 'markdown') {
    return markdownReport(report, { mode, rule, link: () => undefined, maxLength: COMMENT_LENGTH });
  }
  const toFile = output.file !== undefined;
  const colour = !toFile && wantsColour(host, host.stdout);
  const width = textWidth(toFile ? { isTerminal: false } : host.stdout);
  return terminalReport(report, { mode, rule, excerpt, colour, width, quiet });
}

function sarifOptions({ root }: ReportSubject, { facts, host }: ReportContext): SarifOptions {
  const shared = { rule: facts, audience: 'file', maxResults: SARIF_RESULTS } as const;
  if (root === undefined) return { ...shared, category: 'threatdiff' };
  return { ...shared, category: `threatdiff/${root}`, base: baseOf(host.directory, root) };
}

/** Below the working directory, places are relative to that, which is where repositories are scanned from. */
function baseOf(directory: string, root: string): NonNullable<SarifOptions['base']> {
  const target = resolve(directory, root);
  const inside = relative(directory, target);
  const isBelow = inside !== '..' && !inside.startsWith(`..${sep}`) && inside !== target;
  const folder = (path: string): string => pathToFileURL(path.endsWith(sep) ? path : path + sep).href;
  return isBelow
    ? { uri: folder(directory), folder: inside.split(sep).join('/') }
    : { uri: folder(target), folder: '' };
}
