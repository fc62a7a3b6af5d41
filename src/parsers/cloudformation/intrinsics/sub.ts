/**
 * `Fn::Sub`: a text with `${Name}`, `${Resource.Attribute}` and `${!literal}`, optionally with a map of its own
 * variables. Scanned once from left to right.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
import type { DocumentNode } from '../../../documents/document-node.ts';
import type { Value } from '../../../model/value.ts';
import { argumentList } from '../argument-list.ts';
import { concatenate } from '../concatenate.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { literalText } from '../literal-text.ts';
import { resolveAttribute } from '../resolve-attribute.ts';
import { resolveName } from '../resolve-name.ts';

const NAME = /^[A-Za-z0-9_.:-]+$/;

type Variables = ReadonlyMap<string, DocumentNode>;

export function sub(evaluator: Evaluator, call: IntrinsicCall): Value {
  const [template, map] = call.argument.type === 'scalar' ? [call.argument] : (argumentList(call, 2) ?? []);
  const text = literalText(template);
  const variables = variablesOf(map);
  if (text === undefined || variables === undefined) {
    return evaluator.invalid(call, 'Fn::Sub takes a text, or a text and a map of variables');
  }
  const pieces: Value[] = [];
  const values = new Map<string, Value>();
  for (const piece of piecesOf(text)) {
    if (!evaluator.spend(1, call.node)) return evaluator.unresolved(call.node, 'budget-exceeded', 'Fn::Sub');
    if ('literal' in piece) pieces.push(literal(piece.literal, evaluator, call));
    else if (!NAME.test(piece.name)) return evaluator.invalid(call, 'Fn::Sub holds a variable that is not a name');
    else pieces.push(variable(piece.name, { evaluator, call, variables, values }));
  }
  return concatenate(evaluator, call, pieces);
}

function variablesOf(map: DocumentNode | undefined): Variables | undefined {
  if (map === undefined) return new Map();
  if (map.type !== 'map' || map.tag !== undefined) return undefined;
  return new Map(map.entries.map((entry) => [entry.key.text, entry.value]));
}

interface Substitution {
  readonly evaluator: Evaluator;
  readonly call: IntrinsicCall;
  readonly variables: Variables;
  /** Each variable is evaluated once, however often it is used. */
  readonly values: Map<string, Value>;
}

function variable(name: string, substitution: Substitution): Value {
  const { evaluator, call, variables, values } = substitution;
  const known = values.get(name);
  if (known !== undefined) return known;
  const value = evaluateVariable(name, variables.get(name), evaluator, call);
  values.set(name, value);
  return value;
}

function evaluateVariable(
  name: string,
  own: DocumentNode | undefined,
  evaluator: Evaluator,
  call: IntrinsicCall,
): Value {
  if (own !== undefined) return evaluator.evaluate(own);
  const dot = name.indexOf('.');
  if (dot <= 0) return resolveName(evaluator, name, call.node);
  return resolveAttribute(evaluator, [name.slice(0, dot), name.slice(dot + 1)], call.node);
}

function literal(text: string, evaluator: Evaluator, call: IntrinsicCall): Value {
  return { state: 'known', type: 'scalar', value: text, origin: evaluator.originOf(call.node) };
}

/** An opened variable that never closes is literal text. */
function piecesOf(text: string): ({ readonly literal: string } | { readonly name: string })[] {
  const pieces: ({ literal: string } | { name: string })[] = [];
  let plain = '';
  let at = 0;
  for (let open = text.indexOf('${'); open !== -1; open = text.indexOf('${', at)) {
    const close = text.indexOf('}', open);
    if (close === -1) break;
    plain += text.slice(at, open);
    const name = text.slice(open + 2, close).trim();
    at = close + 1;
    if (name.startsWith('!')) {
      plain += `\${${text
        .slice(open + 2, close)
        .trimStart()
        .slice(1)}}`;
      continue;
    }
    if (plain !== '') pieces.push({ literal: plain });
    plain = '';
    pieces.push({ name });
  }
  plain += text.slice(at);
  if (plain !== '' || pieces.length === 0) pieces.push({ literal: plain });
  return pieces;
}
