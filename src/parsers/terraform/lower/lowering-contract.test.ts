/** Every table against the dictionary, and one resource of every type: Terraform in, properties out. */
import { describe, expect, it } from 'vitest';
import { coerceValue } from '../../../dictionary/coerce-value.ts';
import type { KindDefinition, PropertyType } from '../../../dictionary/dictionary.ts';
import { propertyType } from '../../../dictionary/property-type.ts';
import { reference } from '../../../dictionary/testing-values.ts';
import { accountExamples } from './examples/account-examples.ts';
import { apiExamples } from './examples/api-examples.ts';
import { apiGatewayExamples } from './examples/api-gateway-examples.ts';
import { applicationExamples } from './examples/application-examples.ts';
import { brokerExamples } from './examples/broker-examples.ts';
import { cacheExamples } from './examples/cache-examples.ts';
import { cloudfrontExamples } from './examples/cloudfront-examples.ts';
import { clusterExamples } from './examples/cluster-examples.ts';
import { computeExamples } from './examples/compute-examples.ts';
import { containerExamples } from './examples/container-examples.ts';
import { dataExamples } from './examples/data-examples.ts';
import { databaseExamples } from './examples/database-examples.ts';
import { deliveryExamples } from './examples/delivery-examples.ts';
import { detectionExamples } from './examples/detection-examples.ts';
import { dnsExamples } from './examples/dns-examples.ts';
import { extensionExamples } from './examples/extension-examples.ts';
import { fileSystemExamples } from './examples/file-system-examples.ts';
import { firewallExamples } from './examples/firewall-examples.ts';
import { functionExamples } from './examples/function-examples.ts';
import { identityExamples } from './examples/identity-examples.ts';
import { instanceExamples } from './examples/instance-examples.ts';
import { lakeExamples } from './examples/lake-examples.ts';
import { loadBalancerExamples } from './examples/load-balancer-examples.ts';
import { machineLearningExamples } from './examples/machine-learning-examples.ts';
import { mailExamples } from './examples/mail-examples.ts';
import { messagingExamples } from './examples/messaging-examples.ts';
import { monitoringExamples } from './examples/monitoring-examples.ts';
import { networkConnectionExamples } from './examples/network-connection-examples.ts';
import { networkEdgeExamples } from './examples/network-edge-examples.ts';
import { networkExamples } from './examples/network-examples.ts';
import { operationsExamples } from './examples/operations-examples.ts';
import { packageExamples } from './examples/package-examples.ts';
import { serviceMeshExamples } from './examples/service-mesh-examples.ts';
import { storageExamples } from './examples/storage-examples.ts';
import { storeExamples } from './examples/store-examples.ts';
import { streamExamples } from './examples/stream-examples.ts';
import { vpcExamples } from './examples/vpc-examples.ts';
import { warehouseExamples } from './examples/warehouse-examples.ts';
import { SERVICE_TABLES } from './service-tables.ts';
import { dictionary, lower, terraform, written } from './testing-resources.ts';
import { typeAtPath } from './type-at-path.ts';
import type { Fields } from './type-table.ts';

const LOWERING_EXAMPLES = [
  ...accountExamples,
  ...apiExamples,
  ...apiGatewayExamples,
  ...applicationExamples,
  ...brokerExamples,
  ...cacheExamples,
  ...cloudfrontExamples,
  ...clusterExamples,
  ...computeExamples,
  ...containerExamples,
  ...dataExamples,
  ...databaseExamples,
  ...deliveryExamples,
  ...detectionExamples,
  ...dnsExamples,
  ...extensionExamples,
  ...fileSystemExamples,
  ...firewallExamples,
  ...functionExamples,
  ...identityExamples,
  ...instanceExamples,
  ...lakeExamples,
  ...loadBalancerExamples,
  ...machineLearningExamples,
  ...mailExamples,
  ...messagingExamples,
  ...monitoringExamples,
  ...networkConnectionExamples,
  ...networkEdgeExamples,
  ...networkExamples,
  ...operationsExamples,
  ...packageExamples,
  ...serviceMeshExamples,
  ...storageExamples,
  ...storeExamples,
  ...streamExamples,
  ...vpcExamples,
  ...warehouseExamples,
];

const kindOf = (name: string): KindDefinition => dictionary.kinds.get(name) as KindDefinition;
const types = SERVICE_TABLES.flatMap((service) => service.types);
const companions = SERVICE_TABLES.flatMap((service) => service.companions ?? []);

/** Paths of a table that the dictionary does not have. */
function missingPaths(fields: Fields, kind: KindDefinition, object?: string): string[] {
  return Object.entries(fields).flatMap(([attribute, target]) => {
    if (target === null) return [];
    const { path, fields: inner = {} } = typeof target === 'string' ? { path: target } : target;
    if (path === '') return missingPaths(inner, kind, object);
    const type = typeAtPath(path, object === undefined ? { kind } : { kind, object });
    if (type === undefined) return [`${kind.kind} ${attribute}: ${path}`];
    const name = objectName(type);
    if (Object.keys(inner).length === 0) return [];
    return name === undefined ? [`${kind.kind} ${attribute}: ${path} has no fields`] : missingPaths(inner, kind, name);
  });
}

function objectName(type: PropertyType): string | undefined {
  if (type.type === 'list') return objectName(type.items);
  return type.type === 'object' ? type.name : undefined;
}

describe('the tables of lowering', () => {
  it('name kinds and properties of the dictionary', () => {
    expect(types.filter(({ kind }) => !dictionary.kinds.has(kind)).map(({ type }) => type)).toEqual([]);
    expect(types.flatMap(({ kind, fields }) => missingPaths(fields, kindOf(kind)))).toEqual([]);
    for (const { variants = [], inlineResources = [] } of types) {
      for (const { kind } of variants) expect(dictionary.kinds.has(kind), kind).toBe(true);
      for (const { kind, owner, fixed = {}, fields } of inlineResources) {
        const names = [owner, ...Object.keys(fixed)];
        expect(names.filter((name) => propertyType(kindOf(kind), name) === undefined)).toEqual([]);
        expect(missingPaths(fields, kindOf(kind))).toEqual([]);
      }
    }
    const policies = types.flatMap(({ inlinePolicy }) => (inlinePolicy ? [inlinePolicy] : []));
    for (const { kind, attachedBy, document } of policies) {
      expect(propertyType(kindOf(kind), attachedBy)).toBeDefined();
      expect(propertyType(kindOf(kind), document)).toEqual({ type: 'policy-document' });
    }
  });

  it('name properties of what companions configure', () => {
    const missing = companions.flatMap(({ type, target, into, fields, append = {}, ensure = [] }) =>
      target.flatMap((targetType) => {
        const kind = kindOf(types.find((table) => table.type === targetType)?.kind ?? '');
        for (const paths of Object.values(append)) {
          expect(paths.some((path) => typeAtPath(path, { kind })?.type === 'list')).toBe(true);
        }
        if (into === undefined) {
          return [...missingPaths(fields, kind), ...ensure.filter((path) => !propertyType(kind, path))];
        }
        const property = typeAtPath(into, { kind });
        const object = property && objectName(property);
        return object === undefined ? [`${type}: ${into}`] : missingPaths(fields, kind, object);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('have every type once, and an example of each', () => {
    const all = [...types, ...companions].map(({ type }) => type);
    expect(new Set(all).size).toBe(all.length);
    const shown = new Set(LOWERING_EXAMPLES.map(({ type }) => type));
    expect(all.filter((type) => !shown.has(type))).toEqual([]);
  });

  it.each(LOWERING_EXAMPLES.map((example) => [example.type, example] as const))('lower %s', (type, example) => {
    const companion = companions.find((table) => table.type === type);
    const target = companion?.target[0];
    const resource = terraform(`${type}.x`, example.terraform);
    const { resources, problems, unmapped } = target
      ? lower(
          terraform(`${target}.t`, example.target ?? {}),
          terraform(`${type}.x`, {
            [companion?.match[0]?.[0] ?? '']: reference(`${target}.t`, 'id'),
            ...example.terraform,
          }),
        )
      : lower(resource);
    const more = example.more ?? [];
    expect([problems, [...unmapped], resources.length]).toEqual([[], [], 1 + more.length]);
    const [lowered, ...inline] = resources;
    expect(lowered?.kind).toBe(example.kind);
    expect(written(lowered)).toEqual(example.properties);
    expect(inline.map((own) => [own.kind, own.address.slice(`${type}.x`.length), written(own)])).toEqual(more);
    for (const { kind, properties } of resources) expect(unknownNames(kind, properties)).toEqual([]);
  });
});

/** Names of properties, nested ones counted, that the dictionary does not have. */
function unknownNames(kindName: string, properties: ReadonlyMap<string, Parameters<typeof coerceValue>[0]>): string[] {
  const kind = kindOf(kindName);
  return [...properties].flatMap(([name, value]) => {
    const type = propertyType(kind, name);
    return type && coerceValue(value, type, kind).unknownProperties === 0 ? [] : [name];
  });
}
