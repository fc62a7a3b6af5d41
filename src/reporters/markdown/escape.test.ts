/** Whatever a name holds, it renders as itself: checked with a renderer of GitHub Flavored Markdown. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { makeVisible } from '../make-visible.ts';
import { escapeCode } from './escape-code.ts';
import { escapeCodeCell } from './escape-code-cell.ts';
import { escapeText } from './escape-text.ts';

const render = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** The rendered text, when the HTML holds no tag but the expected ones. */
function textOf(html: string, allowed: RegExp): string {
  const rest = html.replace(allowed, '');
  expect(rest).not.toMatch(/[<>]/);
  return rest
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\n$/, '');
}

const PIECES = [
  '@acme/security', '#12', 'GH-12', 'https://evil.example', 'http://a', 'www.evil.example', 'a@b.example', '[x](y)',
  '![x](y)', '<img src=x>', '<!--', '-->', '`', '``', '```', '~~~', '|', '\\', '\\|', '**', '__', '~~', '- ', '1. ', '1) ', '# ',
  '> ', '+ ', '---', '===', '&lt;', '&#64;', '\n', '\r\n', '\t', '    ', '$x$', '[^1]', '[ ] ', '\u202e', '\u0007', '\u200d', 'x', ' ', 'mailto:a@b.c',
  '</details>', '://', '9', 'ftp://x.y',
]; // biome-ignore format: one entry a line is a page
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
);
const RUNS = { numRuns: 3000, seed: 20261121 };
const BLANK = /^\s*$/;

describe('escapeText', () => {
  it('renders any text as itself in a paragraph', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const expected = makeVisible(text).trim();
        fc.pre(!BLANK.test(expected));
        expect(textOf(render(escapeText(text)), /<\/?p>/g)).toBe(expected);
      }),
      RUNS,
    );
  });

  it('renders any text as itself in a list item', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const expected = makeVisible(text).trim();
        fc.pre(!BLANK.test(expected));
        expect(textOf(render(`- ${escapeText(text)}\n`), /<\/?ul>\n?|<\/?li>/g)).toBe(expected);
      }),
      RUNS,
    );
  });

  it('leaves nothing GitHub would take for a mention or an issue number', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = render(escapeText(text));
        expect(html).not.toMatch(/@[a-z0-9]/i);
        expect(html.replace(/&#?[a-z0-9]+;/gi, '')).not.toMatch(/#\d|GH-\d/i);
      }),
      RUNS,
    );
  });
});

describe('escapeCode', () => {
  it('renders any name as itself in a code span', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const expected = makeVisible(name, 200);
        fc.pre(!BLANK.test(expected));
        expect(textOf(render(`- x ${escapeCode(name)} y`), /<\/?ul>\n?|<\/?li>|<\/?code>/g)).toBe(`x ${expected} y`);
      }),
      RUNS,
    );
  });

  it('says so when a name is empty', () => {
    expect(escapeCode('')).toBe('`(empty)`');
    expect(escapeCode('  ')).toBe('`(empty)`');
  });
});

describe('table cells', () => {
  const row = (cell: string): string => render(`| a | b |\n| --- | --- |\n| ${cell} | end |\n`);
  const TABLE = /<\/?(?:table|thead|tbody|tr|th|td|code)>\n?/g;

  it('keeps any name in its cell', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const expected = makeVisible(name, 200);
        fc.pre(!BLANK.test(expected));
        expect(textOf(row(escapeCodeCell(name)), TABLE)).toBe(`ab${expected}end`);
        expect(textOf(row(escapeText(name)), TABLE)).toBe(`ab${makeVisible(name).trim()}end`);
      }),
      RUNS,
    );
  });
});
