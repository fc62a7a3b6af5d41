/**
 * Every resource of a template: its condition, its properties, its external inputs. May not decide what a property
 * means; shapes that CloudFormation refuses are Problems and the rest goes on.
 */
import type { Dictionary } from '../../dictionary/dictionary.ts';
import type { DocumentNode } from '../../documents/document-node.ts';
import { entryOf } from '../../documents/entry-of.ts';
import type { ExternalInput } from '../../model/unit.ts';
import type { Resource } from '../../model/resource.ts';
import type { Presence, UnresolvedValue, Value } from '../../model/value.ts';
import { literalText } from './literal-text.ts';
import { lowerResource } from './lower-resource.ts';
import type { TemplateEntry } from './template.ts';
import type { TemplateEvaluator } from './template-evaluator.ts';
import type { TemplateSession } from './template-session.ts';

interface Surroundings {
  readonly evaluator: TemplateEvaluator;
  readonly session: TemplateSession;
  readonly dictionary: Dictionary;
  readonly environment: string;
}

/** Resources in the order of the template, without those whose condition is known to be false, and without defaults. */
export function evaluateResources(surroundings: Surroundings): readonly Resource[] {
  const { evaluator, session } = surroundings;
  const resources: Resource[] = [];
  for (const [address, entry] of evaluator.template.resources) {
    if (resources.length >= session.limits.unitResources) {
      session.reportOnce('budget-exceeded', 'The template has more resources than the limit', entry.key);
      break;
    }
    session.address = address;
    const resource = evaluateResource(address, entry, surroundings);
    if (resource !== undefined) resources.push(resource);
  }
  session.address = '';
  return resources;
}

function evaluateResource(address: string, entry: TemplateEntry, surroundings: Surroundings): Resource | undefined {
  const { evaluator, session } = surroundings;
  if (address.startsWith('Fn::')) return reportLoop(address, entry, surroundings);
  const type = literalText(entryOf(entry.value, 'Type')?.value);
  if (type === undefined) {
    session.report('impossible-value', 'not-evaluated', 'A resource is not a map with a Type', entry.key);
    return undefined;
  }
  const presence = presenceOf(entry, surroundings);
  if (presence === 'no') return undefined;
  const properties = entryOf(entry.value, 'Properties')?.value;
  const value = evaluateProperties(properties, surroundings);
  reportGenerated(type, entry, surroundings);
  const evaluated = {
    kind: type,
    address,
    format: 'cloudformation',
    sourceType: type,
    unit: session.unit,
    environment: surroundings.environment,
    presence,
    location: session.locationOf({ start: entry.key.start, end: endOf(entry) }),
    calledFrom: [],
    movedFrom: [],
    foldedFrom: [],
  } as const;
  const { resource, problems } = lowerResource(evaluated, value, surroundings.dictionary.kinds.get(type));
  session.add(problems);
  const input = externalInput(resource, session);
  if (input !== undefined) session.externalInputs.push(input);
  evaluator.spend(1, entry.key);
  return resource;
}

/** A body under an alias stands elsewhere; the resource then ends with its name. */
function endOf({ key, value }: TemplateEntry): number {
  return value.start >= key.end ? value.end : key.end;
}

function presenceOf(entry: TemplateEntry, { evaluator, session }: Surroundings): Presence | 'no' {
  const node = entryOf(entry.value, 'Condition')?.value;
  if (node === undefined) return 'yes';
  const name = literalText(node);
  if (name === undefined) {
    session.report('impossible-value', 'not-evaluated', 'The condition of a resource is not a name', node);
    return 'unknown';
  }
  const { truth } = evaluator.condition(name, node);
  if (truth === 'unknown') return 'unknown';
  return truth ? 'yes' : 'no';
}

function evaluateProperties(node: DocumentNode | undefined, { evaluator, session }: Surroundings): Value {
  if (node === undefined) return { state: 'absent' };
  const value = evaluator.evaluate(node);
  const usable =
    value.state === 'null' || value.state === 'unresolved' || (value.state === 'known' && value.type === 'map');
  if (usable) return value;
  session.report('impossible-value', 'not-evaluated', 'The properties of a resource are not a map', node);
  return evaluator.unresolved(node, 'invalid-value', 'Properties');
}

/** `Fn::ForEach` makes resources of a pattern; transforms are reported with the others. */
function reportLoop(address: string, entry: TemplateEntry, { session }: Surroundings): undefined {
  if (address === 'Fn::Transform') return;
  const message = 'A function in the place of a resource makes resources that are not evaluated';
  session.report('template-not-evaluated', 'not-evaluated', message, entry.key);
}

/** Types that stand for resources somebody else writes: the serverless transform, and modules of the registry. */
function reportGenerated(type: string, entry: TemplateEntry, { session }: Surroundings): void {
  const serverless = type.startsWith('AWS::Serverless::');
  const module = type.endsWith('::MODULE');
  if (!serverless && !module) return;
  const message = serverless
    ? 'Transform "AWS::Serverless-2016-10-31" makes other resources of this one; they are not evaluated'
    : `Module ${JSON.stringify(type)} makes resources that are not evaluated`;
  session.report('template-not-evaluated', 'not-evaluated', message, entry.key);
  if (!module) return;
  const location = session.locationOf(entry.key);
  session.externalInputs.push({ kind: 'module', source: type, address: session.address, location });
}

/** A nested stack from outside the tree; a relative path is a template of the tree, evaluated as its own unit. */
function externalInput(resource: Resource, session: TemplateSession): ExternalInput | undefined {
  if (resource.kind !== 'AWS::CloudFormation::Stack') return undefined;
  const url = resource.properties.get('TemplateURL');
  if (url === undefined || url.state === 'null' || url.state === 'absent') return undefined;
  const location = url.origin.location ?? resource.location;
  const place = { kind: 'template', address: session.address, location } as const;
  if (url.state === 'unresolved') return { ...place, source: sourceText(url) };
  if (url.state === 'reference') return { ...place, source: `${url.target}.${url.attribute}` };
  if (url.type !== 'scalar' || url.sensitive) return undefined;
  const source = String(url.value);
  if (!/^[A-Za-z][A-Za-z0-9+.-]{0,20}:/.test(source)) return undefined;
  const pin = objectVersion(source);
  return { ...place, source, ...(pin === undefined ? {} : { pin }) };
}

/** What is known of an address, as it is written. */
function sourceText({ pieces, knownPrefix, subject }: UnresolvedValue): string {
  if (pieces === undefined) return knownPrefix ?? subject;
  return pieces.map((piece) => ('text' in piece ? piece.text : `\${${piece.subject}}`)).join('');
}

/** One version of an object of S3 never changes. */
function objectVersion(source: string): string | undefined {
  const isS3 = /^https:\/\/[^/?#]{1,300}\.amazonaws\.com(\.cn)?\//.test(source);
  return isS3 ? /[?&]versionId=([A-Za-z0-9._-]{6,})/.exec(source)?.[1] : undefined;
}
