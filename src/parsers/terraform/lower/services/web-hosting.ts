/** Elastic Beanstalk and Amplify. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { pairs } from '../changes/pairs.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const setting: Fields = { name: 'OptionName', resource: 'ResourceName' };
const site: Fields = {
  environment_variables: { path: 'EnvironmentVariables', change: pairs },
  enable_basic_auth: 'BasicAuthConfig.EnableBasicAuth',
};

export const webHostingTables: ServiceTables = {
  types: [
    {
      type: 'aws_elastic_beanstalk_application',
      kind: 'AWS::ElasticBeanstalk::Application',
      fields: {
        name: 'ApplicationName',
        appversion_lifecycle: {
          path: 'ResourceLifecycleConfig',
          fields: {
            max_count: 'VersionLifecycleConfig.MaxCountRule.MaxCount',
            max_age_in_days: 'VersionLifecycleConfig.MaxAgeRule.MaxAgeInDays',
          },
        },
      },
    },
    {
      type: 'aws_elastic_beanstalk_environment',
      kind: 'AWS::ElasticBeanstalk::Environment',
      fields: {
        name: 'EnvironmentName',
        application: 'ApplicationName',
        tier: 'Tier.Name',
        setting: { path: 'OptionSettings', fields: setting },
      },
    },
    {
      type: 'aws_elastic_beanstalk_configuration_template',
      kind: 'AWS::ElasticBeanstalk::ConfigurationTemplate',
      fields: { application: 'ApplicationName', setting: { path: 'OptionSettings', fields: setting } },
    },
    {
      type: 'aws_elastic_beanstalk_application_version',
      kind: 'AWS::ElasticBeanstalk::ApplicationVersion',
      fields: { application: 'ApplicationName', bucket: 'SourceBundle.S3Bucket', key: 'SourceBundle.S3Key' },
    },
    {
      type: 'aws_amplify_app',
      kind: 'AWS::Amplify::App',
      fields: {
        ...site,
        iam_service_role_arn: 'IAMServiceRole',
        access_token: { path: 'AccessToken', change: markSensitive },
        oauth_token: { path: 'OauthToken', change: markSensitive },
        enable_auto_branch_creation: 'AutoBranchCreationConfig.EnableAutoBranchCreation',
        auto_branch_creation_patterns: 'AutoBranchCreationConfig.AutoBranchCreationPatterns',
        auto_branch_creation_config: { path: 'AutoBranchCreationConfig', fields: site },
      },
    },
    { type: 'aws_amplify_branch', kind: 'AWS::Amplify::Branch', nameAttribute: 'branch_name', fields: site },
    {
      type: 'aws_amplify_domain_association',
      kind: 'AWS::Amplify::Domain',
      nameAttribute: 'domain_name',
      fields: {
        sub_domain: 'SubDomainSettings',
        certificate_settings: { path: 'CertificateSettings', fields: { type: 'CertificateType' } },
      },
    },
  ],
};
