/** Connections between networks: peering, transit gateways, VPN. */
import type { Fields, ServiceTables } from '../type-table.ts';

const attachmentOptions: Fields = {
  appliance_mode_support: 'Options.ApplianceModeSupport',
  dns_support: 'Options.DnsSupport',
  ipv6_support: 'Options.Ipv6Support',
  security_group_referencing_support: 'Options.SecurityGroupReferencingSupport',
};

export const networkConnectionTables: ServiceTables = {
  types: [
    { type: 'aws_vpc_peering_connection', kind: 'AWS::EC2::VPCPeeringConnection', fields: {} },
    { type: 'aws_ec2_transit_gateway', kind: 'AWS::EC2::TransitGateway', nameAttribute: 'description', fields: {} },
    {
      type: 'aws_ec2_transit_gateway_vpc_attachment',
      kind: 'AWS::EC2::TransitGatewayVpcAttachment',
      fields: attachmentOptions,
    },
    {
      type: 'aws_ec2_transit_gateway_peering_attachment',
      kind: 'AWS::EC2::TransitGatewayPeeringAttachment',
      fields: {},
    },
    { type: 'aws_ec2_transit_gateway_route', kind: 'AWS::EC2::TransitGatewayRoute', fields: {} },
    { type: 'aws_ec2_transit_gateway_route_table', kind: 'AWS::EC2::TransitGatewayRouteTable', fields: {} },
    {
      type: 'aws_ec2_transit_gateway_route_table_association',
      kind: 'AWS::EC2::TransitGatewayRouteTableAssociation',
      fields: {},
    },
    {
      type: 'aws_ec2_transit_gateway_route_table_propagation',
      kind: 'AWS::EC2::TransitGatewayRouteTablePropagation',
      fields: {},
    },
    { type: 'aws_customer_gateway', kind: 'AWS::EC2::CustomerGateway', nameAttribute: 'ip_address', fields: {} },
    { type: 'aws_vpn_connection', kind: 'AWS::EC2::VPNConnection', fields: {} },
    { type: 'aws_vpn_connection_route', kind: 'AWS::EC2::VPNConnectionRoute', fields: {} },
    {
      type: 'aws_ec2_client_vpn_endpoint',
      kind: 'AWS::EC2::ClientVpnEndpoint',
      nameAttribute: 'description',
      fields: {
        authentication_options: {
          path: 'AuthenticationOptions',
          fields: {
            root_certificate_chain_arn: 'MutualAuthentication.ClientRootCertificateChainArn',
            active_directory_id: 'ActiveDirectory.DirectoryId',
            saml_provider_arn: 'FederatedAuthentication.SAMLProviderArn',
            self_service_saml_provider_arn: 'FederatedAuthentication.SelfServiceSAMLProviderArn',
          },
        },
      },
    },
    {
      type: 'aws_ec2_client_vpn_authorization_rule',
      kind: 'AWS::EC2::ClientVpnAuthorizationRule',
      fields: {},
    },
    {
      type: 'aws_ec2_client_vpn_network_association',
      kind: 'AWS::EC2::ClientVpnTargetNetworkAssociation',
      fields: {},
    },
    { type: 'aws_ec2_client_vpn_route', kind: 'AWS::EC2::ClientVpnRoute', fields: {} },
  ],
};
