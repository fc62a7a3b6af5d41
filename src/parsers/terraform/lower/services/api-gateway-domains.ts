/** Names, private links and the account settings of API Gateway's REST APIs. */
import type { ServiceTables } from '../type-table.ts';

export const apiGatewayDomainTables: ServiceTables = {
  types: [
    {
      type: 'aws_api_gateway_domain_name',
      kind: 'AWS::ApiGateway::DomainName',
      // Only private domain names have a policy, and CloudFormation has those as another type.
      variants: [{ when: 'policy', kind: 'AWS::ApiGateway::DomainNameV2' }],
      nameAttribute: 'domain_name',
      fields: {},
    },
    {
      type: 'aws_api_gateway_domain_name_access_association',
      kind: 'AWS::ApiGateway::DomainNameAccessAssociation',
      fields: {},
    },
    {
      type: 'aws_api_gateway_base_path_mapping',
      kind: 'AWS::ApiGateway::BasePathMapping',
      fields: { api_id: 'RestApiId', stage_name: 'Stage' },
    },
    { type: 'aws_api_gateway_vpc_link', kind: 'AWS::ApiGateway::VpcLink', fields: {} },
    { type: 'aws_api_gateway_client_certificate', kind: 'AWS::ApiGateway::ClientCertificate', fields: {} },
    { type: 'aws_api_gateway_account', kind: 'AWS::ApiGateway::Account', fields: {} },
  ],
};
