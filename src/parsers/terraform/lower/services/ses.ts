/** SES: identities that may send, how mail leaves, and what happens to mail that comes in. */
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import type { ServiceTables, Target } from '../type-table.ts';

/** Every action is a block of its own name; CloudFormation has one list of all. */
const action = (name: string): Target => ({ path: 'Rule.Actions', change: each(objectWith(name)) });

export const sesTables: ServiceTables = {
  types: [
    {
      type: 'aws_ses_domain_identity',
      kind: 'AWS::SES::EmailIdentity',
      nameAttribute: 'domain',
      fields: { domain: 'EmailIdentity' },
    },
    {
      type: 'aws_ses_email_identity',
      kind: 'AWS::SES::EmailIdentity',
      nameAttribute: 'email',
      fields: { email: 'EmailIdentity' },
    },
    {
      type: 'aws_sesv2_email_identity',
      kind: 'AWS::SES::EmailIdentity',
      nameAttribute: 'email_identity',
      fields: { configuration_set_name: 'ConfigurationSetAttributes.ConfigurationSetName' },
    },
    {
      type: 'aws_ses_configuration_set',
      kind: 'AWS::SES::ConfigurationSet',
      fields: {
        reputation_metrics_enabled: 'ReputationOptions.ReputationMetricsEnabled',
        sending_enabled: 'SendingOptions.SendingEnabled',
      },
    },
    {
      type: 'aws_sesv2_configuration_set',
      kind: 'AWS::SES::ConfigurationSet',
      nameAttribute: 'configuration_set_name',
      fields: { configuration_set_name: 'Name' },
    },
    {
      type: 'aws_ses_receipt_rule',
      kind: 'AWS::SES::ReceiptRule',
      fields: {
        name: 'Rule.Name',
        enabled: 'Rule.Enabled',
        recipients: 'Rule.Recipients',
        scan_enabled: 'Rule.ScanEnabled',
        tls_policy: 'Rule.TlsPolicy',
        add_header_action: action('add_header_action'),
        bounce_action: action('bounce_action'),
        lambda_action: action('lambda_action'),
        s3_action: action('s3_action'),
        sns_action: action('sns_action'),
        stop_action: action('stop_action'),
        workmail_action: action('workmail_action'),
      },
    },
  ],
};
