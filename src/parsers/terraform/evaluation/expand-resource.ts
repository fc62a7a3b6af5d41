/**
 * The instances of one resource block, registered by address so that references find them.
 */
import type { Expression } from '../syntax/ast.ts';
import type { ResourceBlock } from '../configuration/module-configuration.ts';
import { expandMembers } from './expand-members.ts';
import { expandOnce } from './expand-once.ts';
import type { Expansion, Instance, Scope } from './session.ts';

/** The expansion; undefined where the block's own `count` or `for_each` needs it. */
export function expandResource(scope: Scope, block: ResourceBlock): Expansion | undefined {
  const local = `${block.mode === 'data' ? 'data.' : ''}${block.type}.${block.resourceName}`;
  return expandOnce(scope, { key: local, place: block }, () => {
    const expansion = expandMembers(scope, block, scope.prefix + local);
    const ignored = ignoredChanges(block);
    for (const member of expansion.members) {
      const instance: Instance = { ...member, block, scope, ignored };
      scope.session.instances.set(member.address, instance);
    }
    return expansion;
  });
}

/** `lifecycle { ignore_changes = [a, b["x"]] }` by the argument each entry starts with. */
function ignoredChanges(block: ResourceBlock): Instance['ignored'] {
  const names = new Set<string>();
  for (const nested of block.body.blocks) {
    const list = nested.name === 'lifecycle' ? nested.body.attributes.get('ignore_changes')?.expression : undefined;
    if (list === undefined) continue;
    if (list.type !== 'tuple') return 'all';
    for (const item of list.items) {
      const name = firstName(item);
      if (name === '*') return 'all';
      names.add(name);
    }
  }
  return names;
}

function firstName(expression: Expression): string {
  let at = expression;
  while (at.type === 'get-attribute' || at.type === 'index' || at.type === 'splat') at = at.object;
  if (at.type === 'variable') return at.name;
  const [part] = at.type === 'template' ? at.parts : [];
  return part?.type === 'text' ? (/^[\w-]*/.exec(part.value)?.[0] ?? '') || '*' : '*';
}
