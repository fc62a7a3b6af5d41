/**
 * Splits POSIX shell text into simple commands: operators, quotes, escapes, comments, substitutions, redirections,
 * compound keywords, here-documents. It runs and expands nothing; what it cannot tell makes the result incomplete.
 */
import type { ShellCommand, ShellText, ShellWord } from './shell-command.ts';

interface PendingHeredoc {
  readonly name: string;
  readonly tabs: boolean;
}

interface Scan {
  readonly text: string;
  at: number;
  readonly commands: ShellCommand[];
  readonly heredocs: PendingHeredoc[];
  complete: boolean;
}

/** A word being read. */
interface Building {
  readonly parts: string[];
  length: number;
  dynamicAt: number;
}

const DEEPEST = 24;
const PREFIX_KEYWORDS = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', '{', 'time']);
const CLOSING_KEYWORDS = new Set(['fi', 'done', 'esac', '}', 'case', 'for', 'select', 'function', 'in']);
const ENDS_WORD = new Set([' ', '\t', '\r', '\n', ';', '&', '|', '(', ')', '<', '>']);
const OPERATORS = new Set([';', '&', '|', '(', ')', '\n']);
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*(\[[^\]]*\])?\+?=/;
const SHELLS = /(^|\/)(ba|da|a|z|k)?sh$/;

function add(word: Building, text: string): void {
  word.parts.push(text);
  word.length += text.length;
}

function addDynamic(scan: Scan, word: Building, start: number): void {
  if (word.dynamicAt === -1) word.dynamicAt = word.length;
  add(word, scan.text.slice(start, scan.at));
}

/** Moves past `close`, counting `open`; for `${…}` and `$((…))`, whose inside holds no commands of interest. */
function skipBalanced(scan: Scan, open: string, close: string): void {
  let depth = 0;
  for (; scan.at < scan.text.length; scan.at += 1) {
    const char = scan.text[scan.at];
    if (char === '\\') scan.at += 1;
    else if (char === open) depth += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) {
        scan.at += 1;
        return;
      }
    }
  }
  scan.at = scan.text.length;
  scan.complete = false;
}

/** Reads commands up to an unmatched `stop` and past it. */
function readNested(scan: Scan, stop: string, depth: number): void {
  if (depth >= DEEPEST) {
    scan.complete = false;
    scan.at = scan.text.length;
    return;
  }
  readCommands(scan, stop, depth + 1);
  if (scan.text[scan.at] === stop) scan.at += 1;
  else scan.complete = false;
}

/** Reads the expansion at the cursor: `$x`, `${…}`, `$((…))`, `$(…)` or a backtick. */
function readExpansion(scan: Scan, word: Building, depth: number): void {
  const start = scan.at;
  const next = scan.text[start + 1];
  scan.at += 1;
  if (scan.text[start] === '`') readNested(scan, '`', depth);
  else if (next === '{') {
    skipBalanced(scan, '{', '}');
    if (/`|\$\(/.test(scan.text.slice(start, scan.at))) scan.complete = false;
  } else if (next === '(' && scan.text[start + 2] === '(') skipBalanced(scan, '(', ')');
  else if (next === '(') {
    scan.at += 1;
    readNested(scan, ')', depth);
  } else if (next === undefined || !/[A-Za-z0-9_@*#?$!-]/.test(next)) {
    add(word, '$');
    return;
  } else {
    scan.at += 1;
    while (/[A-Za-z_]/.test(next) && /^[A-Za-z0-9_]$/.test(scan.text[scan.at] ?? '')) scan.at += 1;
  }
  addDynamic(scan, word, start);
}

function readDoubleQuotes(scan: Scan, word: Building, depth: number): void {
  scan.at += 1;
  while (scan.at < scan.text.length) {
    const char = scan.text[scan.at] ?? '';
    const next = scan.text[scan.at + 1] ?? '';
    if (char === '"') {
      scan.at += 1;
      return;
    }
    if (char === '\\' && ['"', '\\', '$', '`', '\n'].includes(next)) {
      if (next !== '\n') add(word, next);
      scan.at += 2;
    } else if (char === '$' || char === '`') readExpansion(scan, word, depth);
    else {
      add(word, char);
      scan.at += 1;
    }
  }
  scan.complete = false;
}

function readSingleQuotes(scan: Scan, word: Building): void {
  const close = scan.text.indexOf("'", scan.at + 1);
  const end = close === -1 ? scan.text.length : close;
  add(word, scan.text.slice(scan.at + 1, end));
  scan.at = end + 1;
  if (close === -1) scan.complete = false;
}

/** Letters, digits and `+,-./:@_`: characters that never mean anything to a shell inside a word. */
function isPlain(code: number): boolean {
  return (code >= 43 && code <= 58) || (code >= 64 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

function readPlain(scan: Scan, word: Building): void {
  const from = scan.at;
  do scan.at += 1;
  while (isPlain(scan.text.charCodeAt(scan.at)));
  add(word, scan.text.slice(from, scan.at));
}

function readEscape(scan: Scan, word: Building): void {
  const next = scan.text[scan.at + 1] ?? '';
  if (next !== '\n') add(word, next);
  scan.at += 2;
}

function readWord(scan: Scan, stop: string, depth: number): ShellWord {
  const start = scan.at;
  const word: Building = { parts: [], length: 0, dynamicAt: -1 };
  while (scan.at < scan.text.length) {
    const char = scan.text[scan.at] ?? '';
    if (ENDS_WORD.has(char) || char === stop) break;
    if (char === "'") readSingleQuotes(scan, word);
    else if (char === '"') readDoubleQuotes(scan, word, depth);
    else if (char === '$' || char === '`') readExpansion(scan, word, depth);
    else if (char === '\\') readEscape(scan, word);
    else readPlain(scan, word);
  }
  scan.at = Math.min(scan.at, scan.text.length);
  return { text: word.parts.join(''), start, end: scan.at, dynamicAt: word.dynamicAt };
}

function skipBlanks(scan: Scan): void {
  for (; scan.at < scan.text.length; scan.at += 1) {
    const char = scan.text[scan.at];
    const joined = char === '\\' && scan.text[scan.at + 1] === '\n';
    if (joined) scan.at += 1;
    else if (char !== ' ' && char !== '\t' && char !== '\r') return;
  }
}

/** Passes over a redirection and its target; notes here-documents, reads process substitutions as commands. */
function readRedirection(scan: Scan, stop: string, depth: number): void {
  const start = scan.at;
  while (['<', '>', '&', '|', '-'].includes(scan.text[scan.at] ?? '') && scan.at - start < 3) scan.at += 1;
  const operator = scan.text.slice(start, scan.at);
  if (scan.text[scan.at] === '(' && (operator === '<' || operator === '>')) {
    scan.at += 1;
    readNested(scan, ')', depth);
    return;
  }
  skipBlanks(scan);
  const target = readWord(scan, stop, depth);
  const here = operator === '<<' || operator === '<<-';
  if (here && target.text !== '') scan.heredocs.push({ name: target.text, tabs: operator === '<<-' });
}

/** At a line break: moves past the bodies of the here-documents opened on the line. */
function skipHeredocs(scan: Scan): void {
  for (const { name, tabs } of scan.heredocs.splice(0)) {
    let found = false;
    while (!found && scan.at < scan.text.length) {
      const feed = scan.text.indexOf('\n', scan.at);
      const end = feed === -1 ? scan.text.length : feed;
      const line = scan.text.slice(scan.at, end);
      found = (tabs ? line.replace(/^\t+/, '') : line) === name;
      scan.at = end + 1;
    }
    scan.at = Math.min(scan.at, scan.text.length);
  }
}

/** Turns the words of one command into a command, or nothing where only keywords or assignments are left. */
function finishCommand(scan: Scan, words: ShellWord[], end: number): void {
  let first = 0;
  while (PREFIX_KEYWORDS.has(words[first]?.text ?? '')) first += 1;
  const from = words[first];
  while (ASSIGNMENT.test(words[first]?.text ?? '')) first += 1;
  const name = words[first];
  if (from === undefined || name === undefined || CLOSING_KEYWORDS.has(name.text)) return;
  if (scan.heredocs.length > 0 && SHELLS.test(name.text)) scan.complete = false;
  const text = scan.text.slice(from.start, end).trimEnd();
  scan.commands.push({
    name,
    arguments: words.slice(first + 1),
    text,
    start: from.start,
    end: from.start + text.length,
  });
}

/** Reads the next piece that is not an operator: a word, a redirection, a comment. */
function readPiece(scan: Scan, words: ShellWord[], stop: string, depth: number): void {
  const char = scan.text[scan.at] ?? '';
  if (char === '#') {
    const feed = scan.text.indexOf('\n', scan.at);
    scan.at = feed === -1 ? scan.text.length : feed;
  } else if (char === '<' || char === '>') readRedirection(scan, stop, depth);
  else {
    const word = readWord(scan, stop, depth);
    const next = scan.text[scan.at];
    const descriptor = (next === '<' || next === '>') && /^\d+$/.test(word.text);
    if (!descriptor) words.push(word);
  }
}

/** Ends the command before an operator and moves past it; returns the change of the open parentheses. */
function readOperator(scan: Scan, words: ShellWord[], char: string): number {
  if (words.length > 0) finishCommand(scan, words.splice(0), scan.at);
  scan.at += 1;
  if (char === '\n') skipHeredocs(scan);
  if (char === '(') return 1;
  return char === ')' ? -1 : 0;
}

/** Reads commands until the end of the text or an unmatched `stop`, which is left in place. */
function readCommands(scan: Scan, stop: string, depth: number): void {
  const words: ShellWord[] = [];
  let open = 0;
  for (skipBlanks(scan); scan.at < scan.text.length; skipBlanks(scan)) {
    const char = scan.text[scan.at] ?? '';
    if (char === stop && (stop !== ')' || open === 0)) break;
    if (char === '&' && scan.text[scan.at + 1] === '>') scan.at += 1;
    else if (char === ')' && open === 0) {
      // The pattern of a `case`, which is no command.
      words.splice(0);
      scan.at += 1;
    } else if (OPERATORS.has(char)) open += readOperator(scan, words, char);
    else readPiece(scan, words, stop, depth);
  }
  if (words.length > 0) finishCommand(scan, words, scan.at);
}

/**
 * Splits the text of a shell-form RUN, or a script. Nesting of substitutions is bounded; linear otherwise.
 */
export function splitShellCommands(text: string): ShellText {
  const scan: Scan = { text, at: 0, commands: [], heredocs: [], complete: true };
  readCommands(scan, '', 0);
  scan.commands.sort((a, b) => a.start - b.start);
  return { commands: scan.commands, complete: scan.complete };
}
