/**
 * One template file to resources: read, take apart, evaluate, lower, fold, defaults. The order of these steps is the
 * whole of this file; none of them throws on input.
 */
import { applyDefaults } from '../../dictionary/apply-defaults.ts';
import { foldPrefixLists } from '../../dictionary/fold-prefix-lists.ts';
import type { Resource } from '../../model/resource.ts';
import type { ReadResult, TreeRead } from '../../model/tree.ts';
import type { EvaluatedUnit, Unit } from '../../model/unit.ts';
import type { EvaluationContext } from '../parser-manifest.ts';
import { evaluateResources } from './evaluate-resources.ts';
import { foldSecurityGroupRules } from './fold-security-group-rules.ts';
import { lowerApiBodies } from './lower-api-bodies.ts';
import { readTemplate } from './read-template.ts';
import { reportTransforms } from './report-transforms.ts';
import { TemplateEvaluator } from './template-evaluator.ts';
import { TemplateSession } from './template-session.ts';

/** The unit evaluated in one environment. A file that is no template gives an empty unit. */
export function evaluateTemplate(unit: Unit, context: EvaluationContext): EvaluatedUnit {
  const read = context.reader.read(unit.path);
  const text = read.status === 'text' ? read.text : '';
  const session = new TemplateSession(unit.path, text, context.limits);
  const resources = resourcesOf(text, session, context);
  return {
    format: 'cloudformation',
    path: unit.path,
    environment: context.environment,
    resources,
    problems: session.problems,
    externalInputs: session.externalInputs,
    assumptions: [...session.assumptions.values()],
    unmapped: unmappedOf(resources, context),
    reads: [readOf(unit.path, read)],
    steps: session.budget.spent,
  };
}

function resourcesOf(text: string, session: TemplateSession, context: EvaluationContext): readonly Resource[] {
  const template = readTemplate(text, session);
  if (template === undefined) return [];
  const { dictionary, environment } = context;
  reportTransforms(template, session);
  const evaluator = new TemplateEvaluator(template, session);
  const resources = evaluateResources({ evaluator, session, dictionary, environment });
  const folded = foldPrefixLists(foldSecurityGroupRules(resources));
  return lowerApiBodies(folded, { dictionary, session }).map((resource) => ({
    ...resource,
    properties: applyDefaults(resource, 'cloudformation', dictionary),
  }));
}

function unmappedOf(resources: readonly Resource[], { dictionary }: EvaluationContext): ReadonlyMap<string, number> {
  const unmapped = new Map<string, number>();
  for (const { kind } of resources) {
    if (!dictionary.kinds.has(kind)) unmapped.set(kind, (unmapped.get(kind) ?? 0) + 1);
  }
  return unmapped;
}

function readOf(path: string, read: ReadResult): TreeRead {
  if (read.status !== 'text') return { type: 'missing', path };
  return { type: 'file', path, mode: read.entry.mode, blob: read.entry.blob };
}
