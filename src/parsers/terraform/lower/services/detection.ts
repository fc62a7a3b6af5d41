/** What finds attacks beside detectors and hubs: features of GuardDuty, Security Hub, Inspector, Macie, Detective. */
import { pick } from '../changes/pick.ts';
import type { ServiceTables } from '../type-table.ts';

const byDetector = { target: ['aws_guardduty_detector'], match: [['detector_id', 'id']] } as const;

export const detectionTables: ServiceTables = {
  types: [
    { type: 'aws_guardduty_ipset', kind: 'AWS::GuardDuty::IPSet', fields: {} },
    { type: 'aws_guardduty_threatintelset', kind: 'AWS::GuardDuty::ThreatIntelSet', fields: {} },
    { type: 'aws_guardduty_filter', kind: 'AWS::GuardDuty::Filter', fields: { finding_criteria: null } },
    {
      type: 'aws_guardduty_malware_protection_plan',
      kind: 'AWS::GuardDuty::MalwareProtectionPlan',
      nameAttribute: 'role',
      fields: {},
    },
    {
      type: 'aws_guardduty_member',
      kind: 'AWS::GuardDuty::Member',
      nameAttribute: 'email',
      fields: { account_id: 'MemberId', invitation_message: 'Message' },
    },
    {
      type: 'aws_guardduty_publishing_destination',
      kind: 'AWS::GuardDuty::PublishingDestination',
      nameAttribute: 'destination_arn',
      fields: {
        destination_arn: 'DestinationProperties.DestinationArn',
        kms_key_arn: 'DestinationProperties.KmsKeyArn',
      },
    },
    {
      type: 'aws_securityhub_standards_subscription',
      kind: 'AWS::SecurityHub::Standard',
      nameAttribute: 'standards_arn',
      fields: {},
    },
    {
      type: 'aws_securityhub_product_subscription',
      kind: 'AWS::SecurityHub::ProductSubscription',
      nameAttribute: 'product_arn',
      fields: {},
    },
    {
      type: 'aws_securityhub_organization_admin_account',
      kind: 'AWS::SecurityHub::DelegatedAdmin',
      nameAttribute: 'admin_account_id',
      fields: {},
    },
    {
      type: 'aws_securityhub_organization_configuration',
      kind: 'AWS::SecurityHub::OrganizationConfiguration',
      nameAttribute: 'auto_enable',
      fields: { organization_configuration: { path: 'ConfigurationType', change: pick('configuration_type') } },
    },
    {
      type: 'aws_securityhub_finding_aggregator',
      kind: 'AWS::SecurityHub::FindingAggregator',
      nameAttribute: 'linking_mode',
      fields: { linking_mode: 'RegionLinkingMode', specified_regions: 'Regions' },
    },
    {
      type: 'aws_inspector2_filter',
      kind: 'AWS::InspectorV2::Filter',
      fields: { action: 'FilterAction', filter_criteria: null },
    },
    { type: 'aws_macie2_account', kind: 'AWS::Macie::Session', nameAttribute: 'status', fields: {} },
    {
      type: 'aws_macie2_findings_filter',
      kind: 'AWS::Macie::FindingsFilter',
      fields: { finding_criteria: null },
    },
    { type: 'aws_detective_graph', kind: 'AWS::Detective::Graph', fields: {} },
    {
      type: 'aws_detective_member',
      kind: 'AWS::Detective::MemberInvitation',
      nameAttribute: 'email_address',
      fields: { account_id: 'MemberId', email_address: 'MemberEmailAddress' },
    },
    {
      type: 'aws_accessanalyzer_analyzer',
      kind: 'AWS::AccessAnalyzer::Analyzer',
      nameAttribute: 'analyzer_name',
      fields: {
        configuration: {
          path: 'AnalyzerConfiguration',
          fields: {
            unused_access: {
              path: 'UnusedAccessConfiguration',
              fields: { analysis_rule: null },
            },
            internal_access: null,
          },
        },
      },
    },
  ],
  companions: [
    {
      type: 'aws_guardduty_detector_feature',
      ...byDetector,
      into: 'Features',
      fields: {},
    },
    {
      type: 'aws_accessanalyzer_archive_rule',
      target: ['aws_accessanalyzer_analyzer'],
      match: [['analyzer_name', 'analyzer_name']],
      into: 'ArchiveRules',
      fields: { filter: { path: 'Filter', fields: { criteria: 'Property' } } },
    },
  ],
};
