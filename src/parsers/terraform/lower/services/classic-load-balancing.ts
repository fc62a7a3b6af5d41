/** Classic load balancers. */
import { translate } from '../changes/translate.ts';
import type { ServiceTables } from '../type-table.ts';

export const classicLoadBalancingTables: ServiceTables = {
  types: [
    {
      type: 'aws_elb',
      kind: 'AWS::ElasticLoadBalancing::LoadBalancer',
      fields: {
        name: 'LoadBalancerName',
        internal: { path: 'Scheme', change: translate({ true: 'internal', false: 'internet-facing' }) },
        listener: { path: 'Listeners', fields: { lb_port: 'LoadBalancerPort', lb_protocol: 'Protocol' } },
        access_logs: {
          path: 'AccessLoggingPolicy',
          fields: { bucket: 'S3BucketName', bucket_prefix: 'S3BucketPrefix', interval: 'EmitInterval' },
        },
        cross_zone_load_balancing: 'CrossZone',
        idle_timeout: 'ConnectionSettings.IdleTimeout',
        connection_draining: 'ConnectionDrainingPolicy.Enabled',
        connection_draining_timeout: 'ConnectionDrainingPolicy.Timeout',
      },
    },
  ],
  companions: [
    {
      type: 'aws_elb_attachment',
      target: ['aws_elb'],
      match: [['elb', 'name']],
      fields: {},
      append: { instance: ['Instances'] },
    },
    {
      type: 'aws_load_balancer_policy',
      target: ['aws_elb'],
      match: [['load_balancer_name', 'name']],
      into: 'Policies',
      fields: { policy_type_name: 'PolicyType', policy_attribute: 'Attributes' },
    },
  ],
};
