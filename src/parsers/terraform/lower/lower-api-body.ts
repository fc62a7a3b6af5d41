/**
 * Methods, routes, integrations, authorizers and validators that the OpenAPI body of an API makes, as resources of their
 * own. May not read OpenAPI; it gives addresses to what the dictionary's reader found.
 */
import { openApiResources } from '../../../dictionary/open-api/open-api-resources.ts';
import type { OpenApiResource } from '../../../dictionary/open-api/open-api-resource.ts';
import { readOpenApi } from '../../../dictionary/open-api/read-open-api.ts';
import type { Draft } from './draft.ts';
import { newDraft } from './new-draft.ts';

const STYLES = new Map([
  ['AWS::ApiGateway::RestApi', { style: 'rest', owner: 'RestApiId' }],
  ['AWS::ApiGatewayV2::Api', { style: 'http', owner: 'ApiId' }],
] as const);

/** A finished draft in; the drafts of its body out, none where it has none. Its `Body` becomes structure. */
export function lowerApiBody(draft: Draft): readonly Draft[] {
  const api = STYLES.get(draft.kind as 'AWS::ApiGateway::RestApi');
  const body = draft.properties.get('Body');
  if (!api || body === undefined) return [];
  const { document, problems } = readOpenApi(body);
  for (const problem of problems) draft.problems.push(problem);
  if (document.state === 'known') draft.properties.set('Body', document);
  const read = openApiResources(document, api.style);
  for (const problem of read.problems) draft.problems.push(problem);
  return read.resources.map((resource) => bodyDraft(draft, resource, api.owner));
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
