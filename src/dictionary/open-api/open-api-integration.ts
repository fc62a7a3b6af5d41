/** What stands behind an operation: its `x-amazon-apigateway-integration`, references inside the document followed. */
import type { MapValue, Value } from '../../model/value.ts';
import type { ApiStyle } from './open-api-authorization.ts';
import { renameEntries } from './rename-entries.ts';

const EXTENSION = 'x-amazon-apigateway-integration';
/** `#/components/x-amazon-apigateway-integrations/name` has three parts. */
const MAX_POINTER_PARTS = 8;

const REST = {
  type: 'Type',
  uri: 'Uri',
  httpMethod: 'IntegrationHttpMethod',
  credentials: 'Credentials',
  connectionType: 'ConnectionType',
  connectionId: 'ConnectionId',
  integrationTarget: 'IntegrationTarget',
  passthroughBehavior: 'PassthroughBehavior',
  contentHandling: 'ContentHandling',
  timeoutInMillis: 'TimeoutInMillis',
  cacheNamespace: 'CacheNamespace',
  cacheKeyParameters: 'CacheKeyParameters',
  requestParameters: 'RequestParameters',
  requestTemplates: 'RequestTemplates',
} as const;

const HTTP = {
  type: 'IntegrationType',
  subtype: 'IntegrationSubtype',
  uri: 'IntegrationUri',
  httpMethod: 'IntegrationMethod',
  credentials: 'CredentialsArn',
  connectionType: 'ConnectionType',
  connectionId: 'ConnectionId',
  payloadFormatVersion: 'PayloadFormatVersion',
  timeoutInMillis: 'TimeoutInMillis',
  requestParameters: 'RequestParameters',
} as const;

/** The integration of an operation under the dictionary's names; unresolved where it cannot be read, undefined for none. */
export function openApiIntegration(operation: MapValue, document: MapValue, style: ApiStyle): Value | undefined {
  const written = follow(operation.entries.get(EXTENSION), document);
  if (written === undefined || written.state === 'null' || written.state === 'absent') {
    return operation.openEnded && { ...operation.openEnded, mayBeAbsent: true };
  }
  if (written.state !== 'known' || written.type !== 'map') return written.state === 'unresolved' ? written : undefined;
  const entries = renameEntries(written, style === 'rest' ? REST : HTTP);
  for (const name of ['Type', 'IntegrationType']) {
    const type = entries.get(name);
    if (type?.state === 'known' && type.type === 'scalar') {
      entries.set(name, { ...type, value: String(type.value).toUpperCase() });
    }
  }
  return { state: 'known', type: 'map', entries, origin: written.origin };
}

function follow(value: Value | undefined, document: MapValue): Value | undefined {
  const pointer = value?.state === 'known' && value.type === 'map' ? value.entries.get('$ref') : undefined;
  if (pointer?.state !== 'known' || pointer.type !== 'scalar') return value;
  const parts = String(pointer.value).split('/', MAX_POINTER_PARTS + 1);
  if (parts[0] !== '#' || parts.length > MAX_POINTER_PARTS) return unknownReference(pointer);
  let target: Value | undefined = document;
  for (const part of parts.slice(1)) {
    if (target?.state !== 'known' || target.type !== 'map') break;
    target = target.entries.get(part.replaceAll('~1', '/').replaceAll('~0', '~')) ?? target.openEnded;
  }
  return target ?? unknownReference(pointer);
}

function unknownReference({ origin }: Extract<Value, { state: 'known' }>): Value {
  return { state: 'unresolved', reason: 'undeclared-name', subject: '$ref', mayBeAbsent: false, origin };
}
