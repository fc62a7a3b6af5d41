/**
 * A module call: a local one becomes a scope of its own for every instance, everything else is not evaluated and
 * stays unresolved. Bounded in depth, because a module may call itself.
 */
import type { Location } from '../../../model/location.ts';
import type { Value } from '../../../model/value.ts';
import { joinPath } from '../configuration/join-path.ts';
import { locationOf } from '../configuration/location-of.ts';
import type { SourceAttribute, SourceBlock } from '../configuration/module-configuration.ts';
import type { Expression } from '../syntax/ast.ts';
import { toText } from '../values/to-text.ts';
import { expandMembers } from './expand-members.ts';
import { expandOnce } from './expand-once.ts';
import { memoize } from './memoize.ts';
import { originOf } from './origin-of.ts';
import { providerName } from './provider-name.ts';
import type { Env, Expansion, Member, Scope } from './session.ts';

const DEEPEST_MODULE = 20;

/** The instances of the call; `unavailable` where the module cannot be read from the tree. */
export function expandModule(scope: Scope, name: string, block: SourceBlock): Expansion | 'unavailable' | undefined {
  const directory = moduleDirectory(scope, block);
  if (directory === undefined) return 'unavailable';
  return expandOnce(scope, { key: `module.${name}`, place: block }, () => {
    const expansion = expandMembers(scope, block, `${scope.prefix}module.${name}`);
    for (const member of expansion.members) {
      scope.session.moduleScopes.set(member.address, childScope(scope, block, member, directory));
    }
    return expansion;
  });
}

/** Directory of a local module that is in the tree; everything else is reported, once. */
function moduleDirectory(scope: Scope, block: SourceBlock): string | undefined {
  const attribute = block.body.attributes.get('source');
  const source = attribute && toText(evaluateIn(scope, attribute));
  const name = block.labels[0]?.value ?? '';
  if (!attribute || source === undefined) return unavailable(scope, block, `The source of module ${name} is not known`);
  if (!source.startsWith('./') && !source.startsWith('../')) {
    return unavailable(scope, block, `Module ${name} comes from outside the tree and is not evaluated`);
  }
  const directory = joinPath(scope.configuration.directory, source);
  if (directory === undefined) return unavailable(scope, block, `The source of module ${name} leaves the tree`);
  const callers = listDirectories(scope);
  if (callers.includes(directory)) return unavailable(scope, block, `Module ${name} calls itself`);
  if (callers.length > DEEPEST_MODULE) return tooDeep(scope, block);
  if (scope.session.loadModule(directory).files.length > 0) return directory;
  return unavailable(scope, block, `Module ${name} is not in the tree`);
}

/** From the module that calls up to the root. */
function listDirectories(scope: Scope): readonly string[] {
  const directories: string[] = [];
  for (let at: Scope | undefined = scope; at; at = at.parent) directories.push(at.configuration.directory);
  return directories;
}

/** Terraform has no such limit: what lies deeper is deployed. */
function tooDeep(scope: Scope, block: SourceBlock): undefined {
  const address = `${scope.prefix}module.${block.labels[0]?.value ?? ''}`;
  scope.session.problems.add({
    code: 'budget-exceeded',
    effect: 'not-evaluated',
    message: `Modules nest deeper than ${DEEPEST_MODULE} levels; the module called here is not evaluated`,
    location: locationOf(block.file, block.header),
    unit: scope.session.unit,
    address,
  });
  return undefined;
}

function unavailable(scope: Scope, block: SourceBlock, message: string): undefined {
  scope.session.problems.add({
    code: 'module-not-available',
    effect: 'note',
    message: message.slice(0, 200),
    location: locationOf(block.file, block.header),
    unit: scope.session.unit,
    address: `${scope.prefix}module.${block.labels[0]?.value ?? ''}`,
  });
  return undefined;
}

function childScope(scope: Scope, block: SourceBlock, member: Member, directory: string): Scope {
  const { session } = scope;
  const location: Location = locationOf(block.file, block.span);
  const memo = new Map<string, Value | 'evaluating'>();
  const given = (name: string): Value | undefined => {
    const attribute = block.body.attributes.get(name);
    if (!attribute) return undefined;
    const env: Env = { session, scope, file: attribute.file, bindings: member.bindings };
    const named = {
      key: name,
      subject: `${member.address}.${name}`,
      origin: originOf(attribute, attribute.expression),
    };
    return memoize(session, memo, named, () => session.evaluate(attribute.expression, env));
  };
  return {
    session,
    prefix: `${member.address}.`,
    configuration: session.loadModule(directory),
    calledFrom: [...scope.calledFrom, location],
    presence: member.presence,
    parent: scope,
    given,
    providers: handedProviders(block.body.attributes.get('providers')?.expression),
    memo: new Map(),
    expansions: new Map(),
  };
}

function handedProviders(expression: Expression | undefined): ReadonlyMap<string, string> {
  const handed = new Map<string, string>();
  if (expression?.type !== 'object') return handed;
  for (const { key, value } of expression.items) {
    const inside = providerName(key);
    const outside = providerName(value);
    if (inside !== undefined && outside !== undefined) handed.set(inside, outside);
  }
  return handed;
}

function evaluateIn(scope: Scope, attribute: SourceAttribute): Value {
  return scope.session.evaluate(attribute.expression, {
    session: scope.session,
    scope,
    file: attribute.file,
    bindings: undefined,
  });
}
