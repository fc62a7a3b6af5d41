/** Network Firewall. */
import { mapBy } from '../changes/map-by.ts';
import { pick } from '../changes/pick.ts';
import type { ServiceTables } from '../type-table.ts';

export const networkFirewallTables: ServiceTables = {
  types: [
    {
      type: 'aws_networkfirewall_firewall',
      kind: 'AWS::NetworkFirewall::Firewall',
      fields: {
        name: 'FirewallName',
        availability_zone_mapping: {
          path: 'AvailabilityZoneMappings',
          fields: { availability_zone_id: 'AvailabilityZone' },
        },
      },
    },
    {
      type: 'aws_networkfirewall_firewall_policy',
      kind: 'AWS::NetworkFirewall::FirewallPolicy',
      fields: {
        name: 'FirewallPolicyName',
        firewall_policy: {
          path: 'FirewallPolicy',
          fields: {
            policy_variables: {
              path: 'PolicyVariables',
              fields: { rule_variables: { path: 'RuleVariables', change: mapBy('key', pick('ip_set')) } },
            },
          },
        },
      },
    },
    {
      type: 'aws_networkfirewall_rule_group',
      kind: 'AWS::NetworkFirewall::RuleGroup',
      fields: {
        name: 'RuleGroupName',
        rules: 'RuleGroup.RulesSource.RulesString',
        rule_group: {
          path: 'RuleGroup',
          fields: {
            reference_sets: {
              path: 'ReferenceSets',
              fields: {
                ip_set_references: { path: 'IPSetReferences', change: mapBy('key', pick('ip_set_reference')) },
              },
            },
            rule_variables: {
              path: 'RuleVariables',
              fields: {
                ip_sets: { path: 'IPSets', change: mapBy('key', pick('ip_set')) },
                port_sets: { path: 'PortSets', change: mapBy('key', pick('port_set')) },
              },
            },
          },
        },
      },
    },
    {
      type: 'aws_networkfirewall_logging_configuration',
      kind: 'AWS::NetworkFirewall::LoggingConfiguration',
      fields: {},
    },
  ],
};
