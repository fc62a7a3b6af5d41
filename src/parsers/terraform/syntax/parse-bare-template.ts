/** A template without quotes or marker: what a string of `*.tf.json` holds. */
import type { TemplatePart } from './ast.ts';
import { buildTemplateParts } from './build-template-parts.ts';
import type { Grammar } from './grammar.ts';
import { parseTemplateSequence } from './parse-template-sequence.ts';
import { readLineText } from './read-line-text.ts';
import { TemplateItems } from './template-items.ts';

/** Reads the whole text of the scanner as one template; errors are in the scanner. */
export function parseBareTemplate(grammar: Grammar): readonly TemplatePart[] {
  const scanner = grammar.scanner;
  const items = new TemplateItems();
  while (scanner.at < scanner.end && !scanner.failed) {
    const start = scanner.at;
    const value = readLineText(scanner);
    if (scanner.at > start) items.addText(value, start, scanner.at);
    else parseTemplateSequence(grammar, items);
  }
  return scanner.failed ? [] : buildTemplateParts(scanner, items.list);
}
