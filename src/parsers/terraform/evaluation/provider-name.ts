/**
 * Provider names as they are written in `provider`, `providers` and provider blocks: a traversal, or its text.
 */
import type { Expression } from '../syntax/ast.ts';

/** `aws`, `aws.west`; undefined for anything else. */
export function providerName(expression: Expression | undefined): string | undefined {
  if (expression === undefined) return undefined;
  if (expression.type === 'parentheses') return providerName(expression.expression);
  if (expression.type === 'variable') return expression.name;
  if (expression.type === 'get-attribute' && expression.object.type === 'variable') {
    return `${expression.object.name}.${expression.name}`;
  }
  const [part, ...rest] = expression.type === 'template' ? expression.parts : [];
  if (rest.length > 0) return undefined;
  if (part?.type === 'interpolation') return providerName(part.expression);
  return part?.type === 'text' ? part.value : undefined;
}
