/** Athena and Lake Formation: where queries leave their results, and who may read which tables. */
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import type { Fields, ServiceTables, Target } from '../type-table.ts';

const principals = each(objectWith('data_lake_principal_identifier'));
const ofPrincipal: Fields = {
  principal: { path: 'Principal', change: objectWith('data_lake_principal_identifier') },
};
const tag: Fields = { key: 'TagKey', values: 'TagValues' };
const tableWithColumns: Target = {
  path: 'Resource.TableWithColumns',
  fields: { excluded_column_names: 'ColumnWildcard.ExcludedColumnNames' },
};

export const lakeTables: ServiceTables = {
  types: [
    {
      type: 'aws_athena_workgroup',
      kind: 'AWS::Athena::WorkGroup',
      fields: {
        configuration: {
          path: 'WorkGroupConfiguration',
          fields: {
            result_configuration: {
              path: 'ResultConfiguration',
              fields: {
                encryption_configuration: { path: 'EncryptionConfiguration', fields: { kms_key_arn: 'KmsKey' } },
              },
            },
          },
        },
      },
    },
    { type: 'aws_athena_data_catalog', kind: 'AWS::Athena::DataCatalog', fields: {} },
    {
      type: 'aws_lakeformation_data_lake_settings',
      kind: 'AWS::LakeFormation::DataLakeSettings',
      nameAttribute: 'catalog_id',
      fields: {
        admins: { path: 'Admins', change: principals },
        read_only_admins: { path: 'ReadOnlyAdmins', change: principals },
        external_data_filtering_allow_list: { path: 'ExternalDataFilteringAllowList', change: principals },
        create_database_default_permissions: { path: 'CreateDatabaseDefaultPermissions', fields: ofPrincipal },
        create_table_default_permissions: { path: 'CreateTableDefaultPermissions', fields: ofPrincipal },
      },
    },
    {
      type: 'aws_lakeformation_permissions',
      kind: 'AWS::LakeFormation::PrincipalPermissions',
      nameAttribute: 'principal',
      fields: {
        ...ofPrincipal,
        catalog_id: 'Catalog',
        data_cells_filter: 'Resource.DataCellsFilter',
        data_location: { path: 'Resource.DataLocation', fields: { arn: 'ResourceArn' } },
        database: 'Resource.Database',
        lf_tag: { path: 'Resource.LFTag', fields: tag },
        lf_tag_policy: { path: 'Resource.LFTagPolicy', fields: { expression: { path: 'Expression', fields: tag } } },
        table: 'Resource.Table',
        table_with_columns: tableWithColumns,
      },
    },
    {
      type: 'aws_lakeformation_resource',
      kind: 'AWS::LakeFormation::Resource',
      nameAttribute: 'arn',
      fields: { arn: 'ResourceArn' },
    },
  ],
};
