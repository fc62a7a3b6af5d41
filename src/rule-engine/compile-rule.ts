/**
 * Checks every expression, property name and placeholder of a rule against its kinds and compiles it. What is wrong
 * is reported with its place in the rule file; nothing is left to fail during evaluation that can be seen here.
 */
import type { CelNode } from './cel/cel-node.ts';
import type { Compiled } from './cel/frame.ts';
import { nodesOf } from './cel/nodes-of.ts';
import { compileExpression } from './compile-expression.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { describeRule } from './describe-rule.ts';
import type { ParseCel, Variables } from './parse-cel.ts';
import { type MessagePart, parseMessage } from './parse-message.ts';
import { parsePropertyPath } from './parse-property-path.ts';
import type { RuleFile } from './parse-rule-file.ts';
import type { PropertyPath } from './property-path.ts';
import type { RuleFileError } from './rule-file-error.ts';
import { suggestName } from './suggest-name.ts';
import { UnsupportedExpression } from './unsupported-expression.ts';

export type CompilationResult =
  | { readonly ok: true; readonly rule: CompiledRule }
  | { readonly ok: false; readonly errors: readonly RuleFileError[] };

/** Slots of the frame: `resource`, and `item` where the rule has `each`. */
const SLOTS = ['resource', 'item'];

/** A read rule file and the checker of a dictionary in; the compiled rule or everything that is wrong with it out. */
export function compileRule(file: RuleFile, cel: ParseCel): CompilationResult {
  const compiler = new RuleCompiler(file, cel);
  const rule = compiler.compile();
  return compiler.errors.length > 0 ? { ok: false, errors: compiler.errors } : { ok: true, rule };
}

class RuleCompiler {
  readonly errors: RuleFileError[] = [];
  readonly #file: RuleFile;
  readonly #cel: ParseCel;
  readonly #kinds: readonly string[];
  readonly #untyped = new Set<string>();
  /** Type of `item` for each kind; `dyn` where `each` is refused. */
  readonly #itemTypes = new Map<string, string>();

  constructor(file: RuleFile, cel: ParseCel) {
    this.#file = file;
    this.#cel = cel;
    this.#kinds = describeRule(file.definition).kinds;
  }

  compile(): CompiledRule {
    const { definition } = this.#file;
    for (const kind of this.#kinds) if (!this.#cel.knowsKind(kind)) this.#refuseKind(kind);
    const kinds = this.#kinds.filter((kind) => this.#cel.knowsKind(kind));
    const applies = this.#expression('applies_when', kinds, 'bool', false);
    const each = this.#expression('each', kinds, 'list', false);
    const fails = this.#expression('fail_when', kinds, 'bool', each !== undefined);
    for (const name of definition.discriminator ?? []) this.#checkDiscriminator(name, kinds);
    return {
      definition,
      description: describeRule(definition),
      kinds,
      applies,
      each,
      fails,
      pointsAt: this.#pointsAt(kinds),
      evidence: this.#evidence(kinds),
      message: this.#message(kinds),
      untyped: [...this.#untyped].sort(),
    };
  }

  #refuseKind(kind: string): void {
    const near = suggestName(kind, this.#cel.kinds());
    this.#fail('resource', `there is no kind ${kind}${near === undefined ? '' : `; did you mean ${near}?`}`);
  }

  #fail(key: string, message: string, offset = 0): void {
    this.errors.push({ file: this.#file.path, ...this.#file.place(key, offset), message });
  }

  #expression(
    key: 'applies_when' | 'each' | 'fail_when',
    kinds: readonly string[],
    wanted: 'bool' | 'list',
    hasItem: boolean,
  ): Compiled | undefined {
    const text = this.#file.definition[key];
    if (text === undefined) return undefined;
    const errorsBefore = this.errors.length;
    let compiled: Compiled | undefined;
    for (const kind of kinds) {
      const variables: Variables = {
        resource: kind,
        ...(hasItem ? { item: this.#itemTypes.get(kind) ?? 'dyn' } : {}),
      };
      const checked = this.#cel.check(text, kind, variables);
      if (!checked.ok) this.#fail(key, `${key}: ${checked.refusal.message}`, checked.refusal.start);
      else if (!isWanted(checked.type, wanted)) this.#fail(key, `${key} is ${checked.type}, not a ${wanted}`);
      else {
        if (key === 'each') this.#itemTypes.set(kind, elementType(checked.type));
        compiled ??= this.#compileNode(key, checked.node, hasItem);
        this.#noteUntyped(checked.node, text);
      }
      if (this.errors.length > errorsBefore) return undefined;
    }
    return compiled;
  }

  #noteUntyped(node: CelNode, text: string): void {
    for (const { op, type, start, end } of nodesOf(node)) {
      if (type === 'dyn' && (op === 'select' || op === 'index')) this.#untyped.add(text.slice(start, end));
    }
  }

  #compileNode(key: string, node: CelNode, hasItem: boolean): Compiled | undefined {
    try {
      return compileExpression(node, hasItem ? SLOTS : SLOTS.slice(0, 1));
    } catch (error) {
      if (!(error instanceof UnsupportedExpression)) throw error;
      this.#fail(key, `${key}: ${error.message}`, error.start);
      return undefined;
    }
  }

  #checkDiscriminator(name: string, kinds: readonly string[]): void {
    if (name === 'item') return;
    const path = parsePropertyPath(name);
    if (path === undefined) this.#fail('discriminator', `discriminator: ${name} is no property`);
    else this.#checkPath('discriminator', { root: 'item', names: path.names }, kinds);
  }

  #pointsAt(kinds: readonly string[]): readonly PropertyPath[] {
    return [this.#file.definition.points_at ?? []].flat().flatMap((text) => {
      const path = parsePropertyPath(text);
      if (path === undefined) this.#fail('points_at', `points_at: ${text} is no property`);
      else this.#checkPath('points_at', path, kinds);
      return path === undefined ? [] : [path];
    });
  }

  #evidence(kinds: readonly string[]): readonly PropertyPath[] {
    return (this.#file.definition.evidence ?? []).flatMap((text) => {
      const path = parsePropertyPath(text);
      if (path === undefined) this.#fail('evidence', `evidence: ${text} is no property`);
      else this.#checkPath('evidence', path, kinds);
      return path === undefined ? [] : [path];
    });
  }

  #message(kinds: readonly string[]): readonly MessagePart[] {
    const parsed = parseMessage(this.#file.definition.message);
    if (!parsed.ok) {
      this.#fail('message', `message: ${parsed.message}`, parsed.offset);
      return [];
    }
    for (const part of parsed.parts) {
      if (part.type === 'property') this.#checkPath('message', part.path, kinds);
      if (part.type === 'ports') for (const path of [part.from, part.to]) this.#checkPath('message', path, kinds);
    }
    return parsed.parts;
  }

  /** Property paths outside of expressions are checked as the expression they stand for. */
  #checkPath(key: string, path: PropertyPath, kinds: readonly string[]): void {
    if (path.root === 'item' && this.#file.definition.each === undefined) {
      this.#fail(key, `${key}: item needs each`);
      return;
    }
    const text = [path.root, ...path.names].join('.');
    for (const kind of kinds) {
      const variables = { resource: kind, item: this.#itemTypes.get(kind) ?? 'dyn' };
      const checked = this.#cel.check(text, kind, variables);
      if (!checked.ok) {
        this.#fail(key, `${key}: ${checked.refusal.message}`);
        return;
      }
    }
  }
}

function isWanted(type: string, wanted: 'bool' | 'list'): boolean {
  return type === wanted || type === 'dyn' || (wanted === 'list' && type.startsWith('list<'));
}

function elementType(list: string): string {
  return list.startsWith('list<') ? list.slice('list<'.length, -1) : 'dyn';
}
