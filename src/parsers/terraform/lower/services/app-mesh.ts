/** App Mesh, which ended on 2026-09-30, and Cloud Map, by which services find each other. */
import type { ServiceTables } from '../type-table.ts';

export const appMeshTables: ServiceTables = {
  types: [
    { type: 'aws_appmesh_mesh', kind: 'AWS::AppMesh::Mesh', fields: { name: 'MeshName' } },
    { type: 'aws_appmesh_virtual_node', kind: 'AWS::AppMesh::VirtualNode', fields: { name: 'VirtualNodeName' } },
    {
      type: 'aws_appmesh_virtual_gateway',
      kind: 'AWS::AppMesh::VirtualGateway',
      fields: { name: 'VirtualGatewayName' },
    },
    { type: 'aws_appmesh_virtual_router', kind: 'AWS::AppMesh::VirtualRouter', fields: { name: 'VirtualRouterName' } },
    {
      type: 'aws_appmesh_virtual_service',
      kind: 'AWS::AppMesh::VirtualService',
      fields: { name: 'VirtualServiceName' },
    },
    { type: 'aws_appmesh_route', kind: 'AWS::AppMesh::Route', fields: { name: 'RouteName' } },
    { type: 'aws_appmesh_gateway_route', kind: 'AWS::AppMesh::GatewayRoute', fields: { name: 'GatewayRouteName' } },
    { type: 'aws_service_discovery_http_namespace', kind: 'AWS::ServiceDiscovery::HttpNamespace', fields: {} },
    {
      type: 'aws_service_discovery_private_dns_namespace',
      kind: 'AWS::ServiceDiscovery::PrivateDnsNamespace',
      fields: {},
    },
    {
      type: 'aws_service_discovery_public_dns_namespace',
      kind: 'AWS::ServiceDiscovery::PublicDnsNamespace',
      fields: {},
    },
    { type: 'aws_service_discovery_service', kind: 'AWS::ServiceDiscovery::Service', fields: {} },
    {
      type: 'aws_service_discovery_instance',
      kind: 'AWS::ServiceDiscovery::Instance',
      nameAttribute: 'instance_id',
      fields: { attributes: 'InstanceAttributes' },
    },
  ],
};
