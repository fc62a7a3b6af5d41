/**
 * A line and the words of the commands in it, in any of the languages commands are written in: a shell, or a string of
 * JSON, YAML or Groovy that holds a shell command.
 */

/** Longer words are cut. */
const LONGEST = 1000;

interface Piece {
  readonly text: string;
  readonly end: number;
}

export class QuotedLine {
  readonly text: string;
  #quotes: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The quote that is open at a position, or a space. */
  quoteAt(at: number): string {
    this.#quotes ??= openQuotes(this.text);
    return this.#quotes[at] ?? this.#quotes.at(-1) ?? ' ';
  }

  /** The word at `start`; `outer` is the quote the whole command stands in, where it is not the one open there. */
  wordAt(start: number, outer = this.quoteAt(start)): string {
    return readWord(this.text, start, outer);
  }
}

/** One pass. */
function openQuotes(line: string): string {
  let open = ' ';
  let states = '';
  for (let at = 0; at < line.length; at += 1) {
    states += open;
    const character = line[at];
    if (character === '\\' && open !== "'") {
      at += 1;
      if (at < line.length) states += open;
    } else if (open === ' ' && (character === '"' || character === "'")) open = character;
    else if (character === open) open = ' ';
  }
  return states;
}

function readWord(line: string, start: number, outer: string): string {
  let text = '';
  let at = start;
  while (at < line.length && text.length < LONGEST) {
    const opening = openingQuote(line, at, outer);
    if (opening === '' && endsWord(line[at] ?? '', outer)) break;
    const piece = opening === '' ? readPlain(line, at) : readQuoted(line, at + opening.length, opening);
    text += piece.text;
    at = piece.end;
  }
  return text;
}

function openingQuote(line: string, at: number, outer: string): string {
  const character = line[at] ?? '';
  if (character === '\\' && outer === '"' && line[at + 1] === '"') return '\\"';
  return character !== outer && (character === '"' || character === "'") ? character : '';
}

function readPlain(line: string, at: number): Piece {
  const end = at + (line[at] === '\\' ? 2 : 1);
  return { text: line[end - 1] ?? '', end };
}

function endsWord(character: string, outer: string): boolean {
  if (character === outer || /[\s;|&]/.test(character)) return true;
  return outer === ' ' && (character === ')' || character === '`');
}

function readQuoted(line: string, start: number, closing: string): Piece {
  const end = line.indexOf(closing, start);
  if (end < 0) return { text: line.slice(start), end: line.length };
  const inside = line.slice(start, end);
  if (closing !== '"' || !inside.endsWith('\\')) return { text: inside, end: end + closing.length };
  return readEscaped(line, start);
}

/** Double quotes with escaped ones in them. */
function readEscaped(line: string, start: number): Piece {
  let text = '';
  let at = start;
  while (at < line.length && line[at] !== '"') {
    if (line[at] === '\\' && /["\\$`]/.test(line[at + 1] ?? '')) at += 1;
    text += line[at] ?? '';
    at += 1;
  }
  return { text, end: at + 1 };
}
