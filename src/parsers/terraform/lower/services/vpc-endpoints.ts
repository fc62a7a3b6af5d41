/** Private links: endpoints, what may pass them, and services others reach through them. */
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import type { CompanionTable, ServiceTables } from '../type-table.ts';

function endpointCompanion(type: string, attribute: string, path: string): CompanionTable {
  return {
    type,
    target: ['aws_vpc_endpoint'],
    match: [['vpc_endpoint_id', 'id']],
    fields: {},
    append: { [attribute]: [path] },
  };
}

export const vpcEndpointTables: ServiceTables = {
  types: [
    {
      type: 'aws_vpc_endpoint',
      kind: 'AWS::EC2::VPCEndpoint',
      nameAttribute: 'service_name',
      fields: { policy: 'PolicyDocument' },
    },
    {
      type: 'aws_vpc_endpoint_service',
      kind: 'AWS::EC2::VPCEndpointService',
      fields: {},
      inlineResources: [
        {
          attribute: 'allowed_principals',
          kind: 'AWS::EC2::VPCEndpointServicePermissions',
          owner: 'ServiceId',
          fields: {},
          change: chain(objectWith('allowed_principals'), asList),
        },
      ],
    },
    {
      type: 'aws_vpc_endpoint_service_allowed_principal',
      kind: 'AWS::EC2::VPCEndpointServicePermissions',
      fields: {
        vpc_endpoint_service_id: 'ServiceId',
        principal_arn: { path: 'AllowedPrincipals', change: asList },
      },
    },
    { type: 'aws_ec2_instance_connect_endpoint', kind: 'AWS::EC2::InstanceConnectEndpoint', fields: {} },
  ],
  companions: [
    {
      type: 'aws_vpc_endpoint_policy',
      target: ['aws_vpc_endpoint'],
      match: [['vpc_endpoint_id', 'id']],
      fields: { policy: 'PolicyDocument' },
    },
    endpointCompanion('aws_vpc_endpoint_security_group_association', 'security_group_id', 'SecurityGroupIds'),
    endpointCompanion('aws_vpc_endpoint_route_table_association', 'route_table_id', 'RouteTableIds'),
    endpointCompanion('aws_vpc_endpoint_subnet_association', 'subnet_id', 'SubnetIds'),
  ],
};
