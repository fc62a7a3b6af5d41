/**
 * Methods, routes, integrations, authorizers and validators that the OpenAPI `Body` of an API makes, as resources of
 * their own. May not read OpenAPI, and may not apply defaults; it gives addresses to what the dictionary's reader found.
 */
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { openApiResources } from '../../dictionary/open-api/open-api-resources.ts';
import type { OpenApiResource } from '../../dictionary/open-api/open-api-resource.ts';
import { readOpenApi } from '../../dictionary/open-api/read-open-api.ts';
import type { Resource } from '../../model/resource.ts';
import type { Origin, Value } from '../../model/value.ts';
import { lowerResource } from './lower-resource.ts';
import type { TemplateSession } from './template-session.ts';

/** Of one API, and of all APIs of a template: aliases may share one body. */
const MAX_OPERATIONS = 2000;
const MAX_TEMPLATE_OPERATIONS = 10_000;

const STYLES: ReadonlyMap<string, { readonly style: 'rest' | 'http'; readonly owner: string }> = new Map([
  ['AWS::ApiGateway::RestApi', { style: 'rest', owner: 'RestApiId' }],
  ['AWS::ApiGatewayV2::Api', { style: 'http', owner: 'ApiId' }],
]);

/** Resources of a template in; each followed by those of its body out, addresses unique. Problems go to the session. */
export function lowerApiBodies(resources: readonly Resource[], surroundings: Surroundings): readonly Resource[] {
  const addresses = new Set(resources.map(({ address }) => address));
  let left = MAX_TEMPLATE_OPERATIONS;
  return resources.flatMap((api) => {
    const read = readBody(api, Math.min(MAX_OPERATIONS, left), surroundings.session);
    left = Math.max(0, left - read.length);
    return [api, ...read.map((resource) => bodyResource(unused(api, resource, addresses), resource, surroundings))];
  });
}

function readBody(api: Resource, most: number, session: TemplateSession): readonly OpenApiResource[] {
  const known = STYLES.get(api.kind);
  const body = api.properties.get('Body');
  if (!known || body === undefined) return [];
  const { document, problems } = readOpenApi(body);
  const read = openApiResources(document, known.style, most);
  const { unit, address } = api;
  session.add([...problems, ...read.problems].map((problem) => ({ ...problem, unit, address })));
  return read.resources;
}

interface Surroundings {
  readonly dictionary: Dictionary;
  readonly session: TemplateSession;
}

interface Place {
  readonly api: Resource;
  readonly suffix: string;
}

/** Methods whose names differ in case only are told apart by a number. */
function unused(api: Resource, { label }: OpenApiResource, addresses: Set<string>): Place {
  let suffix = suffixOf(label);
  for (let count = 2; addresses.has(api.address + suffix); count += 1) suffix = `${suffixOf(label)}#${count}`;
  addresses.add(api.address + suffix);
  return { api, suffix };
}

function bodyResource(
  { api, suffix }: Place,
  resource: OpenApiResource,
  { dictionary, session }: Surroundings,
): Resource {
  const location = resource.origin.location ?? api.location;
  const origin: Origin = { from: 'computed', location };
  const refer = (target: string): Value => ({ state: 'reference', target, attribute: 'Ref', origin });
  const entries = new Map(resource.properties).set(STYLES.get(api.kind)?.owner ?? 'ApiId', refer(api.address));
  for (const [name, label] of resource.links) entries.set(name, refer(api.address + suffixOf(label)));
  const evaluated = {
    ...api,
    kind: resource.kind,
    address: api.address + suffix,
    presence: api.presence === 'yes' ? resource.presence : 'unknown',
    location,
  };
  const properties: Value = { state: 'known', type: 'map', entries, origin };
  const lowered = lowerResource(evaluated, properties, dictionary.kinds.get(resource.kind));
  session.add(lowered.problems);
  return { ...lowered.resource, name: api.name + suffix };
}

function suffixOf(label: string): string {
  return `.Body["${label}"]`;
}
