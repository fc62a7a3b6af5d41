/** Labels of a block header: quoted strings without template sequences, or bare names. */
import type { Label } from './ast.ts';
import { readQuotedText } from './read-quoted-text.ts';
import type { Scanner } from './scanner.ts';

/** Reads all labels at the position, and the space behind them. On an error the scanner has failed. */
export function parseLabels(scanner: Scanner): readonly Label[] {
  const labels: Label[] = [];
  for (;;) {
    const start = scanner.at;
    const quoted = scanner.code() === 34;
    const value = quoted ? readQuotedLabel(scanner) : scanner.identifier();
    if (scanner.failed || scanner.at === start) return labels;
    labels.push({ value, quoted, start, end: scanner.at });
    scanner.skip();
  }
}

function readQuotedLabel(scanner: Scanner): string {
  const start = scanner.at;
  scanner.at++;
  const value = readQuotedText(scanner);
  const code = scanner.code();
  if (code === 34) scanner.at++;
  else if (code === 36 || code === 37) scanner.fail('A label cannot hold a template sequence');
  else scanner.fail('The label is not closed on its line', start, scanner.at);
  return value;
}
