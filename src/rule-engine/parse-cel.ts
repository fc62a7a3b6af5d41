/**
 * The only importer of cel-js. Parses and type-checks expressions in an environment typed for one resource kind and
 * gives them back as our own plain nodes. Never evaluates: the library's evaluator takes unknown values for false.
 */
import { type ASTNode, Environment, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import type { Dictionary, KindDefinition } from '../dictionary/dictionary.ts';
import type { BinaryOperator, CelNode, CelRefusal } from './cel/cel-node.ts';
import { celTypes } from './cel-types.ts';
import { FUNCTIONS } from './functions/function-table.ts';
import { nodesOf } from './cel/nodes-of.ts';
import { suggestName } from './suggest-name.ts';

/** Static types of the variables of an expression. */
export type Variables = Readonly<Record<string, string>>;

export type CheckedExpression =
  | { readonly ok: true; readonly node: CelNode; readonly type: string }
  | { readonly ok: false; readonly refusal: CelRefusal };

/** Far above what a readable rule needs; deep or long expressions are refused, not evaluated slowly. */
const LIMITS = { maxAstNodes: 4000, maxDepth: 64, maxListElements: 1000, maxMapEntries: 1000, maxCallArguments: 16 };

/** Never called: the library checks with signatures, evaluation is ours. */
const notEvaluated = (): never => {
  throw new Error('cel-js does not evaluate here');
};

export class ParseCel {
  readonly #base: Environment;
  readonly #kinds: ReadonlyMap<string, KindDefinition>;
  readonly #environments = new Map<string, Environment>();
  readonly #fields = new Map<string, readonly string[]>();

  constructor(dictionary: Pick<Dictionary, 'kinds' | 'policyDocument'>) {
    this.#kinds = dictionary.kinds;
    const base = new Environment({ homogeneousAggregateLiterals: false, limits: LIMITS });
    this.#register(base, dictionary.policyDocument);
    for (const fn of FUNCTIONS) {
      if (fn.standard === true) continue;
      base.registerFunction(`${fn.name}(${fn.parameters.join(', ')}): ${fn.returns}`, notEvaluated);
    }
    // `has` of the library does not check the property names inside; its calls are checked as this function, too.
    base.registerFunction(`${HAS}(dyn): bool`, notEvaluated);
    base.registerOperator('int == double', notEvaluated);
    this.#base = base;
  }

  /** Whether the dictionary has a kind. */
  knowsKind(kind: string): boolean {
    return this.#kinds.has(kind);
  }

  /** Every kind of the dictionary. */
  kinds(): readonly string[] {
    return [...this.#kinds.keys()];
  }

  /**
   * Parses and checks one expression over a kind.
   * @returns the checked node and its static type, or what is wrong with offsets into the expression.
   */
  check(expression: string, kind: string, variables: Variables): CheckedExpression {
    const environment = this.#environment(kind).clone();
    for (const [name, type] of Object.entries(variables)) environment.registerVariable(name, type);
    try {
      const parsed = environment.parse(expression);
      const checked = parsed.check();
      if (!checked.valid) return { ok: false, refusal: this.#refuse(checked.error) };
      const strict = environment.parse(withCheckedHas(expression, convert(parsed.ast)));
      const strictly = strict.check();
      if (!strictly.valid) return { ok: false, refusal: this.#refuse(strictly.error) };
      return { ok: true, node: convert(strict.ast), type: typeOf(strict.ast) };
    } catch (error) {
      return { ok: false, refusal: this.#refuse(error) };
    }
  }

  #environment(kind: string): Environment {
    const known = this.#environments.get(kind);
    if (known !== undefined) return known;
    const environment = this.#base.clone();
    const definition = this.#kinds.get(kind);
    if (definition !== undefined) this.#register(environment, definition);
    this.#environments.set(kind, environment);
    return environment;
  }

  #register(environment: Environment, definition: KindDefinition): void {
    for (const { name, fields } of celTypes(definition)) {
      // A class of its own keeps the library from building converters, which need every type beforehand.
      environment.registerType(name, { fields, ctor: class {} });
      this.#fields.set(name, Object.keys(fields));
    }
  }

  #refuse(error: unknown): CelRefusal {
    if (error instanceof Unsupported) return { message: error.message, start: error.start, end: error.end };
    if (!(error instanceof ParseError) && !(error instanceof CelTypeError)) {
      return { message: error instanceof Error ? error.message : 'cannot be read', start: 0, end: 0 };
    }
    const { start, end } = error.range ?? { start: 0, end: 0 };
    return { message: this.#explain(error), start, end };
  }

  /** The library's own words, with the nearest property for a typo. */
  #explain(error: ParseError | CelTypeError): string {
    const node = error.node as ASTNode | undefined;
    if (error.code !== 'no_such_key' || node?.op !== '.') return error.summary.replaceAll(HAS, 'has');
    const [target, name] = node.args;
    const type = typeOf(target);
    const near = suggestName(name, this.#fields.get(type) ?? []);
    return `${type} has no property ${name}${near === undefined ? '' : `; did you mean ${near}?`}`;
  }
}

/** As long as `has`, so that offsets stay the same. */
const HAS = 'HAS';

class Unsupported extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, node: ASTNode) {
    super(message);
    this.start = node.start;
    this.end = node.end;
  }
}

/** The checker leaves the static type on the node; its declarations do not say so. */
function typeOf(node: ASTNode): string {
  const { checkedType } = node as { checkedType?: { readonly name?: string } };
  return checkedType?.name ?? 'dyn';
}

function convert(ast: ASTNode): CelNode {
  const place = { start: ast.start, end: ast.end, type: typeOf(ast) };
  switch (ast.op) {
    case 'value':
      return { ...place, op: 'literal', value: literalOf(ast) };
    case 'id':
      return { ...place, op: 'variable', name: ast.args };
    case '.':
      return { ...place, op: 'select', target: convert(ast.args[0]), field: ast.args[1] };
    case '[]':
      return { ...place, op: 'index', target: convert(ast.args[0]), key: convert(ast.args[1]) };
    case 'call':
      return { ...place, op: 'call', name: ast.args[0] === HAS ? 'has' : ast.args[0], args: ast.args[1].map(convert) };
    case 'rcall':
      return { ...place, op: 'call', name: ast.args[0], target: convert(ast.args[1]), args: ast.args[2].map(convert) };
    case 'list':
      return { ...place, op: 'list', items: ast.args.map(convert) };
    case 'map':
      return { ...place, op: 'map', entries: ast.args.map(([key, value]) => [convert(key), convert(value)]) };
    case '?:': {
      const [condition, yes, no] = ast.args;
      return {
        ...place,
        op: 'conditional',
        condition: convert(condition),
        whenTrue: convert(yes),
        whenFalse: convert(no),
      };
    }
    case '&&':
      return { ...place, op: 'and', left: convert(ast.args[0]), right: convert(ast.args[1]) };
    case '||':
      return { ...place, op: 'or', left: convert(ast.args[0]), right: convert(ast.args[1]) };
    case '!_':
      return { ...place, op: 'not', operand: convert(ast.args) };
    case '-_':
      return { ...place, op: 'negate', operand: convert(ast.args) };
    case '.?':
    case '[?]':
      throw new Unsupported('optional access is not part of rules; reading an absent property is no error', ast);
    default:
      return convertBinary(ast, ast.op, place);
  }
}

function convertBinary(
  ast: ASTNode,
  operator: BinaryOperator,
  place: { readonly start: number; readonly end: number; readonly type: string },
): CelNode {
  const [left, right] = ast.args as [ASTNode, ASTNode];
  return { ...place, op: 'binary', operator, left: convert(left), right: convert(right) };
}

function literalOf(ast: Extract<ASTNode, { op: 'value' }>): string | number | bigint | boolean | null {
  const value: unknown = ast.args;
  if (value === null) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value;
    default:
      throw new Unsupported('bytes and unsigned integers are not part of rules', ast);
  }
}

/** The expression with every `has(` call as a plain function call, so that the checker looks inside. */
function withCheckedHas(expression: string, node: CelNode): string {
  return nodesOf(node).reduce((text, inner) => {
    if (inner.op !== 'call' || inner.name !== 'has' || inner.target !== undefined) return text;
    return text.slice(0, inner.start) + HAS + text.slice(inner.start + HAS.length);
  }, expression);
}
