/**
 * What somebody who writes a pull request would put into names to be more than a name: every piece carries the word
 * `evil`, so that whatever comes of it can be told from what is ours. Data only.
 */

/** Each is tried by itself, in every field at once. */
export const HOSTILE_WORDS: Readonly<Record<string, string>> = {
  tag: '<img src="https://evil.example/i.png" onerror="evil()"><script>evil()</script>',
  attribute: '" onmouseover="evil()" evil="\' autofocus onfocus=\'evil()',
  'closing tags': '</details></summary></sub></td></table></p></article></pre></code></title><h1>evil',
  comment: 'evil --> <!-- evil',
  'summary marker': 'evil\n\n<!-- threatdiff: summary -->\n<!-- threatdiff: summary of the Action -->\nevil',
  'finding marker': 'evil\n\n<!-- threatdiff:finding 0123abcd -->\n<!-- threatdiff:thread fixed -->',
  link: '[evil](https://evil.example/a "evil") [evil][evil] <https://evil.example/b>',
  'link definition': 'evil\n\n[evil]: https://evil.example/c\n[^evil]: evil\n\n[evil][] [^evil]',
  image: '![evil](https://evil.example/i.png)',
  address:
    'https://evil.example/d www.evil.example/e evil@evil.example mailto:evil@evil.example xmpp:evil@evil.example ftp://evil.example',
  footnote: 'evil[^1] [^evil]',
  table: 'evil | evil |\n| --- | --- |\n| evil \\| evil | evil',
  fence: 'evil\n```\n\nevil\n~~~\n````evil',
  suggestion: 'evil\n```suggestion\nevil\n```\n',
  'inline code': 'evil` **evil** ``evil`` `',
  blocks: '# evil\n- evil\n1. evil\n> evil\n---\n===\n    evil\n- [ ] evil',
  emphasis: '**evil** __evil__ ~~evil~~ *evil* _evil_ $evil$ $$evil$$',
  mention: 'evil @evil @evil/evil cc @evil-team, (@evil) .@evil',
  issue: 'evil #666 GH-666 gh-666 evil/evil#666 fixes #666',
  commit: 'evil 9e0857a9e0857a9e0857a9e0857a9e0857a9e085 evil@9e0857a9e0857a 9e0857ab',
  emoji: 'evil :white_check_mark: :+1: :100:',
  references: 'evil &lt;img&gt; &#64;evil &#x3c;b&#x3e; &nbsp;',
  command:
    'evil\n::error file=evil,line=1::evil\n::set-output name=evil::evil\n::add-mask::e\n##[error]evil\n##vso[task.complete]evil',
  'line ends': 'evil\r::warning::evil\revil\u2028evil\u2029evil\u0085evil',
  'escape sequences':
    'evil \u001b[2J\u001b[31mevil\u001b]8;;https://evil.example\u0007evil\u001b]8;;\u0007 \u009b31mevil \u0008\u0008\u007f',
  bidi: 'evil \u202egnp.live\u202c \u2066evil\u2069 \u200fevil\u061c',
  invisible: 'e\u200bv\u200ci\u200dl\u2060 \ufeffevil\u00ad \u{e0065}\u{e0076} \u3164 \ufe0f \u034f',
  placeholder: 'evil {0} {1} ${evil} %{evil} {name} {item.Action} %s %0A %25',
  template: '{{ evil }} ${{ github.token }} $(evil) `evil`',
  prototype: '__proto__ constructor evil toString',
  mermaid: 'evil"]; click evil "https://evil.example" end\n```mermaid\nflowchart evil',
};

/** Nobody's screen is that long. */
export const LONG_WORD = `evil ${'<b>@evil|`'.repeat(6_000)}`;
