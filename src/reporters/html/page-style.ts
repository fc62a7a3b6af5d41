/** How the page looks: two themes of the reader's choice, from 360 to 1600 pixels, and on paper. Loads nothing. */

/** Exactly what stands between the style tags; the page's policy holds its hash. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --soft: #f6f8fa; --line: #d0d7de; --text: #1f2328; --dim: #57606a;
  --red: #b3261e; --green: #1a6e33; --amber: #7a5200; --blue: #0550ae;
  --mark: #ffe08a; --hit: #fff6dc; --removed: #ffebe9; --added: #dafbe1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --soft: #161b22; --line: #3d444d; --text: #e6edf3; --dim: #9da7b3;
    --red: #ff8e86; --green: #63d471; --amber: #e3b341; --blue: #79c0ff;
    --mark: #6b5510; --hit: #2a2410; --removed: #3c1518; --added: #12331c;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 84rem; padding: 0 1rem 3rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
code, pre { font: 0.875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
a { color: var(--blue); }
a code { color: inherit; }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--page); z-index: 1; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
header { padding-bottom: 1rem; }
.brand { margin: 1rem 0 0; color: var(--dim); font-size: 0.875rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2.5rem 0 0.75rem; }
h1 { font-size: 1.75rem; margin-top: 0.5rem; }
h2 { font-size: 1.375rem; padding-bottom: 0.375rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.0625rem; }
h4 { font-size: 1rem; }
article h3, article h4 { margin: 0 0 0.375rem; }
main > section > h2:first-child { margin-top: 2.5rem; }
main > section:first-child > h2:first-child { margin-top: 1rem; }
.verdict { display: inline-block; padding: 0.1em 0.4em; border: 2px solid; border-radius: 0.3em; }
.bad, .critical, .high { color: var(--red); }
.good { color: var(--green); }
.waiting, .medium { color: var(--amber); }
.low, .info { color: var(--dim); }
.reason { font-size: 1.125rem; margin: 0.5rem 0 1rem; }
.trouble { border-left: 4px solid var(--amber); padding-left: 0.75rem; font-weight: 600; }
.counts { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; margin: 0; padding: 0; }
.counts li { border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.375rem 0.75rem; background: var(--soft); }
.counts b { font-size: 1.25rem; margin-right: 0.125rem; }
.count { color: var(--dim); font-weight: 400; }
.severity { font-weight: 600; white-space: nowrap; }
.id { color: var(--dim); font-size: 0.875rem; white-space: nowrap; }
article { border: 1px solid var(--line); border-left: 4px solid var(--red); border-radius: 0.4rem; padding: 1rem; margin: 1rem 0; }
article:target { outline: 3px solid var(--blue); }
.meta { margin: 0 0 0.75rem; display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; }
pre { margin: 0.5rem 0; padding: 0.5rem 0; background: var(--soft); border: 1px solid var(--line); border-radius: 0.4rem;
  white-space: pre-wrap; }
.line { display: flex; padding: 0 0.5rem; }
.margin { flex: none; min-width: 1ch; margin-right: 0.75rem; color: var(--dim); text-align: right; white-space: pre; }
.hit { background: var(--hit); }
.removed { background: var(--removed); }
.added { background: var(--added); }
.hit .margin, .removed .margin, .added .margin { color: var(--text); font-weight: 700; }
mark { background: var(--mark); color: inherit; text-decoration: underline; text-underline-offset: 0.2em; }
figure { margin: 0.5rem 0; }
figcaption { color: var(--dim); font-size: 0.875rem; }
p code, li code, td code { background: var(--soft); border-radius: 0.25rem; padding: 0.1em 0.3em; }
.items { padding-left: 1.25rem; }
.items li { margin: 0.5rem 0; }
.cut { border-left: 4px solid var(--amber); padding-left: 0.75rem; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; color: var(--blue); padding: 0.25rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--dim); font-size: 0.875rem; padding-bottom: 0.375rem; }
th, td { border-bottom: 1px solid var(--line); padding: 0.375rem 0.5rem; text-align: left; vertical-align: top; }
th[scope="row"] { font-weight: 400; }
thead th { color: var(--dim); font-weight: 600; font-size: 0.875rem; overflow-wrap: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.none { color: var(--dim); }
.facts th { width: 9rem; color: var(--dim); font-size: 0.875rem; }
.facts td { font: 0.875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; }
nav a { display: inline-block; padding: 0.25rem 0; }
nav p { margin: 0.75rem 0 0; font-weight: 600; }
nav p a { display: inline; }
nav { border-bottom: 1px solid var(--line); padding-bottom: 0.5rem; }
@media (max-width: 30rem) {
  body { padding: 0 0.75rem 2rem; }
  article { padding: 0.75rem; }
  th, td { padding: 0.375rem 0.25rem; }
  .facts tr { display: block; border-bottom: 1px solid var(--line); padding: 0.25rem 0; }
  .facts th, .facts td { display: block; width: auto; border: 0; padding: 0; }
}
@media (min-width: 64rem) {
  .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2.5rem; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 1rem 0;
    border-right: 1px solid var(--line); border-bottom: 0; }
  nav ul { display: block; }
  main { max-width: 64rem; }
}
@media print {
  :root {
    color-scheme: light;
    --page: #ffffff; --soft: #f6f8fa; --line: #d0d7de; --text: #000000; --dim: #4b535c;
    --red: #b3261e; --green: #1a6e33; --amber: #7a5200; --blue: #0550ae;
    --mark: #ffe08a; --hit: #fff6dc; --removed: #ffebe9; --added: #dafbe1;
  }
  @page { margin: 15mm; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .facts th, .facts td { padding: 0.125rem 0.5rem; font-size: 0.75rem; }
  nav, .skip { display: none; }
  .columns { display: block; }
  main { max-width: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  h1, h2, h3, h4, .meta, summary, caption { break-after: avoid; }
  pre, tr, li { break-inside: avoid; }
  pre, .hit, .removed, .added, mark { print-color-adjust: exact; }
}
`;
