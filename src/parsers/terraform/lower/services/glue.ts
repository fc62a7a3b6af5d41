/** Glue: jobs, crawlers, connections, and how the data catalog is encrypted. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { objectWith } from '../changes/object-with.ts';
import type { ServiceTables } from '../type-table.ts';

export const glueTables: ServiceTables = {
  types: [
    {
      type: 'aws_glue_job',
      kind: 'AWS::Glue::Job',
      fields: {
        role_arn: 'Role',
        connections: { path: 'Connections', change: objectWith('connections') },
      },
    },
    {
      type: 'aws_glue_catalog_database',
      kind: 'AWS::Glue::Database',
      fields: {
        name: 'DatabaseInput.Name',
        description: 'DatabaseInput.Description',
        location_uri: 'DatabaseInput.LocationUri',
        parameters: 'DatabaseInput.Parameters',
        create_table_default_permission: 'DatabaseInput.CreateTableDefaultPermissions',
        federated_database: 'DatabaseInput.FederatedDatabase',
        target_database: 'DatabaseInput.TargetDatabase',
      },
    },
    {
      type: 'aws_glue_connection',
      kind: 'AWS::Glue::Connection',
      fields: {
        name: 'ConnectionInput.Name',
        description: 'ConnectionInput.Description',
        connection_type: 'ConnectionInput.ConnectionType',
        connection_properties: { path: 'ConnectionInput.ConnectionProperties', change: markSensitive },
        athena_properties: { path: 'ConnectionInput.AthenaProperties', change: markSensitive },
        match_criteria: 'ConnectionInput.MatchCriteria',
        physical_connection_requirements: 'ConnectionInput.PhysicalConnectionRequirements',
      },
    },
    { type: 'aws_glue_security_configuration', kind: 'AWS::Glue::SecurityConfiguration', fields: {} },
    {
      type: 'aws_glue_crawler',
      kind: 'AWS::Glue::Crawler',
      fields: {
        security_configuration: 'CrawlerSecurityConfiguration',
        schedule: { path: 'Schedule', change: objectWith('schedule_expression') },
        catalog_target: 'Targets.CatalogTargets',
        delta_target: 'Targets.DeltaTargets',
        dynamodb_target: 'Targets.DynamoDBTargets',
        hudi_target: 'Targets.HudiTargets',
        iceberg_target: 'Targets.IcebergTargets',
        jdbc_target: 'Targets.JdbcTargets',
        mongodb_target: 'Targets.MongoDBTargets',
        s3_target: 'Targets.S3Targets',
      },
    },
    {
      type: 'aws_glue_data_catalog_encryption_settings',
      kind: 'AWS::Glue::DataCatalogEncryptionSettings',
      nameAttribute: 'catalog_id',
      fields: {
        data_catalog_encryption_settings: {
          path: 'DataCatalogEncryptionSettings',
          fields: {
            connection_password_encryption: {
              path: 'ConnectionPasswordEncryption',
              fields: { aws_kms_key_id: 'KmsKeyId' },
            },
          },
        },
      },
    },
    { type: 'aws_glue_trigger', kind: 'AWS::Glue::Trigger', fields: { enabled: null } },
    { type: 'aws_glue_dev_endpoint', kind: 'AWS::Glue::DevEndpoint', fields: { name: 'EndpointName' } },
  ],
};
