/** Ties the parts of the expression grammar together over one scanner. Adds nothing of its own. */
import type { Expression } from './ast.ts';
import type { Grammar } from './grammar.ts';
import { parseHeredoc } from './parse-heredoc.ts';
import { parseOperators } from './parse-operators.ts';
import { parseQuotedTemplate } from './parse-quoted-template.ts';
import type { Scanner } from './scanner.ts';

export class HclGrammar implements Grammar {
  readonly scanner: Scanner;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  expression(): Expression {
    return parseOperators(this);
  }

  quotedTemplate(): Expression {
    return parseQuotedTemplate(this);
  }

  heredoc(): Expression | undefined {
    return parseHeredoc(this);
  }
}
