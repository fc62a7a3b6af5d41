/**
 * The state one evaluation starts with.
 */
import type { TreeReader } from '../../model/tree.ts';
import type { Unit } from '../../model/unit.ts';
import type { EvaluationContext } from '../parser-manifest.ts';
import { loadModule } from './configuration/load-module.ts';
import type { ModuleConfiguration } from './configuration/module-configuration.ts';
import { ProblemLog } from './evaluation/problem-log.ts';
import type { Session } from './evaluation/session.ts';
import { stepsToParse } from './evaluation/steps-to-parse.ts';
import { takeSteps } from './evaluation/take-steps.ts';
import { evaluateExpression } from './expressions/evaluate-expression.ts';

type SessionContext = Pick<EvaluationContext, 'limits' | 'environment' | 'supply'>;

/** A session whose modules are loaded once each and report their own Problems. */
export function createSession(unit: Unit, context: SessionContext, reader: TreeReader): Session {
  const { limits, environment, supply } = context;
  const problems = new ProblemLog();
  const loaded = new Map<string, ModuleConfiguration>();
  const session: Session = {
    reader,
    limits,
    environment,
    supply,
    problems,
    unit: unit.path,
    budget: { name: 'unitSteps', limit: limits.unitSteps, spent: 0 },
    rootDirectory: unit.path === '.' ? '' : unit.path,
    evaluate: evaluateExpression,
    loadModule: (directory) => {
      const kept = loaded.get(directory);
      if (kept) return kept;
      const module = loadModule(reader, directory, { maxDepth: limits.nesting, unit: unit.path });
      for (const problem of module.problems) problems.add(problem);
      loaded.set(directory, module);
      for (const { text } of module.files) takeSteps(session, stepsToParse(text));
      return module;
    },
    assumptions: new Map(),
    instances: new Map(),
    moduleScopes: new Map(),
    current: undefined,
    depth: 0,
    failures: 0,
    doubts: 0,
    crowded: new Set(),
    instanceCount: 0,
  };
  return session;
}
