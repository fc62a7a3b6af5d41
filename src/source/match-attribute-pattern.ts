/**
 * Patterns of `.gitattributes`: a name without a slash matches in every folder below, with a slash it is anchored,
 * `**` spans folders. Work is at most pattern × path. Named classes (`[[:alpha:]]`) match any character: a file too
 * many is reported, never one too few.
 */

/** Whether `pattern` matches `path`; both relative to the folder of the attributes file. */
export function matchAttributePattern(pattern: string, path: string): boolean {
  // A pattern for folders matches no file; git does not apply it to what is below.
  if (pattern === '' || pattern.endsWith('/')) return false;
  const parts = path.split('/');
  if (!pattern.includes('/')) return matchName(tokenize(pattern), parts.at(-1) ?? '');
  const patternParts = splitAtSlashes(tokenize(pattern.startsWith('/') ? pattern.slice(1) : pattern));
  // At the end `**` means everything below, not the folder itself.
  if (isSpan(patternParts.at(-1) ?? [])) patternParts.push(['*']);
  return matchWithStars(patternParts, parts, isSpan, matchName);
}

/** Only slashes that are tokens part a pattern: one in a class does not. */
function splitAtSlashes(tokens: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (token === '/') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Git takes more than two stars for two. */
function isSpan(part: readonly string[]): boolean {
  return part.length > 1 && part.every((token) => token === '*');
}

function matchName(tokens: readonly string[], name: string): boolean {
  return matchWithStars(tokens, Array.from(name), (token) => token === '*', matchCharacter);
}

/** Greedy matching that returns to the last star only: sound for stars, and never more than pattern × subject steps. */
function matchWithStars<Token>(
  pattern: readonly Token[],
  subject: readonly string[],
  isStar: (token: Token) => boolean,
  matches: (token: Token, item: string) => boolean,
): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let starFrom = 0;
  while (from < subject.length) {
    const token = pattern[at];
    if (token !== undefined && isStar(token)) {
      star = at;
      starFrom = from;
      at += 1;
    } else if (token !== undefined && matches(token, subject[from] ?? '')) {
      at += 1;
      from += 1;
    } else if (star === -1) {
      return false;
    } else {
      starFrom += 1;
      from = starFrom;
      at = star + 1;
    }
  }
  return pattern.slice(at).every(isStar);
}

/** `*`, `?`, `[…]`, `\x` and plain characters, each one token. */
function tokenize(pattern: string): string[] {
  const tokens: string[] = [];
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    const end = character === '[' ? classEnd(characters, at) : -1;
    if (end !== -1) {
      tokens.push(characters.slice(at, end + 1).join(''));
      at = end;
    } else if (character === '\\' && at + 1 < characters.length) {
      at += 1;
      tokens.push(`\\${characters[at]}`);
    } else {
      tokens.push(character);
    }
  }
  return tokens;
}

/** Index of the bracket that closes a class; -1 when it is none. The first member may be a bracket itself. */
function classEnd(characters: readonly string[], start: number): number {
  const negated = characters[start + 1] === '!' || characters[start + 1] === '^';
  const first = start + (negated ? 2 : 1);
  for (let at = first; at < characters.length; at += 1) {
    if (characters[at] === ']' && at > first) return at;
    if (characters[at] === '\\') at += 1;
    else if (characters[at] === '[' && characters[at + 1] === ':') at = skipNamedClass(characters, at);
  }
  return -1;
}

function skipNamedClass(characters: readonly string[], start: number): number {
  const end = characters.indexOf(']', start + 2);
  return end !== -1 && characters[end - 1] === ':' ? end : start;
}

function matchCharacter(token: string, character: string): boolean {
  if (token === '?') return true;
  if (token.length > 1 && token.startsWith('\\')) return token.slice(1) === character;
  // A bracket that is never closed matches nothing.
  if (token.startsWith('[')) return token.length > 2 && matchClass(token.slice(1, -1), character);
  return token === character;
}

function matchClass(body: string, character: string): boolean {
  if (body.includes('[:')) return true;
  const negated = body.startsWith('!') || body.startsWith('^');
  const members = Array.from(negated ? body.slice(1) : body);
  let found = false;
  for (let at = 0; at < members.length; at += 1) {
    if (members[at] === '\\') at += 1;
    const low = members[at] ?? '';
    if (members[at + 1] !== '-' || at + 2 >= members.length) {
      found ||= low === character;
      continue;
    }
    at += members[at + 2] === '\\' ? 3 : 2;
    found ||= low <= character && character <= (members[at] ?? '');
  }
  return found !== negated;
}
