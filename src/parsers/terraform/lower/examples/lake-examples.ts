/** Glue, Athena, Lake Formation and EMR. Data of the contract test. */
import { example, type LoweringExample } from './lowering-example.ts';

export const lakeExamples: readonly LoweringExample[] = [
  example(
    'aws_glue_job',
    'Glue::Job',
    {
      name: 'j',
      role_arn: 'r',
      security_configuration: 's',
      connections: ['c'],
      command: [{ name: 'glueetl', script_location: 's3://b/j.py', python_version: '3' }],
      default_arguments: { '--job-language': 'python' },
      glue_version: '4.0',
      max_retries: 0,
    },
    {
      Name: 'j',
      Role: 'r',
      SecurityConfiguration: 's',
      Connections: { Connections: ['c'] },
      Command: { Name: 'glueetl', ScriptLocation: 's3://b/j.py', PythonVersion: '3' },
      DefaultArguments: { '--job-language': 'python' },
      GlueVersion: '4.0',
      MaxRetries: 0,
    },
  ),
  example(
    'aws_glue_catalog_database',
    'Glue::Database',
    {
      name: 'd',
      description: 'x',
      location_uri: 's3://b/',
      parameters: { a: 'b' },
      create_table_default_permission: [
        { permissions: ['ALL'], principal: [{ data_lake_principal_identifier: 'IAM_ALLOWED_PRINCIPALS' }] },
      ],
    },
    {
      DatabaseInput: {
        Name: 'd',
        Description: 'x',
        LocationUri: 's3://b/',
        Parameters: { a: 'b' },
        CreateTableDefaultPermissions: [
          { Permissions: ['ALL'], Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' } },
        ],
      },
    },
  ),
  example(
    'aws_glue_connection',
    'Glue::Connection',
    {
      name: 'c',
      connection_type: 'JDBC',
      connection_properties: { JDBC_CONNECTION_URL: 'jdbc:x', PASSWORD: 'p' },
      physical_connection_requirements: [
        { availability_zone: 'a', security_group_id_list: ['g'], subnet_id: 'subnet-1' },
      ],
    },
    {
      ConnectionInput: {
        Name: 'c',
        ConnectionType: 'JDBC',
        ConnectionProperties: { JDBC_CONNECTION_URL: 'jdbc:x', PASSWORD: 'p' },
        PhysicalConnectionRequirements: { AvailabilityZone: 'a', SecurityGroupIdList: ['g'], SubnetId: 'subnet-1' },
      },
    },
  ),
  example(
    'aws_glue_security_configuration',
    'Glue::SecurityConfiguration',
    {
      name: 's',
      encryption_configuration: [
        {
          cloudwatch_encryption: [{ cloudwatch_encryption_mode: 'SSE-KMS', kms_key_arn: 'k' }],
          job_bookmarks_encryption: [{ job_bookmarks_encryption_mode: 'CSE-KMS', kms_key_arn: 'k' }],
          s3_encryption: [{ s3_encryption_mode: 'SSE-KMS', kms_key_arn: 'k' }],
        },
      ],
    },
    {
      Name: 's',
      EncryptionConfiguration: {
        CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: 'k' },
        JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn: 'k' },
        S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: 'k' }],
      },
    },
  ),
  example(
    'aws_glue_crawler',
    'Glue::Crawler',
    {
      name: 'c',
      role: 'r',
      database_name: 'd',
      security_configuration: 's',
      schedule: 'cron(0 1 * * ? *)',
      s3_target: [{ path: 's3://b/' }],
      dynamodb_target: [{ path: 't' }],
      jdbc_target: [{ connection_name: 'c', path: 'd/%' }],
    },
    {
      Name: 'c',
      Role: 'r',
      DatabaseName: 'd',
      CrawlerSecurityConfiguration: 's',
      Schedule: { ScheduleExpression: 'cron(0 1 * * ? *)' },
      Targets: {
        S3Targets: [{ Path: 's3://b/' }],
        DynamoDBTargets: [{ Path: 't' }],
        JdbcTargets: [{ ConnectionName: 'c', Path: 'd/%' }],
      },
    },
  ),
  example(
    'aws_glue_data_catalog_encryption_settings',
    'Glue::DataCatalogEncryptionSettings',
    {
      data_catalog_encryption_settings: [
        {
          connection_password_encryption: [{ return_connection_password_encrypted: true, aws_kms_key_id: 'k' }],
          encryption_at_rest: [{ catalog_encryption_mode: 'SSE-KMS', sse_aws_kms_key_id: 'k' }],
        },
      ],
    },
    {
      DataCatalogEncryptionSettings: {
        ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: true, KmsKeyId: 'k' },
        EncryptionAtRest: { CatalogEncryptionMode: 'SSE-KMS', SseAwsKmsKeyId: 'k' },
      },
    },
  ),
  example(
    'aws_glue_trigger',
    'Glue::Trigger',
    { name: 't', type: 'SCHEDULED', schedule: 'cron(0 1 * * ? *)', actions: [{ job_name: 'j' }] },
    { Name: 't', Type: 'SCHEDULED', Schedule: 'cron(0 1 * * ? *)', Actions: [{ JobName: 'j' }] },
  ),
  example(
    'aws_glue_dev_endpoint',
    'Glue::DevEndpoint',
    {
      name: 'e',
      role_arn: 'r',
      public_key: 'k',
      security_group_ids: ['g'],
      subnet_id: 'subnet-1',
      security_configuration: 's',
    },
    {
      EndpointName: 'e',
      RoleArn: 'r',
      PublicKey: 'k',
      SecurityGroupIds: ['g'],
      SubnetId: 'subnet-1',
      SecurityConfiguration: 's',
    },
  ),
  example(
    'aws_athena_workgroup',
    'Athena::WorkGroup',
    {
      name: 'w',
      state: 'ENABLED',
      configuration: [
        {
          enforce_workgroup_configuration: 'false',
          publish_cloudwatch_metrics_enabled: true,
          result_configuration: [
            {
              output_location: 's3://b/',
              encryption_configuration: [{ encryption_option: 'SSE_KMS', kms_key_arn: 'k' }],
            },
          ],
        },
      ],
    },
    {
      Name: 'w',
      State: 'ENABLED',
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: false,
        PublishCloudWatchMetricsEnabled: true,
        ResultConfiguration: {
          OutputLocation: 's3://b/',
          EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: 'k' },
        },
      },
    },
  ),
  example(
    'aws_athena_data_catalog',
    'Athena::DataCatalog',
    { name: 'c', type: 'LAMBDA', description: 'd', parameters: { function: 'f' } },
    { Name: 'c', Type: 'LAMBDA', Description: 'd', Parameters: { function: 'f' } },
  ),
  example(
    'aws_lakeformation_data_lake_settings',
    'LakeFormation::DataLakeSettings',
    {
      admins: ['a'],
      read_only_admins: ['r'],
      allow_external_data_filtering: true,
      create_table_default_permissions: [{ permissions: ['ALL'], principal: 'IAM_ALLOWED_PRINCIPALS' }],
    },
    {
      Admins: [{ DataLakePrincipalIdentifier: 'a' }],
      ReadOnlyAdmins: [{ DataLakePrincipalIdentifier: 'r' }],
      AllowExternalDataFiltering: true,
      CreateTableDefaultPermissions: [
        { Permissions: ['ALL'], Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' } },
      ],
    },
  ),
  example(
    'aws_lakeformation_permissions',
    'LakeFormation::PrincipalPermissions',
    {
      principal: 'r',
      permissions: ['SELECT'],
      permissions_with_grant_option: ['SELECT'],
      table_with_columns: [{ database_name: 'd', name: 't', column_names: ['c'] }],
    },
    {
      Principal: { DataLakePrincipalIdentifier: 'r' },
      Permissions: ['SELECT'],
      PermissionsWithGrantOption: ['SELECT'],
      Resource: { TableWithColumns: { DatabaseName: 'd', Name: 't', ColumnNames: ['c'] } },
    },
  ),
  example(
    'aws_lakeformation_resource',
    'LakeFormation::Resource',
    { arn: 'arn:aws:s3:::b', role_arn: 'r', use_service_linked_role: false, hybrid_access_enabled: true },
    { ResourceArn: 'arn:aws:s3:::b', RoleArn: 'r', UseServiceLinkedRole: false, HybridAccessEnabled: true },
  ),
  example(
    'aws_emr_cluster',
    'EMR::Cluster',
    {
      name: 'c',
      release_label: 'emr-7.0.0',
      applications: ['Spark'],
      service_role: 'r',
      security_configuration: 's',
      log_uri: 's3://b/',
      log_encryption_kms_key_id: 'k',
      termination_protection: true,
      visible_to_all_users: true,
      ec2_attributes: [
        { subnet_id: 'subnet-1', instance_profile: 'p', key_name: 'k', emr_managed_master_security_group: 'g' },
      ],
      master_instance_group: [{ instance_type: 'm5.xlarge', instance_count: 1 }],
      core_instance_group: [{ instance_type: 'm5.xlarge', instance_count: 2 }],
      bootstrap_action: [{ name: 'b', path: 's3://b/x.sh', args: ['a'] }],
      kerberos_attributes: [{ realm: 'EC2', kdc_admin_password: 'p' }],
    },
    {
      Name: 'c',
      ReleaseLabel: 'emr-7.0.0',
      Applications: [{ Name: 'Spark' }],
      ServiceRole: 'r',
      SecurityConfiguration: 's',
      LogUri: 's3://b/',
      LogEncryptionKmsKeyId: 'k',
      Instances: {
        TerminationProtected: true,
        Ec2SubnetId: 'subnet-1',
        Ec2KeyName: 'k',
        EmrManagedMasterSecurityGroup: 'g',
        MasterInstanceGroup: { InstanceType: 'm5.xlarge', InstanceCount: 1 },
        CoreInstanceGroup: { InstanceType: 'm5.xlarge', InstanceCount: 2 },
      },
      VisibleToAllUsers: true,
      JobFlowRole: 'p',
      BootstrapActions: [{ Name: 'b', ScriptBootstrapAction: { Path: 's3://b/x.sh', Args: ['a'] } }],
      KerberosAttributes: { Realm: 'EC2', KdcAdminPassword: 'p' },
    },
  ),
  example(
    'aws_emr_security_configuration',
    'EMR::SecurityConfiguration',
    { name: 's', configuration: '{"EncryptionConfiguration":{"EnableAtRestEncryption":true}}' },
    { Name: 's', SecurityConfiguration: { EncryptionConfiguration: { EnableAtRestEncryption: true } } },
  ),
  example(
    'aws_emr_studio',
    'EMR::Studio',
    {
      name: 's',
      auth_mode: 'SSO',
      default_s3_location: 's3://b/',
      engine_security_group_id: 'g',
      service_role: 'r',
      subnet_ids: ['subnet-1'],
      user_role: 'u',
      vpc_id: 'vpc-1',
      workspace_security_group_id: 'w',
    },
    {
      Name: 's',
      AuthMode: 'SSO',
      DefaultS3Location: 's3://b/',
      EngineSecurityGroupId: 'g',
      ServiceRole: 'r',
      SubnetIds: ['subnet-1'],
      UserRole: 'u',
      VpcId: 'vpc-1',
      WorkspaceSecurityGroupId: 'w',
    },
  ),
  example(
    'aws_emrserverless_application',
    'EMRServerless::Application',
    {
      name: 'a',
      release_label: 'emr-7.0.0',
      type: 'spark',
      network_configuration: [{ security_group_ids: ['g'], subnet_ids: ['subnet-1'] }],
      image_configuration: [{ image_uri: 'i' }],
    },
    {
      Name: 'a',
      ReleaseLabel: 'emr-7.0.0',
      Type: 'spark',
      NetworkConfiguration: { SecurityGroupIds: ['g'], SubnetIds: ['subnet-1'] },
      ImageConfiguration: { ImageUri: 'i' },
    },
  ),
];
