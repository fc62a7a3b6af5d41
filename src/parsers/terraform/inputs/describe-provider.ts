/**
 * Region and account a resource is made in, from its provider configuration. A change of either is a change of the
 * resource.
 */
import type { ProviderContext } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import type { SourceBlock } from '../configuration/module-configuration.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { memoize } from '../evaluation/memoize.ts';
import { originOf } from '../evaluation/origin-of.ts';
import { providerName } from '../evaluation/provider-name.ts';
import type { Env, Instance, Scope } from '../evaluation/session.ts';
import { toText } from '../values/to-text.ts';

/** The context; undefined where the configuration says nothing about the provider. */
export function describeProvider(instance: Instance): ProviderContext | undefined {
  const { block, scope } = instance;
  const written = providerName(block.body.attributes.get('provider')?.expression);
  const name = written ?? block.type.split('_')[0] ?? '';
  const found = findProvider(scope, name);
  const alias = written?.split('.')[1] ?? found?.name.split('.')[1];
  const region = found && readSetting(found, 'region');
  const account = found && readAccount(found);
  if (alias === undefined && region === undefined && account === undefined) return undefined;
  return {
    ...(alias === undefined ? {} : { alias }),
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
  };
}

interface FoundProvider {
  readonly name: string;
  readonly block: SourceBlock;
  readonly scope: Scope;
}

/** The nearest configuration: in the module, else what the call hands over, else the caller's default. */
function findProvider(scope: Scope, name: string): FoundProvider | undefined {
  let wanted = name;
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const block = at.configuration.providers.get(wanted);
    if (block) return { name: wanted, block, scope: at };
    const handed = at.providers.get(wanted);
    if (handed === undefined && wanted.includes('.')) return undefined;
    wanted = handed ?? wanted;
  }
  return undefined;
}

function readSetting({ block, scope, name }: FoundProvider, setting: string): Value | undefined {
  const attribute = block.body.attributes.get(setting);
  if (!attribute) return undefined;
  const { session } = scope;
  const env: Env = { session, scope, file: attribute.file, bindings: undefined };
  const subject = `provider.${name}.${setting}`;
  const named = { key: subject, subject, origin: originOf(attribute, attribute.expression) };
  const value = memoize(session, scope.memo, named, () => session.evaluate(attribute.expression, env));
  return value.state === 'null' ? undefined : value;
}

/** The one allowed account, else the account of the role it assumes. */
function readAccount(found: FoundProvider): Value | undefined {
  const allowed = readSetting(found, 'allowed_account_ids');
  if (allowed?.state === 'known' && allowed.type === 'list' && allowed.items.length === 1)
    return allowed.items[0]?.value;
  if (allowed?.state === 'unresolved') return allowed;
  const role = found.block.body.blocks.find((block) => block.name === 'assume_role');
  if (!role) return undefined;
  const arn = readSetting({ ...found, block: role, name: `${found.name}.assume_role` }, 'role_arn');
  const text = arn && toText(arn);
  if (!arn || text === undefined) return arn;
  const account = text.split(':')[4];
  return account ? deriveScalar(account, [arn], arn.origin ?? { from: 'computed' }) : undefined;
}
