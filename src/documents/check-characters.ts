/**
 * Finds characters that make a text look other than it reads: invisible ones, bidirectional controls (Trojan Source),
 * and look-alike letters of another script inside a Latin word (`аrn:aws:` with a Cyrillic а). It changes nothing and
 * decides nothing; the caller turns what it finds into Problems.
 */

export interface DeceivingCharacter {
  readonly code: 'invisible-character' | 'confusable-character';
  readonly message: string;
  /** UTF-16 code units, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** More positions than this tell nobody more; one last entry counts the rest. */
const MOST_REPORTED = 20;
const WORST_MESSAGE = 'more characters that deceive follow';

// Anything that can matter: control characters but tab, line feed and carriage return, and all that is not ASCII.
const NOT_PLAIN = /[^\t\n\r\x20-\x7e]/;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
// Besides Cc and Cf: fillers and selectors that print as nothing, and separators that end a line for some readers.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
const LATIN = /[A-Za-z]/;
// Scripts with letters that pass for Latin ones. Latin with accents is ordinary text and not here.
const CONFUSABLE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\uff10-\uff5a\u{1d400}-\u{1d7ff}\u0251\u0261\u0269\u0131\u2160-\u217f]/u;
// Greek letters that pass for no Latin one, common in units and formulas: `µs`, `kΩ`, `Δt`.
const PLAINLY_GREEK = /[ΔΘΛΞΠΣΦΨΩδεζθλμξπσφψω]/u;

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

class Findings {
  readonly entries: DeceivingCharacter[] = [];
  #more = 0;
  #first: DeceivingCharacter | undefined;

  add(code: DeceivingCharacter['code'], message: string, start: number, end: number): void {
    const entry = { code, message, start, end };
    if (this.entries.length < MOST_REPORTED) this.entries.push(entry);
    else {
      this.#first ??= entry;
      this.#more += 1;
    }
  }

  all(): readonly DeceivingCharacter[] {
    if (this.#first === undefined) return this.entries;
    return [...this.entries, { ...this.#first, message: `${this.#more} ${WORST_MESSAGE} from here on.` }];
  }
}

/** The token being read: a run of letters, digits, marks and underscores. */
interface Token {
  latin: boolean;
  suspect: string;
  suspectStart: number;
  suspectEnd: number;
}

function newToken(): Token {
  return { latin: false, suspect: '', suspectStart: 0, suspectEnd: 0 };
}

function finishToken(token: Token, findings: Findings): void {
  if (!token.latin || token.suspect === '') return;
  const message = `${codePoint(token.suspect)} stands in a Latin word and looks like one of its letters.`;
  findings.add('confusable-character', message, token.suspectStart, token.suspectEnd);
}

/** Whether the character before `at` is an emoji, which joiners and variation selectors combine with others. */
function insideEmoji(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  return /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u.test(before);
}

function checkInvisible(text: string, character: string, at: number, findings: Findings): void {
  const selects = character === '\ufe0e' || character === '\ufe0f';
  const keycap = selects && text[at + 1] === '\u20e3';
  const emoji = keycap || ((selects || character === '\u200d') && insideEmoji(text, at));
  if (emoji || (character === '\ufeff' && at === 0)) return;
  const kind = BIDI.test(character) ? 'changes the direction of the text' : 'cannot be seen';
  const message = `The character ${codePoint(character)} ${kind}.`;
  findings.add('invisible-character', message, at, at + character.length);
}

/** True for what is looked at as invisible: every control, format or blank character but tab and line ends. */
function isInvisible(character: string): boolean {
  return character !== '\t' && character !== '\n' && character !== '\r' && INVISIBLE.test(character);
}

function isConfusable(character: string): boolean {
  return CONFUSABLE.test(character) && WORD.test(character) && !PLAINLY_GREEK.test(character);
}

/** Goes through one stretch of text that holds something else than printable ASCII. */
function checkStretch(text: string, from: number, to: number, findings: Findings): void {
  let token = newToken();
  for (let at = from; at < to; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (isInvisible(character)) checkInvisible(text, character, at, findings);
    else if (isConfusable(character)) {
      if (token.suspect === '') token = { ...token, suspect: character, suspectStart: at };
      token.suspectEnd = at + character.length;
    } else if (LATIN.test(character)) token.latin = true;
    else if (!WORD.test(character)) {
      finishToken(token, findings);
      token = newToken();
    }
    at += character.length;
  }
  finishToken(token, findings);
}

/**
 * Positions of deceiving characters, the first 20 and one entry that counts the rest. A byte order mark is accepted at
 * the very start only. A token of one foreign script alone is ordinary text; one that mixes it with Latin letters is
 * not. Linear; text of printable ASCII costs one scan.
 */
export function checkCharacters(text: string): readonly DeceivingCharacter[] {
  if (!NOT_PLAIN.test(text)) return [];
  const findings = new Findings();
  let at = 0;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    // Tokens never span lines, so only lines with something to look at are read character by character.
    const line = text.slice(at, end);
    if (NOT_PLAIN.test(line)) checkStretch(text, at, end, findings);
    at = end + 1;
  }
  return findings.all();
}
