/** Colour for terminals, or none. Colour never carries what the words do not say. */

export type Paint = 'red' | 'green' | 'yellow' | 'blue' | 'dim' | 'bold';

const CODES: Readonly<Record<Paint, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** A painter that adds the terminal's escape sequences when `colour` is on; the text must be visible already. */
export function paint(colour: boolean): (kind: Paint, text: string) => string {
  return (kind, text) => {
    const [on, off] = CODES[kind];
    return colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
}
