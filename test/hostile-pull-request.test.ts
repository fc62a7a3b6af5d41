/**
 * A pull request that is hostile in every field, through the whole job and every reporter: nothing of it becomes more
 * than text, what blocks is seen first, and everything fits where it is posted.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { error, notice, warning } from '@actions/core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { annotateLines } from '../src/action/annotate-lines.ts';
import { harmlessLine } from '../src/action/harmless-line.ts';
import type { FindingChange } from '../src/model/change.ts';
import type { Report } from '../src/model/report.ts';
import { checkMarkdown } from './hostile/check-markdown.ts';
import { HOSTILE_WORDS, LONG_WORD } from './hostile/hostile-words.ts';
import { type HostileOutputs, judgeHostile, QUEUE, SERVER, stateSummary } from './hostile/judge-hostile.ts';

const ADDRESSES = [`${SERVER}/acme/shop/blob/`, `${SERVER}/acme/shop/runs/1`];
/** Characters that act instead of being seen. A page and a terminal have line feeds of their own. */
const ACTING = /[^\n\P{C}]|[\u2028\u2029\u3164]|\ufe0f|\u034f/u;

function markerOf(body: string): string {
  const last = body.trimEnd().split('\n').at(-1) ?? '';
  expect(last).toMatch(/^<!-- threatdiff[: a-zA-Z0-9-]+ -->$/);
  return last;
}

const check = (markdown: string, markers: readonly string[] = []): readonly string[] =>
  checkMarkdown(markdown, { addresses: ADDRESSES, markers });

function checkPage(html: string): void {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  const [seen, wrong] = [new Set<string>(), new Set<string>()];
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...document.childNodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('data' in node) wrong.add(`comment ${node.data}`);
    if (!('tagName' in node)) continue;
    seen.add(node.tagName);
    for (const { name, value } of node.attrs) {
      if (/evil/.test(name) || /^on|^style$|^src/.test(name)) wrong.add(`attribute ${name}`);
      if (name === 'href' && !value.startsWith('#') && !ADDRESSES.some((start) => value.startsWith(start)))
        wrong.add(value);
    }
    open.push(...node.childNodes);
  }
  for (const tag of ['script', 'img', 'input', 'iframe', 'form', 'object', 'svg', 'base', 'link', 'h5'])
    expect([tag, seen.has(tag)]).toEqual([tag, false]);
  expect([...wrong]).toEqual([]);
  expect(ACTING.exec(html)?.[0]).toBeUndefined();
}

/** Every string of a document: keys too. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...stringsOf(item)]);
}

function checkSarif(text: string): void {
  const log = JSON.parse(text) as { runs: { results: { message: { text: string }; locations: unknown }[] }[] };
  const strings = stringsOf(log);
  expect(strings.filter((each) => /[^\n\P{C}]/u.test(each))).toEqual([]);
  for (const { message } of log.runs.flatMap(({ results }) => results))
    expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(|(?<!\{)\{\d+\}(?!\})/);
  const uris = JSON.stringify(log.runs.map(({ results }) => results.map(({ locations }) => locations))).matchAll(
    /"uri":"([^"]*)"/g,
  );
  for (const [, uri = ''] of uris) expect(uri).toMatch(/^[\w.%!~*'()/-]+$/);
}

function checkCheckRuns({ checks }: HostileOutputs): void {
  for (const { title, summary, text = '', annotations } of checks) {
    expect(check(summary)).toEqual([]);
    expect(check(text)).toEqual([]);
    expect(title.length).toBeLessThanOrEqual(120);
    expect(Math.max(Buffer.byteLength(summary), Buffer.byteLength(text))).toBeLessThanOrEqual(65_535);
    expect(annotations.length).toBeLessThanOrEqual(200);
    for (const { path, title: head, message, raw_details: details = '' } of annotations) {
      expect(path).not.toMatch(ACTING);
      expect(head.length).toBeLessThanOrEqual(255);
      expect(Buffer.byteLength(message + details)).toBeLessThanOrEqual(64 * 1024);
      for (const plain of [title, head, message, details].map((each) => each.replaceAll('\u200b', '')))
        expect(plain).not.toMatch(ACTING);
      // Nothing there is Markdown; what mail and chat link on their own is broken.
      for (const plain of [title, head, message]) expect(plain).not.toMatch(/(?<![\p{L}\p{N}_])@\w|#666|:\/\/evil/u);
    }
  }
}

/** What a runner reads of a step: our annotations, one command a line, and no other. */
function checkCommands({ checks }: HostileOutputs): void {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  const annotate = { error, warning, notice };
  const sent = annotateLines(checks[0]?.annotations ?? [], {
    annotate: (level, message, place) => annotate[level](message, { ...place }),
  });
  for (const { title } of checks) process.stdout.write(`${harmlessLine(`Threatdiff: ${title}`)}\n`);
  write.mockRestore();
  const lines = written
    .join('')
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '');
  const commands = lines.filter((line) => /^\s*::|##\[|##vso/.test(line));
  expect(sent).toBeGreaterThan(5);
  expect(commands).toHaveLength(sent);
  for (const line of commands)
    expect(line).toMatch(/^::(?:error|warning|notice) title=[^:]*(?:,(?:file|line|endLine|col|endColumn)=[^:]*)*::/);
  expect(lines).toHaveLength(sent + checks.length);
}

/** What blocks is told before anything else, each with its place, and nothing stands in its way. */
function checkBlockers({ report, summary, terminal }: HostileOutputs): void {
  const blocking = report.changes.filter(({ blocks }) => blocks);
  expect(blocking.length).toBeGreaterThan(8);
  const list = summary.indexOf('**To fix before merging**');
  const fold = summary.indexOf('<details>');
  expect(summary).toMatch(/^### Threatdiff: blocked\. /);
  expect(list).toBeGreaterThan(0);
  expect(list).toBeLessThan(500);
  expect(fold === -1 || fold > list).toBe(true);
  const items = summary.slice(list, fold === -1 ? undefined : fold);
  expect(items).toMatch(/\n1\. \[?`+/);
  const plain = blocking.filter(({ after }) => after?.anchor.path.startsWith('plain/'));
  for (const { after } of plain) expect(terminal).toContain(`${after?.anchor.path}:${after?.anchor.range.startLine}`);
  for (const { after } of plain) expect(items).toContain(`${after?.anchor.path}:${after?.anchor.range.startLine}`);
}

function checkAll(outputs: HostileOutputs): void {
  const { summary, comments, html, sarif, terminal, json, report } = outputs;
  expect(check(summary, [markerOf(summary)])).toEqual([]);
  expect(summary.length).toBeLessThanOrEqual(65_536);
  expect(comments.length).toBeGreaterThan(5);
  for (const body of comments) {
    expect(check(body, [markerOf(body)])).toEqual([]);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
  }
  checkCheckRuns(outputs);
  checkCommands(outputs);
  expect(check(stateSummary(outputs))).toEqual([]);
  checkPage(html);
  expect(html.length).toBeLessThan(5_000_000);
  checkSarif(sarif);
  expect(terminal).not.toMatch(/##\[|^[^\S\n]*::/m);
  // Our own marks, which keep a runner from taking names for commands.
  expect(terminal.replaceAll(/##\u200b(?=\[)|^([^\S\n]*)\u200b(?=::)/gm, '$1')).not.toMatch(ACTING);
  expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)));
  checkBlockers(outputs);
}

let evidence: string;
beforeAll(async () => {
  const { report } = await judgeHostile('evil', '000000000000');
  evidence = findQueue(report)?.after?.evidence.hash ?? '';
});

function findQueue({ changes }: Report): FindingChange | undefined {
  return changes.find(({ after }) => after?.address === QUEUE && after.unit === 'plain');
}

describe('names', () => {
  it.each(Object.entries(HOSTILE_WORDS))('with %s are names in every report', async (_, word) => {
    const outputs = await judgeHostile(word, evidence);
    expect(findQueue(outputs.report)?.decision).toBe('waived');
    checkAll(outputs);
  });

  it('of 60,000 characters take nothing away from what blocks', async () => {
    checkAll(await judgeHostile(LONG_WORD, evidence));
  });
});
