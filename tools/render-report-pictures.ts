/**
 * Pictures of what people read, to look at before and after changing it: the HTML report and the summary comment of the
 * sample pull request, narrow and wide, light and dark, and the report on paper. Written to `.cache/pictures/`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { buildCommandLine } from './build-command-line.ts';
import { Chromium, type View } from './chromium.ts';

const root = join(import.meta.dirname, '..');
const shop = join(root, 'test/golden/shop');
const target = join(root, '.cache/pictures');

const VIEWS: readonly View[] = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1600, scheme: 'light' },
  { width: 1600, scheme: 'dark' },
];
/** Of one picture; a longer page is several. */
const HEIGHT = 1800;
const MOST_PICTURES = 8;

/** A comment much as GitHub shows it: its column, its type sizes; the colours are ours. */
const COMMENT_STYLE = `
:root { color-scheme: light dark; }
body { max-width: 52rem; margin: 1rem auto; padding: 1rem; border: 1px solid #888; border-radius: 6px;
  font: 14px/1.5 system-ui, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h3 { font-size: 1.25em; margin: 1rem 0; }
code { font: 85% ui-monospace, "DejaVu Sans Mono", monospace; background: #8883; border-radius: 6px; padding: 0.2em 0.4em; }
pre { background: #8882; border-radius: 6px; padding: 16px; overflow: auto; }
pre code { background: none; padding: 0; }
table { border-collapse: collapse; display: block; overflow: auto; }
th, td { border: 1px solid #888; padding: 6px 13px; }
ol, ul { padding-left: 2em; }
`;

/** The pages, in a folder that is made anew. */
function writePages(): readonly string[] {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const cli = buildCommandLine(join(target, 'dist'));
  const file = (name: string): string => join(target, name);
  const trees = ['--before', join(shop, 'base'), '--after', join(shop, 'head')];
  const change = spawnSync(
    process.execPath,
    [cli, 'diff', ...trees, '--format', `html=${file('report.html')}`, '--format', `markdown=${file('comment.md')}`],
    { encoding: 'utf8' },
  );
  if (change.status !== 1) throw new Error(`the sample ended with ${change.status}, not 1\n${change.stderr}`);
  const scan = [cli, 'scan', 'base/services', 'base/infra', '--format', 'html', '--output', file('folders.html')];
  spawnSync(process.execPath, scan, { cwd: shop, stdio: 'inherit' });
  rmSync(join(target, 'dist'), { recursive: true });
  writeFileSync(file('comment.html'), renderComment(readFileSync(file('comment.md'), 'utf8')));
  return ['report.html', 'folders.html', 'comment.html'].map(file);
}

/** GitHub Flavored Markdown as HTML; the few tags of our own (`details`) are HTML there too. */
function renderComment(markdown: string): string {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const open = html.replaceAll('<details>', '<details open>');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Comment</title><style>${COMMENT_STYLE}</style></head><body>${open}</body></html>`;
}

async function takePictures(chromium: Chromium, page: string, view: View): Promise<void> {
  await chromium.open(page, view);
  const size = (await chromium.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]',
  )) as readonly [number, number];
  if (size[0] > view.width) throw new Error(`${page} is ${size[0]} pixels wide on a screen of ${view.width}`);
  const name = `${basename(page, '.html')}-${view.width}-${view.scheme}`;
  const pictures = Math.min(MOST_PICTURES, Math.ceil(size[1] / HEIGHT));
  for (let index = 0; index < pictures; index += 1) {
    const top = index * HEIGHT;
    const png = await chromium.picture(view.width, top, Math.min(HEIGHT, size[1] - top));
    writeFileSync(join(target, `${name}-${index + 1}.png`), png);
  }
}

const pages = writePages();
const chromium = await Chromium.start();
if (chromium === undefined) {
  console.log('skipped: there is no Chromium here; CHROMIUM names one');
} else {
  try {
    for (const [page, view] of pages.flatMap((each) => VIEWS.map((view) => [each, view] as const))) {
      await takePictures(chromium, page, view);
    }
    for (const page of pages) {
      await chromium.open(page, { width: 1600, scheme: 'light' });
      writeFileSync(page.replace(/\.html$/, '.pdf'), await chromium.print());
    }
    console.log(`pictures are in ${target}`);
  } finally {
    await chromium.stop();
  }
}
