/** AppSync: GraphQL and event APIs, their keys, and the data their fields are resolved from. */
import type { Fields, ServiceTables } from '../type-table.ts';

const inRegion: Fields = { region: 'AwsRegion' };
const resolver: Fields = {
  data_source: 'DataSourceName',
  request_template: 'RequestMappingTemplate',
  response_template: 'ResponseMappingTemplate',
};

export const appsyncTables: ServiceTables = {
  types: [
    { type: 'aws_appsync_graphql_api', kind: 'AWS::AppSync::GraphQLApi', fields: {} },
    { type: 'aws_appsync_api', kind: 'AWS::AppSync::Api', fields: {} },
    {
      type: 'aws_appsync_api_key',
      kind: 'AWS::AppSync::ApiKey',
      nameAttribute: 'api_id',
      // A date here, seconds in CloudFormation.
      fields: { expires: null },
    },
    { type: 'aws_appsync_api_cache', kind: 'AWS::AppSync::ApiCache', nameAttribute: 'api_id', fields: {} },
    { type: 'aws_appsync_domain_name', kind: 'AWS::AppSync::DomainName', nameAttribute: 'domain_name', fields: {} },
    {
      type: 'aws_appsync_datasource',
      kind: 'AWS::AppSync::DataSource',
      fields: {
        dynamodb_config: { path: 'DynamoDBConfig', fields: inRegion },
        elasticsearch_config: { path: 'ElasticsearchConfig', fields: inRegion },
        opensearchservice_config: { path: 'OpenSearchServiceConfig', fields: inRegion },
        lambda_config: { path: 'LambdaConfig', fields: { function_arn: 'LambdaFunctionArn' } },
        relational_database_config: {
          path: 'RelationalDatabaseConfig',
          fields: {
            source_type: 'RelationalDatabaseSourceType',
            http_endpoint_config: { path: 'RdsHttpEndpointConfig', fields: inRegion },
          },
        },
      },
    },
    {
      type: 'aws_appsync_resolver',
      kind: 'AWS::AppSync::Resolver',
      nameAttribute: 'field',
      fields: { ...resolver, field: 'FieldName', type: 'TypeName' },
    },
    {
      type: 'aws_appsync_function',
      kind: 'AWS::AppSync::FunctionConfiguration',
      fields: { data_source: 'DataSourceName' },
    },
  ],
};
