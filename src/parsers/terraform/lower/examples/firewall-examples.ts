/** Web application firewall and Shield. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample } from './lowering-example.ts';

export const firewallExamples: readonly LoweringExample[] = [
  example(
    'aws_wafv2_web_acl',
    'WAFv2::WebACL',
    {
      name: 'w',
      scope: 'REGIONAL',
      default_action: [{ allow: [{}] }],
      custom_response_body: [{ key: 'blocked', content: 'no', content_type: 'TEXT_PLAIN' }],
      rule_json:
        '[{"Name":"r","Priority":1,"Action":{"Block":{}},"Statement":{"IPSetReferenceStatement":{"ARN":"ip"}},"VisibilityConfig":{"MetricName":"m","CloudWatchMetricsEnabled":true,"SampledRequestsEnabled":true}}]',
      visibility_config: [{ metric_name: 'm', cloudwatch_metrics_enabled: true, sampled_requests_enabled: true }],
    },
    {
      Name: 'w',
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      CustomResponseBodies: { blocked: { Content: 'no', ContentType: 'TEXT_PLAIN' } },
      Rules: [
        {
          Name: 'r',
          Priority: 1,
          Action: { Block: {} },
          Statement: { IPSetReferenceStatement: { Arn: 'ip' } },
          VisibilityConfig: { MetricName: 'm', CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true },
        },
      ],
      VisibilityConfig: { MetricName: 'm', CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true },
    },
  ),
  example(
    'aws_wafv2_rule_group',
    'WAFv2::RuleGroup',
    {
      name: 'g',
      scope: 'REGIONAL',
      capacity: 2,
      rule: [
        {
          name: 'r',
          priority: 1,
          action: [{ block: [{}] }],
          statement: [{ geo_match_statement: [{ country_codes: ['US'] }] }],
          visibility_config: [{ metric_name: 'm', cloudwatch_metrics_enabled: true, sampled_requests_enabled: true }],
        },
      ],
      custom_response_body: [{ key: 'blocked', content: 'no', content_type: 'TEXT_PLAIN' }],
      visibility_config: [{ metric_name: 'm', cloudwatch_metrics_enabled: true, sampled_requests_enabled: true }],
    },
    {
      Name: 'g',
      Scope: 'REGIONAL',
      Capacity: 2,
      Rules: [
        {
          Name: 'r',
          Priority: 1,
          Action: { Block: {} },
          Statement: { GeoMatchStatement: { CountryCodes: ['US'] } },
          VisibilityConfig: { MetricName: 'm', CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true },
        },
      ],
      CustomResponseBodies: { blocked: { Content: 'no', ContentType: 'TEXT_PLAIN' } },
      VisibilityConfig: { MetricName: 'm', CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true },
    },
  ),
  example(
    'aws_wafv2_ip_set',
    'WAFv2::IPSet',
    { name: 'i', scope: 'REGIONAL', ip_address_version: 'IPV4', addresses: ['10.0.0.0/8'], description: 'd' },
    { Name: 'i', Scope: 'REGIONAL', IPAddressVersion: 'IPV4', Addresses: ['10.0.0.0/8'], Description: 'd' },
  ),
  example(
    'aws_wafv2_regex_pattern_set',
    'WAFv2::RegexPatternSet',
    { name: 'p', scope: 'CLOUDFRONT', regular_expression: [{ regex_string: 'one' }, { regex_string: 'two' }] },
    { Name: 'p', Scope: 'CLOUDFRONT', RegularExpressionList: ['one', 'two'] },
  ),
  example(
    'aws_wafv2_web_acl_logging_configuration',
    'WAFv2::LoggingConfiguration',
    {
      log_destination_configs: ['d'],
      resource_arn: reference('aws_wafv2_web_acl.w', 'arn'),
      redacted_fields: [{ single_header: [{ name: 'authorization' }] }],
      logging_filter: [
        {
          default_behavior: 'DROP',
          filter: [
            { behavior: 'KEEP', requirement: 'MEETS_ANY', condition: [{ action_condition: [{ action: 'BLOCK' }] }] },
          ],
        },
      ],
    },
    {
      LogDestinationConfigs: ['d'],
      ResourceArn: '<aws_wafv2_web_acl.w.arn>',
      RedactedFields: [{ SingleHeader: { Name: 'authorization' } }],
      LoggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          { Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] },
        ],
      },
    },
  ),
  example(
    'aws_wafv2_web_acl_rule_group_association',
    'WAFv2::WebACL',
    {
      rule_name: 'r',
      priority: 5,
      override_action: 'count',
      managed_rule_group: [{ name: 'AWSManagedRulesCommonRuleSet', vendor_name: 'AWS' }],
    },
    {
      Rules: [
        {
          Name: 'r',
          Priority: 5,
          Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesCommonRuleSet', VendorName: 'AWS' } },
          OverrideAction: { Count: {} },
        },
      ],
    },
  ),
  example(
    'aws_shield_protection',
    'Shield::Protection',
    { name: 's', resource_arn: reference('aws_lb.l', 'arn') },
    { Name: 's', ResourceArn: '<aws_lb.l.arn>' },
  ),
  example(
    'aws_shield_protection_group',
    'Shield::ProtectionGroup',
    {
      protection_group_id: 'g',
      aggregation: 'MAX',
      pattern: 'BY_RESOURCE_TYPE',
      resource_type: 'APPLICATION_LOAD_BALANCER',
    },
    {
      ProtectionGroupId: 'g',
      Aggregation: 'MAX',
      Pattern: 'BY_RESOURCE_TYPE',
      ResourceType: 'APPLICATION_LOAD_BALANCER',
    },
  ),
  example(
    'aws_shield_drt_access_role_arn_association',
    'Shield::DRTAccess',
    { role_arn: reference('aws_iam_role.r', 'arn') },
    { RoleArn: '<aws_iam_role.r.arn>' },
  ),
  example(
    'aws_shield_drt_access_log_bucket_association',
    'Shield::DRTAccess',
    { log_bucket: 'b', role_arn_association_id: 'i' },
    { LogBucketList: ['b'] },
  ),
  example(
    'aws_shield_proactive_engagement',
    'Shield::ProactiveEngagement',
    { enabled: true, emergency_contact: [{ email_address: 'a@example.com', phone_number: '+1', contact_notes: 'n' }] },
    {
      ProactiveEngagementStatus: 'ENABLED',
      EmergencyContactList: [{ EmailAddress: 'a@example.com', PhoneNumber: '+1', ContactNotes: 'n' }],
    },
  ),
  example(
    'aws_shield_application_layer_automatic_response',
    'Shield::Protection',
    { action: 'BLOCK' },
    { ApplicationLayerAutomaticResponseConfiguration: { Status: 'ENABLED', Action: { Block: {} } } },
  ),
];
