/** VPC Lattice: networks of services, who may call, and where calls go. */
import { pick } from '../changes/pick.ts';
import type { ServiceTables } from '../type-table.ts';

export const latticeTables: ServiceTables = {
  types: [
    { type: 'aws_vpclattice_service', kind: 'AWS::VpcLattice::Service', fields: {} },
    { type: 'aws_vpclattice_service_network', kind: 'AWS::VpcLattice::ServiceNetwork', fields: {} },
    {
      type: 'aws_vpclattice_service_network_service_association',
      kind: 'AWS::VpcLattice::ServiceNetworkServiceAssociation',
      fields: {},
    },
    {
      type: 'aws_vpclattice_service_network_vpc_association',
      kind: 'AWS::VpcLattice::ServiceNetworkVpcAssociation',
      fields: {},
    },
    {
      type: 'aws_vpclattice_service_network_resource_association',
      kind: 'AWS::VpcLattice::ServiceNetworkResourceAssociation',
      fields: {
        resource_configuration_identifier: 'ResourceConfigurationId',
        service_network_identifier: 'ServiceNetworkId',
      },
    },
    { type: 'aws_vpclattice_auth_policy', kind: 'AWS::VpcLattice::AuthPolicy', fields: {} },
    { type: 'aws_vpclattice_resource_policy', kind: 'AWS::VpcLattice::ResourcePolicy', fields: {} },
    {
      type: 'aws_vpclattice_listener',
      kind: 'AWS::VpcLattice::Listener',
      fields: { service_arn: 'ServiceIdentifier' },
    },
    { type: 'aws_vpclattice_listener_rule', kind: 'AWS::VpcLattice::Rule', fields: {} },
    {
      type: 'aws_vpclattice_target_group',
      kind: 'AWS::VpcLattice::TargetGroup',
      fields: {
        config: {
          path: 'Config',
          fields: {
            health_check: {
              path: 'HealthCheck',
              fields: { matcher: { path: 'Matcher', fields: { value: 'HttpCode' } } },
            },
          },
        },
      },
    },
    { type: 'aws_vpclattice_access_log_subscription', kind: 'AWS::VpcLattice::AccessLogSubscription', fields: {} },
    {
      type: 'aws_vpclattice_resource_configuration',
      kind: 'AWS::VpcLattice::ResourceConfiguration',
      fields: {
        type: 'ResourceConfigurationType',
        protocol: 'ProtocolType',
        resource_gateway_identifier: 'ResourceGatewayId',
        allow_association_to_shareable_service_network: 'AllowAssociationToSharableServiceNetwork',
        resource_configuration_definition: {
          path: 'ResourceConfigurationDefinition',
          fields: {
            arn_resource: { path: 'ArnResource', change: pick('arn') },
            ip_resource: { path: 'IpResource', change: pick('ip_address') },
          },
        },
      },
    },
    {
      type: 'aws_vpclattice_resource_gateway',
      kind: 'AWS::VpcLattice::ResourceGateway',
      fields: { vpc_id: 'VpcIdentifier' },
    },
  ],
  companions: [
    {
      type: 'aws_vpclattice_target_group_attachment',
      target: ['aws_vpclattice_target_group'],
      match: [['target_group_identifier', 'id']],
      into: 'Targets',
      fields: { target: { path: '', fields: { id: 'Id' } } },
    },
  ],
};
