/** The names that a `for` expression or directive declares: `k, v in`. */
import type { Scanner } from './scanner.ts';

export interface ForNames {
  readonly keyName?: string;
  readonly valueName: string;
}

/** Reads `name in` or `key, value in`, up to behind `in`; undefined, with an error, where it is neither. */
export function parseForNames(scanner: Scanner): ForNames | undefined {
  const first = readName(scanner);
  if (first === '') return undefined;
  let names: ForNames = { valueName: first };
  if (scanner.code() === 44) {
    scanner.at++;
    const second = readName(scanner);
    if (second === '') return undefined;
    names = { keyName: first, valueName: second };
  }
  if (!scanner.atWord('in')) {
    scanner.fail('Expected "in" after the names of "for"');
    return undefined;
  }
  scanner.at += 2;
  return names;
}

function readName(scanner: Scanner): string {
  scanner.skip();
  const name = scanner.identifier();
  if (name === '') scanner.fail('A name is expected after "for"');
  scanner.skip();
  return name;
}
