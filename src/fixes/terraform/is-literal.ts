/** Tells values written out from those that come from somewhere else, which no edit in place may decide. */
import type { Expression } from '../../parsers/terraform/syntax/ast.ts';

/** A number, boolean, null or quoted text without interpolation, on one line. */
export function isLiteral(value: Expression, text: string): boolean {
  if (text.slice(value.start, value.end).includes('\n')) return false;
  if (value.type === 'literal') return true;
  return value.type === 'template' && value.heredoc === undefined && value.parts.every(({ type }) => type === 'text');
}
