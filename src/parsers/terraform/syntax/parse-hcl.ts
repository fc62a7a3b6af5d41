/**
 * Entry to HCL native syntax (`*.tf`, `*.tofu`, `*.tfvars`), after
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md. Reads text into a tree with positions and evaluates
 * nothing.
 */
import type { ParsedFile } from './ast.ts';
import { HclGrammar } from './hcl-grammar.ts';
import { type BodyRules, parseBody } from './parse-body.ts';
import { Scanner } from './scanner.ts';

/**
 * Parses one file. Never throws: syntax errors are in `errors`, in source order, and everything that could be read
 * is in `body`.
 *
 * Reading is tried without assumptions first. Only where braces turn out not to balance is it done again with the
 * rule that a header at column 0 closes whatever is open, because valid files may be indented in any way.
 *
 * @param text may start with a BOM; offsets count from behind it
 * @param options `maxDepth` bounds nesting of blocks, expressions and templates; deeper parts are errors
 */
export function parseHcl(text: string, options: { maxDepth: number }): ParsedFile {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const strict: BodyRules = { unwinds: false, unbalanced: false };
  const first = parseSource(source, options.maxDepth, strict);
  return strict.unbalanced ? parseSource(source, options.maxDepth, { unwinds: true, unbalanced: false }) : first;
}

function parseSource(source: string, maxDepth: number, rules: BodyRules): ParsedFile {
  const scanner = new Scanner(source, maxDepth);
  const body = parseBody(new HclGrammar(scanner), rules);
  return { body, errors: scanner.errors.sort((one, other) => one.start - other.start) };
}
