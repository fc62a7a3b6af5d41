/** Route 53: zones, records and health checks. */
import { pick } from '../changes/pick.ts';
import type { ServiceTables, Target } from '../type-table.ts';

function config(name: string): string {
  return `HealthCheckConfig.${name}`;
}

const routing = (path: string, field: string): Target => ({ path, change: pick(field) });

export const route53Tables: ServiceTables = {
  types: [
    {
      type: 'aws_route53_zone',
      kind: 'AWS::Route53::HostedZone',
      fields: { comment: 'HostedZoneConfig.Comment', tags: 'HostedZoneTags' },
    },
    {
      type: 'aws_route53_record',
      kind: 'AWS::Route53::RecordSet',
      fields: {
        zone_id: 'HostedZoneId',
        records: 'ResourceRecords',
        alias: { path: 'AliasTarget', fields: { name: 'DNSName', zone_id: 'HostedZoneId' } },
        multivalue_answer_routing_policy: 'MultiValueAnswer',
        failover_routing_policy: routing('Failover', 'type'),
        latency_routing_policy: routing('Region', 'region'),
        weighted_routing_policy: routing('Weight', 'weight'),
        cidr_routing_policy: 'CidrRoutingConfig',
        geolocation_routing_policy: {
          path: 'GeoLocation',
          fields: { continent: 'ContinentCode', country: 'CountryCode', subdivision: 'SubdivisionCode' },
        },
      },
    },
    {
      type: 'aws_route53_health_check',
      kind: 'AWS::Route53::HealthCheck',
      nameAttribute: 'reference_name',
      fields: {
        type: config('Type'),
        fqdn: config('FullyQualifiedDomainName'),
        ip_address: config('IPAddress'),
        port: config('Port'),
        resource_path: config('ResourcePath'),
        search_string: config('SearchString'),
        failure_threshold: config('FailureThreshold'),
        request_interval: config('RequestInterval'),
        measure_latency: config('MeasureLatency'),
        invert_healthcheck: config('Inverted'),
        enable_sni: config('EnableSNI'),
        regions: config('Regions'),
        child_healthchecks: config('ChildHealthChecks'),
        child_health_threshold: config('HealthThreshold'),
        cloudwatch_alarm_name: config('AlarmIdentifier.Name'),
        cloudwatch_alarm_region: config('AlarmIdentifier.Region'),
        insufficient_data_health_status: config('InsufficientDataHealthStatus'),
        routing_control_arn: config('RoutingControlArn'),
        tags: 'HealthCheckTags',
      },
    },
    { type: 'aws_route53_key_signing_key', kind: 'AWS::Route53::KeySigningKey', fields: {} },
    { type: 'aws_route53_hosted_zone_dnssec', kind: 'AWS::Route53::DNSSEC', fields: {} },
  ],
  companions: [
    {
      type: 'aws_route53_query_log',
      target: ['aws_route53_zone'],
      match: [['zone_id', 'zone_id']],
      fields: { cloudwatch_log_group_arn: 'QueryLoggingConfig.CloudWatchLogsLogGroupArn' },
    },
    {
      type: 'aws_route53_zone_association',
      target: ['aws_route53_zone'],
      match: [['zone_id', 'zone_id']],
      into: 'VPCs',
      fields: {},
    },
  ],
};
