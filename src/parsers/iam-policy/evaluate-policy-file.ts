/**
 * The text of one policy file to policy documents as resources. Reads nothing itself and never throws on input.
 */
import { normalizePolicyDocument } from '../../dictionary/normalize-policy-document.ts';
import type { ParsedDocument } from '../../documents/document-node.ts';
import { LineIndex } from '../../documents/line-index.ts';
import { parseJsonDocument } from '../../documents/parse-json-document.ts';
import type { BudgetLimits } from '../../model/budget.ts';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { Resource } from '../../model/resource.ts';
import { type FoundPolicy, findPolicies } from './find-policies.ts';
import { type Source, toValue } from './to-value.ts';

/** One broken bracket makes many errors; the first few say where. */
const MOST_ERRORS = 5;

/** Nesting the engine's own recursion is safe with, whatever the configuration allows. */
const DEEPEST = 500;

export interface EvaluatedPolicyFile {
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
  readonly steps: number;
}

/** What `JSON.parse` refuses and the tolerant reader let pass is still no JSON to AWS. */
function refusedByJson(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

function documentProblems(parsed: ParsedDocument, text: string, source: Source): readonly Problem[] {
  const at = (start: number, end: number): Pick<Problem, 'location' | 'unit'> => ({
    location: { path: source.path, range: source.lines.rangeOf(start, end) },
    unit: source.path,
  });
  const errors = parsed.errors.slice(0, MOST_ERRORS).map(({ kind, message, start, end }): Problem => {
    const code: ProblemCode = kind === 'budget' ? 'budget-exceeded' : 'syntax-error';
    return { code, effect: 'not-evaluated', message, ...at(start, Math.min(end, text.length)) };
  });
  const issues = parsed.issues.map(
    ({ code, message, start, end }): Problem => ({ code, effect: 'ambiguous', message, ...at(start, end) }),
  );
  if (errors.length === 0 && refusedByJson(text)) {
    const message = 'The text is not JSON to a strict reader';
    return [{ code: 'syntax-error', effect: 'not-evaluated', message, ...at(0, Math.min(1, text.length)) }, ...issues];
  }
  return [...errors, ...issues];
}

function toResource(
  found: FoundPolicy,
  source: Source,
  environment: string,
): { readonly resource: Resource; readonly problems: readonly Problem[] } {
  const { path } = source;
  const { value, problems } = normalizePolicyDocument(toValue(found.node, source));
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const resource: Resource = {
    kind: 'IAM::PolicyDocument',
    address: found.address,
    name: fileName.replace(/\.json$/i, ''),
    format: 'iam-policy',
    sourceType: 'policy document',
    unit: path,
    environment,
    presence: 'yes',
    properties: new Map([['PolicyDocument', value]]),
    location: { path, range: source.lines.rangeOf(found.node.start, found.node.end) },
    calledFrom: [],
    movedFrom: [],
    foldedFrom: [],
  };
  return { resource, problems: problems.map((problem) => ({ ...problem, unit: path, address: found.address })) };
}

/** Text of one policy file in; its documents, and what is broken or ambiguous in it, out. */
export function evaluatePolicyFile(
  path: string,
  text: string,
  environment: string,
  limits: BudgetLimits,
): EvaluatedPolicyFile {
  const source = { path, lines: new LineIndex(text) };
  const maxDepth = Math.min(limits.nesting, DEEPEST);
  const parsed = parseJsonDocument(text, { maxDepth, maxNodes: limits.unitSteps, maxAliases: 0 });
  const found = parsed.roots.slice(0, 1).flatMap((root) => findPolicies(root));
  const evaluated = found.map((policy) => toResource(policy, source, environment));
  return {
    resources: evaluated.map(({ resource }) => resource),
    problems: [...documentProblems(parsed, text, source), ...evaluated.flatMap(({ problems }) => problems)],
    steps: 1 + (text.length >> 4),
  };
}
