/**
 * Makes the README's picture, `docs/images/report.svg`: what the command line prints for the sample pull request, in
 * its own colours, cut after whole findings. Draws text as it was printed; adds nothing but the line that says so.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildCommandLine } from './build-command-line.ts';

const root = join(import.meta.dirname, '..');
const shop = join(root, 'test/golden/shop');
const picture = join(root, 'docs/images/report.svg');

const MAX_LINES = 36;
const CUT = '\u001b[2m  … and more: npm run demo shows all of it\u001b[22m';
const [CELL_WIDTH, LINE_HEIGHT, FONT_SIZE, PADDING] = [8.4, 20, 14, 20] as const;

/** Dark on every page, so that one picture serves both themes; each colour has at least 4.5:1 on the background. */
const BACKGROUND = '#0d1117';
const COLOURS: Readonly<Record<string, string>> = {
  31: '#ff7b72',
  32: '#56d364',
  33: '#e3b341',
  34: '#79c0ff',
  39: '#e6edf3',
};
const DIM = '#8d96a0';

interface Style {
  readonly colour: string;
  readonly bold: boolean;
  readonly dim: boolean;
}
const PLAIN: Style = { colour: '#e6edf3', bold: false, dim: false };

function print(cli: string): string {
  const args = [cli, 'diff', '--before', join(shop, 'base'), '--after', join(shop, 'head')];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', env: { FORCE_COLOR: '1' } });
  if (run.status !== 1) throw new Error(`the sample ended with exit code ${run.status}, not 1\n${run.stderr}`);
  return run.stdout;
}

/** The first lines, ending where a finding ends. */
function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= MAX_LINES) return lines;
  const end = lines.lastIndexOf('', MAX_LINES - 2);
  return [...lines.slice(0, end), '', CUT];
}

/** Style after one Select Graphic Rendition code. */
function restyle(style: Style, code: string): Style {
  if (code === '1' || code === '2') return code === '1' ? { ...style, bold: true } : { ...style, dim: true };
  if (code === '22') return { ...style, bold: false, dim: false };
  const colour = COLOURS[code];
  if (colour === undefined) throw new Error(`the report uses a code the picture does not know: ${code}`);
  return { ...style, colour };
}

/** One printed line as positioned pieces: columns stay columns whatever monospaced font there is. */
function drawLine(line: string, row: number): string {
  let style = PLAIN;
  let column = 0;
  const pieces: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are what is read here
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
    if (code !== undefined) style = restyle(style, code);
    else if (part !== '') {
      const length = Array.from(part).length;
      if (part.trim() !== '') pieces.push(drawPiece(part, { column, row, length, style }));
      column += length;
    }
  }
  return pieces.join('\n');
}

interface Place {
  readonly column: number;
  readonly row: number;
  readonly length: number;
  readonly style: Style;
}

function drawPiece(text: string, { column, row, length, style }: Place): string {
  const x = (PADDING + column * CELL_WIDTH).toFixed(1);
  const y = PADDING + (row + 0.75) * LINE_HEIGHT;
  const weight = style.bold ? ' font-weight="bold"' : '';
  const width = (length * CELL_WIDTH).toFixed(1);
  const fill = style.dim ? DIM : style.colour;
  return `<text x="${x}" y="${y}" fill="${fill}"${weight} textLength="${width}" xml:space="preserve">${escapeXml(text)}</text>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function draw(lines: readonly string[]): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences take no width
  const widths = lines.map((line) => Array.from(line.replaceAll(/\u001b\[\d+m/g, '')).length);
  const width = Math.ceil(Math.max(...widths) * CELL_WIDTH + 2 * PADDING);
  const height = lines.length * LINE_HEIGHT + 2 * PADDING;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    '<title>What threatdiff prints for the sample pull request</title>',
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT_SIZE}">`,
    ...lines.map(drawLine).filter((line) => line !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-picture-'));
try {
  const text = print(buildCommandLine(join(scratch, 'dist')));
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, draw(cut(text.trimEnd().split('\n'))));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
