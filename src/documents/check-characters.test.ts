/** Characters that deceive are found where they stand; ordinary text of any language is left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacters } from './check-characters.ts';

const found = (text: string): string[] =>
  checkCharacters(text).map(({ code, start, end }) => `${code} ${start}-${end}`);

describe('checkCharacters', () => {
  it('finds nothing in ASCII with tabs and both line ends', () => {
    expect(found('resource "a" {\r\n\tb = 1\n}\n')).toEqual([]);
  });

  it.each([
    ['zero-width space', 'ad\u200bmin', 'invisible-character 2-3'],
    ['bidirectional override', 'a \u202e b', 'invisible-character 2-3'],
    ['isolate', 'x\u2066y', 'invisible-character 1-2'],
    ['byte order mark inside', 'a\ufeffb', 'invisible-character 1-2'],
    ['null', 'a\u0000b', 'invisible-character 1-2'],
    ['escape', '\u001b[31m', 'invisible-character 0-1'],
    ['delete', 'a\u007f', 'invisible-character 1-2'],
    ['next line', 'a\u0085b', 'invisible-character 1-2'],
    ['line separator', 'a\u2028b', 'invisible-character 1-2'],
    ['soft hyphen', 'a\u00adb', 'invisible-character 1-2'],
    ['tag character outside the basic plane', 'a\u{e0041}b', 'invisible-character 1-3'],
    ['variation selector after a letter', 'a\ufe0fb', 'invisible-character 1-2'],
    ['hangul filler', 'a\u3164b', 'invisible-character 1-2'],
  ])('finds an invisible character: %s', (_name, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['Cyrillic а in an ARN', '"\u0430rn:aws:s3"', 'confusable-character 1-2'],
    ['Greek omicron', 'r\u03bfot', 'confusable-character 1-2'],
    ['fullwidth letter', 'All\uff4fw', 'confusable-character 3-4'],
    ['mathematical letter', 'a\u{1d41a}b', 'confusable-character 1-3'],
    ['Cyrillic beside an underscore', '\u0441_name', 'confusable-character 0-1'],
  ])('finds a look-alike letter: %s', (_name, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['Russian beside English', '# это конфигурация for AWS'],
    ['German and French', 'description = "Größe, déjà vu"'],
    ['Japanese beside Latin', 'name = "Lambda関数"'],
    ['units', '# 5 µs, 10 kΩ, Δt, 3 μs'],
    ['emoji with joiner and selector', '# 👩‍💻 ❤️ 1️⃣ done'],
    ['typographic quotes and dashes', '“x” – y…'],
    ['byte order mark at the start', '\ufeffa = 1'],
  ])('accepts ordinary text: %s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  it('names the code point and says what it does', () => {
    expect(checkCharacters('a\u202eb')[0]?.message).toBe('The character U+202E changes the direction of the text.');
    expect(checkCharacters('\u0430b')[0]?.message).toBe(
      'U+0430 stands in a Latin word and looks like one of its letters.',
    );
  });

  it('reports the first 20 and one entry that counts the rest', () => {
    const entries = checkCharacters('\u200b'.repeat(1000));
    expect(entries).toHaveLength(21);
    expect(entries[20]?.message).toContain('980 more');
    expect(entries[20]?.start).toBe(20);
  });

  it('finds an inserted zero-width character anywhere in any text', () => {
    const property = fc.property(fc.string(), fc.string(), (before, after) => {
      const text = `${before}\u200b${after}`;
      return checkCharacters(text).some(
        (entry) => entry.start <= before.length && entry.code === 'invisible-character',
      );
    });
    fc.assert(property, { seed: 17, numRuns: 300 });
  });
});
