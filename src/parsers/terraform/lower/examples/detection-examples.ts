/** GuardDuty, Security Hub, Inspector, Macie, Detective and Access Analyzer. Data of the contract test. */
import { example, type LoweringExample, TAG_LIST, TAGS } from './lowering-example.ts';

export const detectionExamples: readonly LoweringExample[] = [
  example(
    'aws_guardduty_ipset',
    'GuardDuty::IPSet',
    { name: 'i', detector_id: 'd', format: 'TXT', location: 'https://s3/b', activate: 'true' },
    { Name: 'i', DetectorId: 'd', Format: 'TXT', Location: 'https://s3/b', Activate: true },
  ),
  example(
    'aws_guardduty_threatintelset',
    'GuardDuty::ThreatIntelSet',
    { name: 't', detector_id: 'd', format: 'TXT', location: 'https://s3/b', activate: true },
    { Name: 't', DetectorId: 'd', Format: 'TXT', Location: 'https://s3/b', Activate: true },
  ),
  example(
    'aws_guardduty_filter',
    'GuardDuty::Filter',
    {
      name: 'f',
      detector_id: 'd',
      action: 'ARCHIVE',
      rank: '1',
      finding_criteria: [{ criterion: [{ field: 'severity', greater_than_or_equal: '4' }] }],
    },
    { Name: 'f', DetectorId: 'd', Action: 'ARCHIVE', Rank: 1 },
  ),
  example(
    'aws_guardduty_malware_protection_plan',
    'GuardDuty::MalwareProtectionPlan',
    {
      role: 'r',
      protected_resource: [{ s3_bucket: [{ bucket_name: 'b', object_prefixes: ['p/'] }] }],
      actions: [{ tagging: [{ status: 'ENABLED' }] }],
    },
    {
      Role: 'r',
      ProtectedResource: { S3Bucket: { BucketName: 'b', ObjectPrefixes: ['p/'] } },
      Actions: { Tagging: { Status: 'ENABLED' } },
    },
  ),
  example(
    'aws_guardduty_member',
    'GuardDuty::Member',
    {
      detector_id: 'd',
      account_id: '111122223333',
      email: 'a@example.com',
      invitation_message: 'm',
      disable_email_notification: true,
    },
    { DetectorId: 'd', MemberId: '111122223333', Email: 'a@example.com', Message: 'm', DisableEmailNotification: true },
  ),
  example(
    'aws_guardduty_publishing_destination',
    'GuardDuty::PublishingDestination',
    { detector_id: 'd', destination_arn: 'b', kms_key_arn: 'k', destination_type: 'S3' },
    { DetectorId: 'd', DestinationProperties: { DestinationArn: 'b', KmsKeyArn: 'k' }, DestinationType: 'S3' },
  ),
  example(
    'aws_guardduty_detector_feature',
    'GuardDuty::Detector',
    {
      name: 'RUNTIME_MONITORING',
      status: 'ENABLED',
      additional_configuration: [{ name: 'EKS_ADDON_MANAGEMENT', status: 'ENABLED' }],
    },
    {
      Features: [
        {
          Name: 'RUNTIME_MONITORING',
          Status: 'ENABLED',
          AdditionalConfiguration: [{ Name: 'EKS_ADDON_MANAGEMENT', Status: 'ENABLED' }],
        },
      ],
    },
  ),
  example(
    'aws_securityhub_standards_subscription',
    'SecurityHub::Standard',
    { standards_arn: 's' },
    { StandardsArn: 's' },
  ),
  example(
    'aws_securityhub_product_subscription',
    'SecurityHub::ProductSubscription',
    { product_arn: 'p' },
    { ProductArn: 'p' },
  ),
  example(
    'aws_securityhub_organization_admin_account',
    'SecurityHub::DelegatedAdmin',
    { admin_account_id: '111122223333' },
    { AdminAccountId: '111122223333' },
  ),
  example(
    'aws_securityhub_organization_configuration',
    'SecurityHub::OrganizationConfiguration',
    {
      auto_enable: 'true',
      auto_enable_standards: 'NONE',
      organization_configuration: [{ configuration_type: 'CENTRAL' }],
    },
    { AutoEnable: true, AutoEnableStandards: 'NONE', ConfigurationType: 'CENTRAL' },
  ),
  example(
    'aws_securityhub_finding_aggregator',
    'SecurityHub::FindingAggregator',
    { linking_mode: 'SPECIFIED_REGIONS', specified_regions: ['eu-west-1'] },
    { RegionLinkingMode: 'SPECIFIED_REGIONS', Regions: ['eu-west-1'] },
  ),
  example(
    'aws_inspector2_filter',
    'InspectorV2::Filter',
    {
      name: 'f',
      action: 'SUPPRESS',
      description: 'd',
      reason: 'r',
      filter_criteria: [{ severity: [{ comparison: 'EQUALS', value: 'LOW' }] }],
    },
    { Name: 'f', FilterAction: 'SUPPRESS', Description: 'd' },
  ),
  example(
    'aws_macie2_account',
    'Macie::Session',
    { status: 'ENABLED', finding_publishing_frequency: 'FIFTEEN_MINUTES' },
    { Status: 'ENABLED', FindingPublishingFrequency: 'FIFTEEN_MINUTES' },
  ),
  example(
    'aws_macie2_findings_filter',
    'Macie::FindingsFilter',
    {
      name: 'f',
      action: 'ARCHIVE',
      description: 'd',
      position: 1,
      finding_criteria: [{ criterion: [{ field: 'region', eq: ['eu-west-1'] }] }],
    },
    { Name: 'f', Action: 'ARCHIVE', Description: 'd', Position: 1 },
  ),
  example('aws_detective_graph', 'Detective::Graph', { tags: TAGS }, { Tags: TAG_LIST }),
  example(
    'aws_detective_member',
    'Detective::MemberInvitation',
    {
      account_id: '111122223333',
      email_address: 'a@example.com',
      graph_arn: 'g',
      disable_email_notification: true,
      message: 'm',
    },
    {
      MemberId: '111122223333',
      MemberEmailAddress: 'a@example.com',
      GraphArn: 'g',
      DisableEmailNotification: true,
      Message: 'm',
    },
  ),
  example(
    'aws_accessanalyzer_analyzer',
    'AccessAnalyzer::Analyzer',
    {
      analyzer_name: 'a',
      type: 'ACCOUNT_UNUSED_ACCESS',
      configuration: [{ unused_access: [{ unused_access_age: 90 }] }],
    },
    {
      AnalyzerName: 'a',
      Type: 'ACCOUNT_UNUSED_ACCESS',
      AnalyzerConfiguration: { UnusedAccessConfiguration: { UnusedAccessAge: 90 } },
    },
  ),
  example(
    'aws_accessanalyzer_archive_rule',
    'AccessAnalyzer::Analyzer',
    { rule_name: 'r', filter: [{ criteria: 'isPublic', eq: ['false'] }] },
    { ArchiveRules: [{ RuleName: 'r', Filter: [{ Property: 'isPublic', Eq: ['false'] }] }] },
  ),
];
