/**
 * Dockerfiles and Containerfiles: one unit per file, one `Dockerfile::Stage` per FROM. Knows no rule; builds nothing.
 */
import type { EvaluatedUnit, Unit } from '../../model/unit.ts';
import type { EvaluationContext, ParserManifest } from '../parser-manifest.ts';
import { claimPath, looksLikeDockerfile } from './claim-path.ts';
import { evaluateDockerfile } from './evaluate-dockerfile.ts';

function evaluateUnit(unit: Unit, context: EvaluationContext): EvaluatedUnit {
  const base = { format: 'dockerfile', path: unit.path, environment: context.environment } as const;
  const nothing = { resources: [], problems: [], externalInputs: [], assumptions: [], unmapped: new Map(), steps: 0 };
  const read = context.reader.read(unit.path);
  if (read.status !== 'text') {
    const miss = { type: 'missing', path: unit.path } as const;
    return { ...base, ...nothing, reads: read.status === 'missing' ? [miss] : [] };
  }
  const { state, resources } = evaluateDockerfile(unit.path, read.text, context.environment, context.limits);
  return {
    ...base,
    resources,
    problems: state.problems,
    externalInputs: state.externalInputs,
    assumptions: [...state.assumptions.values()],
    unmapped: new Map(),
    reads: [{ type: 'file', path: unit.path, mode: read.entry.mode, blob: read.entry.blob }],
    steps: state.budget.spent,
  };
}

export const dockerfileParser: ParserManifest = {
  format: 'dockerfile',
  title: 'Dockerfile',
  claims: claimPath,
  recognizes: (_path, text) => looksLikeDockerfile(text),
  discoverUnits: (paths) => paths.map((path) => ({ format: 'dockerfile', path, files: [path] })),
  evaluateUnit,
};
