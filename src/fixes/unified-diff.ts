/** One file's change as a unified diff that `git apply` and `patch -p1` take. Changes no line; hides none either. */
import { diffLines, type Hunk } from './diff-lines.ts';
import type { FixedFile } from './fix-tree.ts';
import { splitLines } from './split-lines.ts';

const CONTEXT = 3;

/** The diff with its header, ending in a line end; empty where nothing changed. */
export function unifiedDiff({ path, before, after }: FixedFile): string {
  const old = splitLines(before).map(({ text, end }) => text + end);
  const hunks = diffLines(
    old,
    splitLines(after).map(({ text, end }) => text + end),
  );
  if (hunks.length === 0) return '';
  const parts = [`--- ${quotePath(`a/${path}`)}\n`, `+++ ${quotePath(`b/${path}`)}\n`];
  let shift = 0;
  for (const group of groupHunks(hunks)) {
    parts.push(renderGroup(group, old, shift));
    for (const { start, end, lines } of group) shift += lines.length - (end - start);
  }
  return parts.join('');
}

/** Hunks whose contexts would meet become one. */
function groupHunks(hunks: readonly Hunk[]): readonly (readonly Hunk[])[] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1);
    if (last !== undefined && hunk.start - (last.at(-1)?.end ?? 0) <= CONTEXT * 2) last.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

/** @param shift lines that earlier hunks added */
function renderGroup(group: readonly Hunk[], old: readonly string[], shift: number): string {
  const from = Math.max(0, (group[0]?.start ?? 0) - CONTEXT);
  const to = Math.min(old.length, (group.at(-1)?.end ?? 0) + CONTEXT);
  const body: string[] = [];
  let added = 0;
  let at = from;
  for (const { start, end, lines } of group) {
    for (const line of old.slice(at, start)) body.push(renderLine(' ', line));
    for (const line of old.slice(start, end)) body.push(renderLine('-', line));
    for (const line of lines) body.push(renderLine('+', line));
    added += lines.length - (end - start);
    at = end;
  }
  for (const line of old.slice(at, to)) body.push(renderLine(' ', line));
  const count = to - from;
  return `@@ -${rangeOf(from, count)} +${rangeOf(from + shift, count + added)} @@\n${body.join('')}`;
}

function rangeOf(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`;
}

function renderLine(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** As git writes names that hold quotes, backslashes or control characters; a blank needs the tab behind it. */
function quotePath(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be quoted
  if (!/["\\\x00-\x1f\x7f]/.test(path)) return path.includes(' ') ? `${path}\t` : path;
  const quoted = Array.from(new TextEncoder().encode(path), (byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    return byte < 0x20 || byte >= 0x7f ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
  });
  return `"${quoted.join('')}"`;
}
