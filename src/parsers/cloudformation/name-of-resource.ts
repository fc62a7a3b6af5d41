/** The physical name a template gives a resource, for people to read. Never part of an identity. */
import type { Value } from '../../model/value.ts';

const NAMES = [
  'Name',
  'GroupName',
  'DBInstanceIdentifier',
  'DBClusterIdentifier',
  'DomainName',
  'Family',
  'ClusterIdentifier',
];

/** The name when it is known and may be shown: `QueueName` of AWS::SQS::Queue, else a property that names others. */
export function nameOfResource(kind: string, properties: ReadonlyMap<string, Value>): string | undefined {
  const own = `${kind.slice(kind.lastIndexOf(':') + 1)}Name`;
  for (const property of [own, ...NAMES]) {
    const value = properties.get(property);
    if (value?.state !== 'known' || value.type !== 'scalar' || value.sensitive) continue;
    if (typeof value.value === 'string' && value.value !== '') return value.value;
  }
  return undefined;
}
