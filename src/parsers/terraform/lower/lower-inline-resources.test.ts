/** Arguments that are resources of their own, and companions that add to lists, as rules see them. */
import { describe, expect, it } from 'vitest';
import { list, reference, unknown } from '../../../dictionary/testing-values.ts';
import { lower, terraform, written } from './testing-resources.ts';

const gateway = reference('aws_internet_gateway.g', 'id');

describe('arguments that are resources', () => {
  const route = { cidr_block: '0.0.0.0/0', gateway_id: gateway };

  it('are named by their content, not by their place', () => {
    const other = { cidr_block: '10.1.0.0/16', vpc_peering_connection_id: 'p' };
    const addresses = (...routes: object[]) =>
      lower(terraform('aws_route_table.t', { route: routes as never })).resources.map(({ address }) => address);
    expect(addresses(route, other)).toEqual([
      'aws_route_table.t',
      'aws_route_table.t.route["0.0.0.0/0"]',
      'aws_route_table.t.route["10.1.0.0/16"]',
    ]);
    expect(addresses(other, route).sort()).toEqual(addresses(route, other).sort());
    expect(addresses(route, route)).toContain('aws_route_table.t.route["0.0.0.0/0"]#2');
  });

  it('may not be there when their block or their owner may not', () => {
    const known = list([route]);
    const maybe = { ...known, items: known.items.map((item) => ({ ...item, presence: 'unknown' as const })) };
    const { resources } = lower(
      terraform('aws_route_table.a', { route: maybe }),
      terraform('aws_route_table.b', { route: [route] }, { presence: 'unknown' }),
    );
    const routes = resources.filter(({ kind }) => kind === 'AWS::EC2::Route');
    expect(routes.map(({ presence }) => presence)).toEqual(['unknown', 'unknown']);
    expect(routes.map(written)).toMatchObject([
      { DestinationCidrBlock: '0.0.0.0/0' },
      { GatewayId: '<aws_internet_gateway.g.id>' },
    ]);
  });

  it('may be anything when nobody can know them', () => {
    const { resources } = lower(terraform('aws_network_acl.a', { ingress: unknown('var.rules') }));
    const [, entry] = resources;
    expect([entry?.kind, entry?.presence]).toEqual(['AWS::EC2::NetworkAclEntry', 'unknown']);
    expect(written(entry)).toMatchObject({
      NetworkAclId: '<aws_network_acl.a.id>',
      Egress: false,
      CidrBlock: '?variable-without-value|absent',
      RuleAction: '?variable-without-value|absent',
    });
  });

  it('are none when the list is empty', () => {
    const { resources } = lower(terraform('aws_network_acl.a', { ingress: [], egress: [], subnet_ids: [] }));
    expect(resources).toHaveLength(1);
  });
});

describe('companions that add to a list', () => {
  const user = terraform('aws_iam_user.u', { name: 'u' });
  const membership = (name: string, groups: never, presence: 'yes' | 'unknown' = 'yes') =>
    terraform(
      `aws_iam_user_group_membership.${name}`,
      { user: reference('aws_iam_user.u', 'name'), groups },
      { presence },
    );

  it('stand beside each other, and beside what is not known', () => {
    const { resources } = lower(
      user,
      membership('a', ['readers'] as never),
      membership('b', ['admins'] as never, 'unknown'),
      membership('c', unknown('var.groups', true) as never),
    );
    expect(resources.map(written)).toEqual([
      { UserName: 'u', Groups: ['readers', { maybe: 'admins' }, { maybe: '?variable-without-value|absent' }] },
    ]);
  });

  it('find the list of the resource they belong to', () => {
    const attach = (target: string) =>
      terraform('aws_network_interface_sg_attachment.a', {
        network_interface_id: reference(target, 'id'),
        security_group_id: 'sg-1',
      });
    const networkInterface = lower(terraform('aws_network_interface.n', {}), attach('aws_network_interface.n'));
    const instance = lower(terraform('aws_instance.i', { vpc_security_group_ids: ['sg-0'] }), attach('aws_instance.i'));
    expect(written(networkInterface.resources[0])).toEqual({ GroupSet: ['sg-1'] });
    expect(written(instance.resources[0])).toEqual({ SecurityGroupIds: ['sg-0', 'sg-1'] });
  });

  it('attach every policy of an exclusive set', () => {
    const role = terraform('aws_iam_role.r', { name: 'r' });
    const exclusive = (name: string, policies: never) =>
      terraform(`aws_iam_role_policy_attachments_exclusive.${name}`, {
        role_name: reference('aws_iam_role.r', 'name'),
        policy_arns: policies,
      });
    expect(lower(role, exclusive('a', ['arn:a', 'arn:b'] as never)).resources.map(written)).toEqual([
      { RoleName: 'r', ManagedPolicyArns: ['arn:a', 'arn:b'] },
    ]);
    expect(written(lower(role, exclusive('a', unknown('var.arns') as never)).resources[0])).toEqual({
      RoleName: 'r',
      ManagedPolicyArns: [{ maybe: '?variable-without-value' }],
    });
  });
});

describe('companions of companions', () => {
  it('do not make known what may not be there', () => {
    const method = { rest_api_id: 'a', resource_id: 'r', http_method: 'GET' };
    const { resources } = lower(
      terraform('aws_api_gateway_method.m', method),
      terraform('aws_api_gateway_integration.i', { ...method, type: 'MOCK' }, { presence: 'unknown' }),
      terraform('aws_api_gateway_integration_response.i', { ...method, status_code: '200' }),
    );
    expect(written(resources[0])).toMatchObject({ Integration: '?unknown-condition|absent' });
  });

  it('are found by what both refer to', () => {
    const principal = reference('aws_iam_role.r', 'arn');
    const { resources } = lower(
      terraform('aws_eks_access_entry.e', { cluster_name: 'c', principal_arn: principal }),
      terraform('aws_eks_access_policy_association.p', {
        cluster_name: 'c',
        principal_arn: principal,
        policy_arn: 'arn:admin',
      }),
    );
    expect(resources.map(written)).toEqual([
      { ClusterName: 'c', PrincipalArn: '<aws_iam_role.r.arn>', AccessPolicies: [{ PolicyArn: 'arn:admin' }] },
    ]);
  });

  it('put rules into the security group AWS made', () => {
    const { resources } = lower(
      terraform('aws_default_security_group.d', { vpc_id: 'v' }),
      terraform('aws_security_group_rule.r', {
        type: 'ingress',
        security_group_id: reference('aws_default_security_group.d', 'id'),
        from_port: 22,
        to_port: 22,
        protocol: 'tcp',
        cidr_blocks: ['0.0.0.0/0'],
      }),
    );
    expect(resources.map(written)).toMatchObject([{ SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0' }] }]);
  });
});
