/**
 * Methods, routes, integrations, authorizers and validators that the OpenAPI body of an API makes, as resources of their
 * own. May not read OpenAPI; it gives addresses to what the dictionary's reader found.
 */
import { openApiResources } from '../../../dictionary/open-api/open-api-resources.ts';
import type { OpenApiResource } from '../../../dictionary/open-api/open-api-resource.ts';
import { readOpenApi } from '../../../dictionary/open-api/read-open-api.ts';
import { problemAt } from '../../../dictionary/problem-at.ts';
import { unresolved } from '../../../dictionary/unresolved.ts';
import type { Value } from '../../../model/value.ts';
import type { Draft } from './draft.ts';
import { newDraft } from './new-draft.ts';

const STYLES = new Map([
  ['AWS::ApiGateway::RestApi', { style: 'rest', owner: 'RestApiId' }],
  ['AWS::ApiGatewayV2::Api', { style: 'http', owner: 'ApiId' }],
] as const);

/** API Gateway allows some hundred resources of an API. */
const MAX_OPERATIONS = 2000;

/** What the bodies of one unit may cost together: many instances may share one. */
interface BodyBudget {
  operations: number;
  characters: number;
}

/**
 * A draft whose companions are folded in; the drafts of its body out, none where it has none. Its `Body` becomes
 * structure. Takes what it costs from the budget; beyond it a body is unresolved.
 */
export function lowerApiBody(draft: Draft, budget: BodyBudget): readonly Draft[] {
  const api = STYLES.get(draft.kind as 'AWS::ApiGateway::RestApi');
  const body = draft.properties.get('Body');
  if (!api || body === undefined) return [];
  if (body.state === 'known' && body.type === 'scalar') budget.characters -= String(body.value).length;
  const most = Math.min(MAX_OPERATIONS, budget.operations);
  const affordable = budget.characters >= 0;
  const { document, problems } = readOpenApi(affordable ? body : beyond(draft, body));
  for (const problem of problems) draft.problems.push(problem);
  if (document.state === 'known') draft.properties.set('Body', document);
  const read = openApiResources(document, api.style, most);
  budget.operations = Math.max(0, budget.operations - read.resources.length);
  for (const problem of read.problems) draft.problems.push(problem);
  return read.resources.map((resource) => bodyDraft(draft, resource, api.owner));
}

function beyond(draft: Draft, body: Value): Value {
  const message = 'The descriptions of the APIs of one unit are longer than is read';
  const origin = body.origin ?? { from: 'computed' };
  draft.problems.push(problemAt(origin, 'budget-exceeded', 'not-evaluated', message));
  return unresolved('budget-exceeded', 'API description', origin);
}

function bodyDraft(owner: Draft, resource: OpenApiResource, ownerProperty: string): Draft {
  const location = resource.origin.location ?? owner.source.location;
  const draft = newDraft({ ...owner.source, location }, resource.kind, suffixOf(resource.label));
  for (const [name, value] of resource.properties) draft.properties.set(name, value);
  const origin = { from: 'computed' as const, location };
  const { address } = owner;
  draft.properties.set(ownerProperty, { state: 'reference', target: address, attribute: 'id', origin });
  for (const [name, label] of resource.links) {
    draft.properties.set(name, { state: 'reference', target: address + suffixOf(label), attribute: 'id', origin });
  }
  const presence = owner.presence === 'yes' ? resource.presence : 'unknown';
  return { ...draft, presence, nameProperty: owner.nameProperty };
}

function suffixOf(label: string): string {
  return `.body["${label}"]`;
}
