/** Rules written inside a security group. Unknown blocks stay unknown rules. */
import type { ListItem, Value } from '../../../model/value.ts';
import { asList } from './changes/as-list.ts';
import type { Draft } from './draft.ts';
import { type Direction, expandSecurityGroupRule } from './expand-security-group-rule.ts';
import { groupReference } from './group-reference.ts';
import { RULES_PROPERTY } from './rule-direction.ts';

/** Adds the inline rules of a group to its draft. */
export function addInlineRules(draft: Draft): void {
  for (const direction of ['ingress', 'egress'] as const) {
    const blocks = draft.source.body.entries.get(direction);
    if (blocks === undefined || blocks.state === 'null' || blocks.state === 'absent') continue;
    draft.properties.set(RULES_PROPERTY[direction], expandBlocks(blocks, direction, groupReference(draft)));
  }
}

function expandBlocks(blocks: Value, direction: Direction, group: Value): Value {
  const list = blocks.state === 'known' ? asList(blocks) : blocks;
  if (list.state !== 'known' || list.type !== 'list') return list;
  const items = list.items.flatMap((item) => expandItem(item, direction, group));
  return { ...list, items };
}

function expandItem(item: ListItem, direction: Direction, group: Value): readonly ListItem[] {
  if (item.value.state !== 'known' || item.value.type !== 'map') return [item];
  const rules = expandSecurityGroupRule(item.value, direction, group);
  return item.presence === 'yes' ? rules : rules.map((rule) => ({ ...rule, presence: 'unknown' as const }));
}
