/** Route 53 Resolver: endpoints, forwarding rules, query logs and the DNS firewall. */
import type { ServiceTables } from '../type-table.ts';

export const route53ResolverTables: ServiceTables = {
  types: [
    {
      type: 'aws_route53_resolver_endpoint',
      kind: 'AWS::Route53Resolver::ResolverEndpoint',
      fields: { ip_address: 'IpAddresses' },
    },
    { type: 'aws_route53_resolver_rule', kind: 'AWS::Route53Resolver::ResolverRule', fields: {} },
    {
      type: 'aws_route53_resolver_rule_association',
      kind: 'AWS::Route53Resolver::ResolverRuleAssociation',
      fields: {},
    },
    {
      type: 'aws_route53_resolver_query_log_config',
      kind: 'AWS::Route53Resolver::ResolverQueryLoggingConfig',
      fields: {},
    },
    {
      type: 'aws_route53_resolver_query_log_config_association',
      kind: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
      fields: {},
    },
    {
      type: 'aws_route53_resolver_firewall_domain_list',
      kind: 'AWS::Route53Resolver::FirewallDomainList',
      fields: {},
    },
    {
      type: 'aws_route53_resolver_firewall_rule_group',
      kind: 'AWS::Route53Resolver::FirewallRuleGroup',
      fields: {},
    },
    {
      type: 'aws_route53_resolver_firewall_rule_group_association',
      kind: 'AWS::Route53Resolver::FirewallRuleGroupAssociation',
      fields: {},
    },
  ],
  companions: [
    {
      type: 'aws_route53_resolver_firewall_rule',
      target: ['aws_route53_resolver_firewall_rule_group'],
      match: [['firewall_rule_group_id', 'id']],
      into: 'FirewallRules',
      fields: { q_type: 'Qtype' },
    },
  ],
};
