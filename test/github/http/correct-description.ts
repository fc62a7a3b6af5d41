/**
 * The places where GitHub answers otherwise than its description says, each with its evidence. Anything not listed here
 * is as described. Changes a copy.
 */
import type { Description } from './api-description.ts';
import type { JsonSchema } from './close-schema.ts';

/** Properties that are null although described as never null. */
const NULLABLE: Readonly<Record<string, readonly string[]>> = {
  // The line of an outdated comment: https://docs.github.com/en/graphql/reference/objects#pullrequestreviewcomment
  'pull-request-review-comment': ['line', 'position', 'start_line'],
  'review-comment': ['line', 'position', 'start_line'],
  // The repository of a head whose fork was deleted: https://github.com/github/rest-api-description/issues/1811
  'pull-request.head': ['repo'],
  'pull-request-simple.head': ['repo'],
};

export function correctDescription(description: Description): Description {
  const copy = structuredClone(description);
  for (const [place, names] of Object.entries(NULLABLE)) {
    const [schema = '', ...path] = place.split('.');
    let properties = propertiesOf(copy.schemas[schema]);
    for (const name of path) properties = propertiesOf(properties[name]);
    for (const name of names) properties[name] = { anyOf: [properties[name], { type: 'null' }] };
  }
  // Its example is an installation as anywhere, but its schema wants an account to be user and enterprise at once:
  // https://docs.github.com/en/rest/apps/apps#list-installations-for-the-authenticated-app
  const { responses } = copy.operations['apps/list-installations'] as { responses: Record<string, JsonSchema> };
  responses['200'] = { type: 'array', items: { $ref: '#/schemas/installation' } };
  return copy;
}

function propertiesOf(schema: unknown): Record<string, JsonSchema | { anyOf: unknown[] }> {
  return (schema as { properties: Record<string, JsonSchema> }).properties;
}
