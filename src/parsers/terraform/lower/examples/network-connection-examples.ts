/** Peering, transit gateways and VPN. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample } from './lowering-example.ts';

export const networkConnectionExamples: readonly LoweringExample[] = [
  example(
    'aws_vpc_peering_connection',
    'EC2::VPCPeeringConnection',
    {
      vpc_id: reference('aws_vpc.main', 'id'),
      peer_vpc_id: 'vpc-2',
      peer_owner_id: '111122223333',
      peer_region: 'eu-west-1',
    },
    { VpcId: '<aws_vpc.main.id>', PeerVpcId: 'vpc-2', PeerOwnerId: '111122223333', PeerRegion: 'eu-west-1' },
  ),
  example(
    'aws_ec2_transit_gateway',
    'EC2::TransitGateway',
    {
      description: 't',
      amazon_side_asn: 64512,
      auto_accept_shared_attachments: 'enable',
      default_route_table_association: 'enable',
      default_route_table_propagation: 'enable',
      dns_support: 'enable',
    },
    {
      Description: 't',
      AmazonSideAsn: 64512,
      AutoAcceptSharedAttachments: 'enable',
      DefaultRouteTableAssociation: 'enable',
      DefaultRouteTablePropagation: 'enable',
      DnsSupport: 'enable',
    },
  ),
  example(
    'aws_ec2_transit_gateway_vpc_attachment',
    'EC2::TransitGatewayVpcAttachment',
    {
      transit_gateway_id: reference('aws_ec2_transit_gateway.t', 'id'),
      vpc_id: reference('aws_vpc.main', 'id'),
      subnet_ids: ['s'],
      appliance_mode_support: 'disable',
      dns_support: 'enable',
      ipv6_support: 'disable',
      security_group_referencing_support: 'enable',
    },
    {
      TransitGatewayId: '<aws_ec2_transit_gateway.t.id>',
      VpcId: '<aws_vpc.main.id>',
      SubnetIds: ['s'],
      Options: {
        ApplianceModeSupport: 'disable',
        DnsSupport: 'enable',
        Ipv6Support: 'disable',
        SecurityGroupReferencingSupport: 'enable',
      },
    },
  ),
  example(
    'aws_ec2_transit_gateway_peering_attachment',
    'EC2::TransitGatewayPeeringAttachment',
    {
      transit_gateway_id: reference('aws_ec2_transit_gateway.t', 'id'),
      peer_transit_gateway_id: 't2',
      peer_account_id: '111122223333',
      peer_region: 'us-east-1',
    },
    {
      TransitGatewayId: '<aws_ec2_transit_gateway.t.id>',
      PeerTransitGatewayId: 't2',
      PeerAccountId: '111122223333',
      PeerRegion: 'us-east-1',
    },
  ),
  example(
    'aws_ec2_transit_gateway_route',
    'EC2::TransitGatewayRoute',
    {
      transit_gateway_route_table_id: reference('aws_ec2_transit_gateway_route_table.t', 'id'),
      destination_cidr_block: '0.0.0.0/0',
      transit_gateway_attachment_id: reference('aws_ec2_transit_gateway_vpc_attachment.a', 'id'),
      blackhole: false,
    },
    {
      TransitGatewayRouteTableId: '<aws_ec2_transit_gateway_route_table.t.id>',
      DestinationCidrBlock: '0.0.0.0/0',
      TransitGatewayAttachmentId: '<aws_ec2_transit_gateway_vpc_attachment.a.id>',
      Blackhole: false,
    },
  ),
  example(
    'aws_ec2_transit_gateway_route_table',
    'EC2::TransitGatewayRouteTable',
    { transit_gateway_id: reference('aws_ec2_transit_gateway.t', 'id') },
    { TransitGatewayId: '<aws_ec2_transit_gateway.t.id>' },
  ),
  example(
    'aws_ec2_transit_gateway_route_table_association',
    'EC2::TransitGatewayRouteTableAssociation',
    {
      transit_gateway_route_table_id: reference('aws_ec2_transit_gateway_route_table.t', 'id'),
      transit_gateway_attachment_id: reference('aws_ec2_transit_gateway_vpc_attachment.a', 'id'),
    },
    {
      TransitGatewayRouteTableId: '<aws_ec2_transit_gateway_route_table.t.id>',
      TransitGatewayAttachmentId: '<aws_ec2_transit_gateway_vpc_attachment.a.id>',
    },
  ),
  example(
    'aws_ec2_transit_gateway_route_table_propagation',
    'EC2::TransitGatewayRouteTablePropagation',
    {
      transit_gateway_route_table_id: reference('aws_ec2_transit_gateway_route_table.t', 'id'),
      transit_gateway_attachment_id: reference('aws_ec2_transit_gateway_vpc_attachment.a', 'id'),
    },
    {
      TransitGatewayRouteTableId: '<aws_ec2_transit_gateway_route_table.t.id>',
      TransitGatewayAttachmentId: '<aws_ec2_transit_gateway_vpc_attachment.a.id>',
    },
  ),
  example(
    'aws_customer_gateway',
    'EC2::CustomerGateway',
    { bgp_asn: '65000', ip_address: '192.0.2.1', type: 'ipsec.1' },
    { BgpAsn: 65000, IpAddress: '192.0.2.1', Type: 'ipsec.1' },
  ),
  example(
    'aws_vpn_connection',
    'EC2::VPNConnection',
    {
      customer_gateway_id: reference('aws_customer_gateway.c', 'id'),
      vpn_gateway_id: reference('aws_vpn_gateway.g', 'id'),
      type: 'ipsec.1',
      static_routes_only: true,
    },
    {
      CustomerGatewayId: '<aws_customer_gateway.c.id>',
      VpnGatewayId: '<aws_vpn_gateway.g.id>',
      Type: 'ipsec.1',
      StaticRoutesOnly: true,
    },
  ),
  example(
    'aws_vpn_connection_route',
    'EC2::VPNConnectionRoute',
    { vpn_connection_id: reference('aws_vpn_connection.c', 'id'), destination_cidr_block: '10.1.0.0/16' },
    { VpnConnectionId: '<aws_vpn_connection.c.id>', DestinationCidrBlock: '10.1.0.0/16' },
  ),
  example(
    'aws_ec2_client_vpn_endpoint',
    'EC2::ClientVpnEndpoint',
    {
      description: 'd',
      client_cidr_block: '10.8.0.0/22',
      server_certificate_arn: 'c',
      split_tunnel: true,
      vpc_id: reference('aws_vpc.main', 'id'),
      security_group_ids: ['g'],
      authentication_options: [
        { type: 'certificate-authentication', root_certificate_chain_arn: 'r' },
        { type: 'federated-authentication', saml_provider_arn: 'p', self_service_saml_provider_arn: 'q' },
        { type: 'directory-service-authentication', active_directory_id: 'd' },
      ],
      connection_log_options: [{ enabled: true, cloudwatch_log_group: 'l' }],
    },
    {
      Description: 'd',
      ClientCidrBlock: '10.8.0.0/22',
      ServerCertificateArn: 'c',
      SplitTunnel: true,
      VpcId: '<aws_vpc.main.id>',
      SecurityGroupIds: ['g'],
      AuthenticationOptions: [
        { Type: 'certificate-authentication', MutualAuthentication: { ClientRootCertificateChainArn: 'r' } },
        {
          Type: 'federated-authentication',
          FederatedAuthentication: { SAMLProviderArn: 'p', SelfServiceSAMLProviderArn: 'q' },
        },
        { Type: 'directory-service-authentication', ActiveDirectory: { DirectoryId: 'd' } },
      ],
      ConnectionLogOptions: { Enabled: true, CloudwatchLogGroup: 'l' },
    },
  ),
  example(
    'aws_ec2_client_vpn_authorization_rule',
    'EC2::ClientVpnAuthorizationRule',
    {
      client_vpn_endpoint_id: reference('aws_ec2_client_vpn_endpoint.c', 'id'),
      target_network_cidr: '0.0.0.0/0',
      authorize_all_groups: true,
    },
    {
      ClientVpnEndpointId: '<aws_ec2_client_vpn_endpoint.c.id>',
      TargetNetworkCidr: '0.0.0.0/0',
      AuthorizeAllGroups: true,
    },
  ),
  example(
    'aws_ec2_client_vpn_network_association',
    'EC2::ClientVpnTargetNetworkAssociation',
    { client_vpn_endpoint_id: reference('aws_ec2_client_vpn_endpoint.c', 'id'), subnet_id: 's' },
    { ClientVpnEndpointId: '<aws_ec2_client_vpn_endpoint.c.id>', SubnetId: 's' },
  ),
  example(
    'aws_ec2_client_vpn_route',
    'EC2::ClientVpnRoute',
    {
      client_vpn_endpoint_id: reference('aws_ec2_client_vpn_endpoint.c', 'id'),
      destination_cidr_block: '0.0.0.0/0',
      target_vpc_subnet_id: 's',
    },
    {
      ClientVpnEndpointId: '<aws_ec2_client_vpn_endpoint.c.id>',
      DestinationCidrBlock: '0.0.0.0/0',
      TargetVpcSubnetId: 's',
    },
  ),
];
