/**
 * A type expression to a type. What it does not know is `any`: a type never makes a value wrong by being odd.
 */
import type { Value } from '../../../model/value.ts';
import type { CallExpression, Expression, ObjectExpression } from '../syntax/ast.ts';
import type { ObjectAttribute, TypeConstraint } from './type-constraint.ts';

/** The type; `evaluate` is for defaults of optional attributes. Nesting is bounded by the parser. */
export function parseType(expression: Expression, evaluate: (expression: Expression) => Value): TypeConstraint {
  switch (expression.type) {
    case 'variable':
      return simpleType(expression.name);
    case 'template': {
      const [part] = expression.parts;
      return simpleType(part?.type === 'text' ? part.value : '');
    }
    case 'call':
      return collectionType(expression, evaluate);
    case 'parentheses':
      return parseType(expression.expression, evaluate);
    default:
      return { kind: 'any' };
  }
}

function simpleType(name: string): TypeConstraint {
  if (name === 'string' || name === 'number' || name === 'bool') return { kind: name };
  if (name === 'list' || name === 'map') return { kind: name, element: { kind: 'any' } };
  return { kind: 'any' };
}

function collectionType(call: CallExpression, evaluate: (expression: Expression) => Value): TypeConstraint {
  const [argument] = call.arguments;
  if (!argument) return { kind: 'any' };
  if (call.name === 'list' || call.name === 'set' || call.name === 'map') {
    return { kind: call.name, element: parseType(argument, evaluate) };
  }
  if (call.name === 'tuple' && argument.type === 'tuple') {
    return { kind: 'tuple', elements: argument.items.map((item) => parseType(item, evaluate)) };
  }
  if (call.name === 'object' && argument.type === 'object') {
    return { kind: 'object', attributes: objectAttributes(argument, evaluate) };
  }
  return { kind: 'any' };
}

function objectAttributes(
  object: ObjectExpression,
  evaluate: (expression: Expression) => Value,
): ReadonlyMap<string, ObjectAttribute> {
  const attributes = new Map<string, ObjectAttribute>();
  for (const { key, value } of object.items) {
    const [part] = key.type === 'template' ? key.parts : [];
    if (part?.type !== 'text') continue;
    const isOptional = value.type === 'call' && value.name === 'optional';
    const [inner, fallback] = isOptional ? value.arguments : [value];
    attributes.set(part.value, {
      type: inner ? parseType(inner, evaluate) : { kind: 'any' },
      optional: isOptional,
      ...(fallback ? { fallback: evaluate(fallback) } : {}),
    });
  }
  return attributes;
}
