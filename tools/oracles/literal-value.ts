/** Turns an expression into the JSON that hcl2json writes for it, where it is made of literals alone. */
import type { Expression, TemplatePart } from '../../src/parsers/terraform/syntax/ast.ts';

/** The value, wrapped because null is one; undefined where the expression is not literal. */
export function literalValue(expression: Expression): { readonly value: unknown } | undefined {
  switch (expression.type) {
    case 'literal':
      return { value: expression.value };
    case 'template':
      return textValue(expression.parts);
    case 'tuple':
      return tupleValue(expression.items);
    case 'object':
      return objectValue(expression.items);
    default:
      return undefined;
  }
}

/** The oracle writes what would be read as a sequence in its escaped form again. */
function textValue(parts: readonly TemplatePart[]): { readonly value: string } | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return { value: '' };
  if (first.type !== 'text' || rest.length > 0) return undefined;
  return { value: first.value.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening) };
}

function tupleValue(items: readonly Expression[]): { readonly value: unknown } | undefined {
  const values: unknown[] = [];
  for (const item of items) {
    const value = literalValue(item);
    if (value === undefined) return undefined;
    values.push(value.value);
  }
  return { value: values };
}

function objectValue(
  items: readonly { readonly key: Expression; readonly value: Expression }[],
): { readonly value: unknown } | undefined {
  const entries: [string, unknown][] = [];
  for (const item of items) {
    const key = literalValue(item.key);
    const value = literalValue(item.value);
    if (key === undefined || value === undefined) return undefined;
    entries.push([String(key.value), value.value]);
  }
  return { value: Object.fromEntries(entries) };
}
