/**
 * `moved` blocks by the address they move to, with the module's own address in front.
 */
import type { Expression } from '../syntax/ast.ts';
import type { SourceBlock } from '../configuration/module-configuration.ts';
import type { Scope } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';

/** New address to old ones. */
export type Moves = ReadonlyMap<string, readonly string[]>;

/** Moves of all scopes. */
export function indexMoves(scopes: readonly Scope[]): Moves {
  const moves = new Map<string, string[]>();
  for (const scope of scopes) {
    if (!takeSteps(scope.session, scope.configuration.moved.length)) break;
    for (const block of scope.configuration.moved) {
      const [from, to] = [endOf(block, 'from'), endOf(block, 'to')];
      if (from === undefined || to === undefined) continue;
      const earlier = moves.get(scope.prefix + to) ?? [];
      earlier.push(scope.prefix + from);
      moves.set(scope.prefix + to, earlier);
    }
  }
  return moves;
}

function endOf(block: SourceBlock, name: string): string | undefined {
  const attribute = block.body.attributes.get(name);
  return attribute && addressOf(attribute.expression);
}

/** `module.a["x"].aws_sqs_queue.q[0]` as an address. */
function addressOf(expression: Expression): string | undefined {
  if (expression.type === 'variable') return expression.name;
  if (expression.type === 'get-attribute') {
    const object = addressOf(expression.object);
    return object === undefined ? undefined : `${object}.${expression.name}`;
  }
  if (expression.type === 'template') {
    const [part] = expression.parts;
    return part?.type === 'text' ? part.value : undefined;
  }
  if (expression.type !== 'index') return undefined;
  const [object, key] = [addressOf(expression.object), keyOf(expression.index)];
  return object === undefined || key === undefined ? undefined : `${object}[${key}]`;
}

function keyOf(expression: Expression): string | undefined {
  if (expression.type === 'literal') return expression.text;
  const [part] = expression.type === 'template' ? expression.parts : [];
  return part?.type === 'text' ? JSON.stringify(part.value) : undefined;
}
