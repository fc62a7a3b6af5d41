/** Network access lists: their entries are resources of their own in CloudFormation, whether inline or not. */
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import { translate } from '../changes/translate.ts';
import type { Fields, InlineResources, ServiceTables, Target } from '../type-table.ts';

/** CloudFormation takes protocols by number. https://www.iana.org/assignments/protocol-numbers */
const protocol: Target = {
  path: 'Protocol',
  change: translate({ all: '-1', icmp: '1', tcp: '6', udp: '17', icmpv6: '58', 'ipv6-icmp': '58' }),
};
const entry: Fields = {
  protocol,
  action: 'RuleAction',
  rule_no: 'RuleNumber',
  from_port: 'PortRange.From',
  to_port: 'PortRange.To',
  icmp_code: 'Icmp.Code',
  icmp_type: 'Icmp.Type',
};

function entries(attribute: 'ingress' | 'egress'): InlineResources {
  return {
    attribute,
    kind: 'AWS::EC2::NetworkAclEntry',
    owner: 'NetworkAclId',
    label: ['rule_no'],
    fixed: { Egress: attribute === 'egress' },
    fields: entry,
  };
}

const subnets: InlineResources = {
  attribute: 'subnet_ids',
  kind: 'AWS::EC2::SubnetNetworkAclAssociation',
  owner: 'NetworkAclId',
  label: ['subnet_id'],
  fields: {},
  change: each(objectWith('subnet_id')),
};

const inlineResources = [entries('ingress'), entries('egress'), subnets];

export const networkAclTables: ServiceTables = {
  types: [
    { type: 'aws_network_acl', kind: 'AWS::EC2::NetworkAcl', fields: {}, inlineResources },
    { type: 'aws_default_network_acl', kind: 'AWS::EC2::NetworkAcl', fields: {}, inlineResources },
    { type: 'aws_network_acl_rule', kind: 'AWS::EC2::NetworkAclEntry', fields: entry },
    { type: 'aws_network_acl_association', kind: 'AWS::EC2::SubnetNetworkAclAssociation', fields: {} },
  ],
};
