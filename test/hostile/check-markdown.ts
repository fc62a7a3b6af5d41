/**
 * Whether Markdown that holds hostile words shows words and nothing else: rendered as GitHub does, parsed as a browser
 * does. Gives what is wrong, in words; an empty list is a pass.
 */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export interface MarkdownRules {
  /** All addresses begin with one of these. */
  readonly addresses: readonly string[];
  /** The comments the publisher adds, in order. */
  readonly markers: readonly string[];
}

const OWN = 'p strong em code pre sub hr a h3 ol ul li br details summary table thead tbody tr th td del'.split(' ');
const ATTRIBUTES = new Set(['a href', 'ol start', 'code class', 'th align', 'td align']);
/** What GitHub makes of text on its own, after rendering. */
const REFERENCES: Readonly<Record<string, RegExp>> = {
  mention: /(?<![\p{L}\p{N}_])@[\p{L}\p{N}]/u,
  'issue number': /#666/,
  'issue by GH': /\bGH-\d/i,
  address: /(?:https?|ftp):\/\/|www\.|mailto:\S|xmpp:\S/i,
  'mail address': /[\w.+-]@[\w-]+\.\w/,
  commit: /(?<![\p{L}\p{N}_-])9e0857a/u,
  emoji: /:(?:white_check_mark|\+1|100):/,
};

/** See the head of this file. */
export function checkMarkdown(markdown: string, { addresses, markers }: MarkdownRules): readonly string[] {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const errors: string[] = [];
  const fragment = parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
  const wrong = errors.map((code) => `the HTML has to be repaired: ${code}`);
  const comments: string[] = [];
  const open: Shown[] = fragment.childNodes.map((node) => ({ node, isCode: false }));
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { node, isCode } = next;
    if ('data' in node) comments.push(`<!--${node.data}-->`);
    if ('value' in node) wrong.push(...checkText(node.value, isCode));
    if (!('tagName' in node)) continue;
    wrong.push(...checkElement(node, addresses));
    const holdsCode = isCode || node.tagName === 'code' || node.tagName === 'pre';
    open.push(...node.childNodes.map((child) => ({ node: child, isCode: holdsCode })));
  }
  if (comments.join('\n') !== markers.join('\n')) wrong.push(`comments ${comments.join(' ')}`);
  return [...wrong, ...checkSource(markdown)].map((each) => each.slice(0, 400));
}

interface Shown {
  readonly node: ChildNode;
  readonly isCode: boolean;
}

function checkElement(
  { tagName, attrs }: DefaultTreeAdapterTypes.Element,
  addresses: readonly string[],
): readonly string[] {
  const wrong = OWN.includes(tagName) ? [] : [`element ${tagName}`];
  for (const { name, value } of attrs) {
    if (!ATTRIBUTES.has(`${tagName} ${name}`)) wrong.push(`attribute ${name} of ${tagName}`);
    if (name === 'href' && !addresses.some((start) => value.startsWith(start))) wrong.push(`address ${value}`);
  }
  return wrong;
}

function checkText(text: string, isCode: boolean): readonly string[] {
  if (isCode) return [];
  return Object.entries(REFERENCES).flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match === null
      ? []
      : [`${what} in ${JSON.stringify(text.slice(Math.max(0, match.index - 60), match.index + 60))}`];
  });
}

/** Characters that act instead of being seen; only the zero-width space that breaks references is ours, as a reference. */
function checkSource(markdown: string): readonly string[] {
  const found = /[^\n\P{C}]|[\u2028\u2029\u3164]|\ufe0f|\u034f/u.exec(markdown);
  return found === null ? [] : [`character U+${found[0].codePointAt(0)?.toString(16)} at ${found.index}`];
}
