/** What the parts of the compiler share: the variables in scope and how to compile a sub-expression. Types only. */
import type { CelNode } from './cel/cel-node.ts';
import type { Compiled } from './cel/frame.ts';

/** Variable names to slots of the frame. */
export type Scope = ReadonlyMap<string, number>;

export type CompileNode = (node: CelNode, scope: Scope) => Compiled;

export type CallNode = Extract<CelNode, { op: 'call' }>;
