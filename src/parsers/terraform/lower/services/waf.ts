/** Web application firewall: access lists, what they refer to, where they apply and what they log. */
import type { MapValue, Value } from '../../../../model/value.ts';
import { each } from '../changes/each.ts';
import { mapBy } from '../changes/map-by.ts';
import { objectWith } from '../changes/object-with.ts';
import { pick } from '../changes/pick.ts';
import type { ServiceTables, Target } from '../type-table.ts';

const responseBodies: Target = { path: 'CustomResponseBodies', change: mapBy('key', (block) => block) };

/** `none` and `count` are objects in CloudFormation. */
function overrideAction(block: MapValue): Value {
  const action = block.entries.get('override_action');
  if (action?.state !== 'known' || action.type !== 'scalar') return action ?? { state: 'absent' };
  const nothing: MapValue = { state: 'known', type: 'map', entries: new Map(), origin: action.origin };
  return objectWith(action.value === 'count' ? 'Count' : 'None')(nothing);
}

export const wafTables: ServiceTables = {
  types: [
    {
      type: 'aws_wafv2_web_acl',
      kind: 'AWS::WAFv2::WebACL',
      jsonAttribute: 'rule_json',
      fields: {
        rule_json: 'Rules',
        custom_response_body: responseBodies,
        association_config: { path: 'AssociationConfig', fields: { request_body: null } },
      },
    },
    {
      type: 'aws_wafv2_rule_group',
      kind: 'AWS::WAFv2::RuleGroup',
      jsonAttribute: 'rules_json',
      fields: { rules_json: 'Rules', custom_response_body: responseBodies },
    },
    { type: 'aws_wafv2_ip_set', kind: 'AWS::WAFv2::IPSet', fields: {} },
    {
      type: 'aws_wafv2_regex_pattern_set',
      kind: 'AWS::WAFv2::RegexPatternSet',
      fields: { regular_expression: { path: 'RegularExpressionList', change: each(pick('regex_string')) } },
    },
    { type: 'aws_wafv2_web_acl_association', kind: 'AWS::WAFv2::WebACLAssociation', fields: {} },
    { type: 'aws_wafv2_web_acl_logging_configuration', kind: 'AWS::WAFv2::LoggingConfiguration', fields: {} },
  ],
  companions: [
    {
      type: 'aws_wafv2_web_acl_rule_group_association',
      target: ['aws_wafv2_web_acl'],
      match: [['web_acl_arn', 'arn']],
      into: 'Rules',
      fields: {
        rule_name: 'Name',
        override_action: null,
        managed_rule_group: 'Statement.ManagedRuleGroupStatement',
        rule_group_reference: 'Statement.RuleGroupReferenceStatement',
      },
      derived: { OverrideAction: overrideAction },
    },
  ],
};
