/** The frame of the set-up pages: no script, nothing that is loaded, light and dark, from 360 pixels on. Escapes nothing. */
import { createHash } from 'node:crypto';
import type { SetupAnswer } from './setup-answer.ts';

const STYLE = `
:root { color-scheme: light dark; --page: #ffffff; --soft: #f6f8fa; --line: #d0d7de; --text: #1f2328; --dim: #57606a;
  --red: #b3261e; --green: #1a6e33; --amber: #7a5200; --blue: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --soft: #161b22; --line: #3d444d; --text: #e6edf3;
  --dim: #9da7b3; --red: #ff8e86; --green: #63d471; --amber: #e3b341; --blue: #79c0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 0 1rem 3rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
code, pre { font: 0.875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.75rem; white-space: pre-wrap; }
a { color: var(--blue); }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
.brand { margin: 1rem 0 0; color: var(--dim); font-size: 0.875rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 2rem 0 0.5rem; padding-bottom: 0.375rem; border-bottom: 1px solid var(--line); }
ol > li { margin-bottom: 0.75rem; }
.found { list-style: none; margin: 0; padding: 0; }
.found li { border: 1px solid var(--line); border-left: 4px solid var(--dim); border-radius: 0.4rem; padding: 0.5rem 0.75rem; margin: 0.5rem 0; }
.found li.ok { border-left-color: var(--green); }
.found li.warning, .found li.unknown { border-left-color: var(--amber); }
.found li.problem { border-left-color: var(--red); }
.found b { display: block; }
.remedy { display: block; color: var(--dim); }
`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

/** @param body HTML whose every name is escaped */
export function setupPage(title: string, body: readonly string[]): SetupAnswer {
  const text = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title} – Threatdiff</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<p class="brand">Threatdiff</p>',
    '<main>',
    `<h1>${title}</h1>`,
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
  const headers = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };
  return { status: 200, text, type: 'text/html; charset=utf-8', headers };
}
