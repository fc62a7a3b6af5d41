/** Which way a rule resource of a security group goes, and the property it becomes. */
import type { TerraformResource } from '../terraform-resource.ts';
import type { Direction } from './expand-security-group-rule.ts';

/** Property of a security group that holds the rules of a direction. */
export const RULES_PROPERTY: Readonly<Record<Direction, string>> = {
  ingress: 'SecurityGroupIngress',
  egress: 'SecurityGroupEgress',
};

/** Direction of a rule resource; undefined for other types and for a `type` that is not known. */
export function ruleDirection(resource: TerraformResource): Direction | undefined {
  if (resource.type === 'aws_vpc_security_group_ingress_rule') return 'ingress';
  if (resource.type === 'aws_vpc_security_group_egress_rule') return 'egress';
  if (resource.type !== 'aws_security_group_rule') return undefined;
  const type = resource.body.entries.get('type');
  const text = type?.state === 'known' && type.type === 'scalar' ? type.value : undefined;
  return text === 'ingress' || text === 'egress' ? text : undefined;
}
