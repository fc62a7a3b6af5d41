/**
 * Providers without an exact version are pinned by `.terraform.lock.hcl` beside the root module, as far as it names a
 * version and the checksums of its packages. May not verify them.
 */
import type { TreeReader } from '../../../model/tree.ts';
import type { ExternalInput } from '../../../model/unit.ts';
import { joinPath } from '../configuration/join-path.ts';
import type { SourceBlock } from '../configuration/module-configuration.ts';
import { parseSourceFile } from '../configuration/parse-source-file.ts';
import type { Expression } from '../syntax/ast.ts';
import { pinOf } from './pin-of.ts';

const LOCK_FILE = '.terraform.lock.hcl';

/** Hosts meant by a source without one: Terraform's and OpenTofu's. */
const REGISTRIES = ['registry.terraform.io', 'registry.opentofu.org'];

export interface RootModule {
  readonly reader: TreeReader;
  readonly directory: string;
  readonly unit: string;
  readonly maxDepth: number;
}

/** The same inputs; those of locked providers with the locked version as their pin. A broken lock file pins nothing. */
export function pinLockedProviders(inputs: readonly ExternalInput[], root: RootModule): readonly ExternalInput[] {
  const isFloating = (input: ExternalInput): boolean => input.kind === 'provider' && input.pin === undefined;
  if (!inputs.some(isFloating)) return inputs;
  const path = joinPath(root.directory, LOCK_FILE);
  const lock = path === undefined ? undefined : parseSourceFile(root.reader, path, root);
  if (lock === undefined || lock.problems.length > 0) return inputs;
  const versions = new Map(lock.body.blocks.flatMap(lockedVersion));
  return inputs.map((input) => {
    const pin = isFloating(input) ? versionOf(input.source, versions) : undefined;
    return pin === undefined ? input : { ...input, pin };
  });
}

function lockedVersion(block: SourceBlock): readonly (readonly [string, string])[] {
  const { attributes } = block.body;
  const source = block.labels[0]?.value.toLowerCase();
  const version = pinOf('', textOf(attributes.get('version')?.expression));
  const hashes = attributes.get('hashes')?.expression;
  const isLocked = hashes?.type === 'tuple' && hashes.items.length > 0;
  return block.name === 'provider' && source !== undefined && version !== undefined && isLocked
    ? [[source, version]]
    : [];
}

function textOf(expression: Expression | undefined): string | undefined {
  const [part, ...rest] = expression?.type === 'template' ? expression.parts : [];
  return part?.type === 'text' && rest.length === 0 ? part.value : undefined;
}

function versionOf(written: string, versions: ReadonlyMap<string, string>): string | undefined {
  const source = written.toLowerCase();
  const sources = source.split('/').length > 2 ? [source] : REGISTRIES.map((host) => `${host}/${source}`);
  return sources.map((name) => versions.get(name)).find((version) => version !== undefined);
}
