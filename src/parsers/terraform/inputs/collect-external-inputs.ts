/**
 * What a deployment fetches or runs from outside the tree: modules, providers, state backends, programs.
 */
import type { ExternalInput } from '../../../model/unit.ts';
import { encodeJson } from '../values/encode-json.ts';
import { toText } from '../values/to-text.ts';
import { locationOf } from '../configuration/location-of.ts';
import type { SourceAttribute, SourceBlock } from '../configuration/module-configuration.ts';
import type { Env, Scope } from '../evaluation/session.ts';
import { pinOf } from './pin-of.ts';

const SOURCE_LENGTH = 300;

/** Inputs of one scope's own files; those of nested modules come from their scopes. */
export function collectExternalInputs(scope: Scope): ExternalInput[] {
  const { configuration } = scope;
  return [
    ...[...configuration.modules.values()].flatMap((block) => moduleInput(scope, block)),
    ...configuration.terraform.flatMap((block) => terraformInputs(scope, block)),
    ...[...configuration.resources.values()].flatMap((block) => [
      ...dataInputs(scope, block),
      ...block.body.blocks.flatMap((nested) => provisionerInputs(scope, block, nested)),
    ]),
  ];
}

function readText(scope: Scope, attribute: SourceAttribute | undefined): string | undefined {
  if (!attribute) return undefined;
  const env: Env = { session: scope.session, scope, file: attribute.file, bindings: undefined };
  const value = scope.session.evaluate(attribute.expression, env);
  return toText(value) ?? encodeJson(value) ?? sourceText(attribute);
}

/** What is not known is shown as written. */
function sourceText({ file, expression }: SourceAttribute): string {
  return file.text.slice(expression.start, expression.end);
}

function makeInput(scope: Scope, block: SourceBlock, input: Omit<ExternalInput, 'location'>): ExternalInput {
  const source = input.source.length > SOURCE_LENGTH ? input.source.slice(0, SOURCE_LENGTH) : input.source;
  const address = scope.prefix + input.address;
  return { ...input, source, address, location: locationOf(block.file, block.header) };
}

function moduleInput(scope: Scope, block: SourceBlock): ExternalInput[] {
  const { attributes } = block.body;
  const source = readText(scope, attributes.get('source'));
  if (source === undefined || source.startsWith('./') || source.startsWith('../')) return [];
  const pin = pinOf(source, readText(scope, attributes.get('version')));
  const address = `module.${block.labels[0]?.value ?? ''}`;
  return [makeInput(scope, block, { kind: 'module', source, address, ...(pin ? { pin } : {}) })];
}

function terraformInputs(scope: Scope, block: SourceBlock): ExternalInput[] {
  return block.body.blocks.flatMap((nested): ExternalInput[] => {
    if (nested.name === 'backend') {
      const type = nested.labels[0]?.value ?? '';
      const place = ['bucket', 'key', 'address', 'path', 'hostname', 'organization'].flatMap((name) => {
        return readText(scope, nested.body.attributes.get(name)) ?? [];
      });
      const source = [type, ...place].join('/');
      return [makeInput(scope, nested, { kind: 'backend', source, address: `terraform.backend.${type}` })];
    }
    if (nested.name === 'cloud') {
      const organization = readText(scope, nested.body.attributes.get('organization')) ?? '';
      return [
        makeInput(scope, nested, { kind: 'backend', source: `cloud/${organization}`, address: 'terraform.cloud' }),
      ];
    }
    return nested.name === 'required_providers' ? providerInputs(scope, nested) : [];
  });
}

function providerInputs(scope: Scope, block: SourceBlock): ExternalInput[] {
  return [...block.body.attributes.values()].map((attribute) => {
    const { expression, name } = attribute;
    const field = (wanted: string): string | undefined => {
      if (expression.type !== 'object') return wanted === 'version' ? readText(scope, attribute) : undefined;
      const item = expression.items.find(({ key }) => key.type === 'template' && textOf(key.parts[0]) === wanted);
      return item && readText(scope, { ...attribute, expression: item.value });
    };
    const source = field('source') ?? `hashicorp/${name}`;
    const pin = pinOf(source, field('version'));
    const input = makeInput(scope, block, {
      kind: 'provider',
      source,
      address: `provider.${name}`,
      ...(pin ? { pin } : {}),
    });
    return { ...input, location: locationOf(attribute.file, expression) };
  });
}

function textOf(part: { readonly type: string; readonly value?: unknown } | undefined): unknown {
  return part?.type === 'text' ? part.value : undefined;
}

function dataInputs(scope: Scope, block: SourceBlock): ExternalInput[] {
  const [type, name] = block.labels;
  const address = `data.${type?.value ?? ''}.${name?.value ?? ''}`;
  if (block.name !== 'data') return [];
  if (type?.value === 'external') {
    const source = readText(scope, block.body.attributes.get('program')) ?? '';
    return [makeInput(scope, block, { kind: 'command', source, address })];
  }
  if (type?.value !== 'http') return [];
  return [
    makeInput(scope, block, {
      kind: 'response',
      source: readText(scope, block.body.attributes.get('url')) ?? '',
      address,
    }),
  ];
}

function provisionerInputs(scope: Scope, block: SourceBlock, nested: SourceBlock): ExternalInput[] {
  const kind = nested.name === 'provisioner' ? nested.labels[0]?.value : undefined;
  if (kind !== 'local-exec' && kind !== 'remote-exec') return [];
  const address = block.labels.map((label) => label.value).join('.');
  const attribute = ['command', 'inline', 'script', 'scripts']
    .map((name) => nested.body.attributes.get(name))
    .find(Boolean);
  const source = attribute ? sourceText(attribute) : '';
  return [makeInput(scope, nested, { kind: 'command', source, address })];
}
