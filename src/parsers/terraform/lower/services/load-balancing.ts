/** Application and network load balancers: listeners, rules, certificates and targets. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { asList } from '../changes/as-list.ts';
import { attributesOf } from '../changes/attributes-of.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import { translate } from '../changes/translate.ts';
import type { CompanionTable, Fields, ServiceTables, Target, TypeTable } from '../type-table.ts';

/** Attributes are a list of keys and values in CloudFormation. */
function attribute(path: string, key: string): Target {
  return { path, change: chain(objectWith('value', { key }), asList) };
}

const balancerAttribute = (key: string) => attribute('LoadBalancerAttributes', key);
const groupAttribute = (key: string) => attribute('TargetGroupAttributes', key);
const logs = (name: string): Target => ({
  path: 'LoadBalancerAttributes',
  change: attributesOf({ enabled: `${name}.s3.enabled`, bucket: `${name}.s3.bucket`, prefix: `${name}.s3.prefix` }),
});

const loadBalancer: Omit<TypeTable, 'type'> = {
  kind: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  fields: {
    internal: { path: 'Scheme', change: translate({ true: 'internal', false: 'internet-facing' }) },
    load_balancer_type: 'Type',
    access_logs: logs('access_logs'),
    connection_logs: logs('connection_logs'),
    health_check_logs: logs('health_check_logs'),
    enable_deletion_protection: balancerAttribute('deletion_protection.enabled'),
    drop_invalid_header_fields: balancerAttribute('routing.http.drop_invalid_header_fields.enabled'),
    desync_mitigation_mode: balancerAttribute('routing.http.desync_mitigation_mode'),
    enable_waf_fail_open: balancerAttribute('waf.fail_open.enabled'),
    enable_cross_zone_load_balancing: balancerAttribute('load_balancing.cross_zone.enabled'),
    enable_http2: balancerAttribute('routing.http2.enabled'),
    enable_tls_version_and_cipher_suite_headers: balancerAttribute(
      'routing.http.x_amzn_tls_version_and_cipher_suite.enabled',
    ),
    enable_xff_client_port: balancerAttribute('routing.http.xff_client_port.enabled'),
    preserve_host_header: balancerAttribute('routing.http.preserve_host_header.enabled'),
    xff_header_processing_mode: balancerAttribute('routing.http.xff_header_processing.mode'),
    idle_timeout: balancerAttribute('idle_timeout.timeout_seconds'),
    client_keep_alive: balancerAttribute('client_keep_alive.seconds'),
    dns_record_client_routing_policy: balancerAttribute('dns_record.client_routing_policy'),
    enable_zonal_shift: balancerAttribute('zonal_shift.config.enabled'),
  },
};

const action: Fields = {
  redirect: 'RedirectConfig',
  fixed_response: 'FixedResponseConfig',
  forward: {
    path: 'ForwardConfig',
    fields: {
      target_group: { path: 'TargetGroups', fields: { arn: 'TargetGroupArn' } },
      stickiness: { path: 'TargetGroupStickinessConfig', fields: { duration: 'DurationSeconds' } },
    },
  },
  authenticate_cognito: 'AuthenticateCognitoConfig',
  authenticate_oidc: {
    path: 'AuthenticateOidcConfig',
    fields: { client_secret: { path: 'ClientSecret', change: markSensitive } },
  },
  jwt_validation: { path: 'JwtValidationConfig', fields: { additional_claim: 'AdditionalClaims' } },
};

/** Headers a listener adds or removes; CloudFormation's keys have dots where the arguments have underscores. */
const LISTENER_ATTRIBUTES: Fields = Object.fromEntries([
  ...['serial_number', 'issuer', 'subject', 'validity', 'leaf', ''].map((part) => {
    const name = `x_amzn_mtls_clientcert${part && `_${part}`}`;
    return [`routing_http_request_${name}_header_name`, listenerAttribute(`request.${name}.header_name`)] as const;
  }),
  ...['x_amzn_tls_version', 'x_amzn_tls_cipher_suite'].map(
    (name) => [`routing_http_request_${name}_header_name`, listenerAttribute(`request.${name}.header_name`)] as const,
  ),
  ...[
    'access_control_allow_credentials',
    'access_control_allow_headers',
    'access_control_allow_methods',
    'access_control_allow_origin',
    'access_control_expose_headers',
    'access_control_max_age',
    'content_security_policy',
    'strict_transport_security',
    'x_content_type_options',
    'x_frame_options',
  ].map(
    (name) =>
      [`routing_http_response_${name}_header_value`, listenerAttribute(`response.${name}.header_value`)] as const,
  ),
]);

function listenerAttribute(key: string): Target {
  return attribute('ListenerAttributes', `routing.http.${key}`);
}

const certificates: Target = { path: 'Certificates', change: chain(objectWith('certificate_arn'), asList) };

const listener: Omit<TypeTable, 'type'> = {
  kind: 'AWS::ElasticLoadBalancingV2::Listener',
  fields: {
    ...LISTENER_ATTRIBUTES,
    routing_http_response_server_enabled: listenerAttribute('response.server.enabled'),
    tcp_idle_timeout_seconds: attribute('ListenerAttributes', 'tcp.idle_timeout.seconds'),
    certificate_arn: certificates,
    default_action: { path: 'DefaultActions', fields: action },
    alpn_policy: { path: 'AlpnPolicy', change: asList },
  },
};

const listenerRule: Omit<TypeTable, 'type'> = {
  kind: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  fields: {
    action: { path: 'Actions', fields: action },
    condition: {
      path: 'Conditions',
      fields: {
        host_header: 'HostHeaderConfig',
        http_header: 'HttpHeaderConfig',
        http_request_method: 'HttpRequestMethodConfig',
        path_pattern: 'PathPatternConfig',
        query_string: 'QueryStringConfig.Values',
        source_ip: 'SourceIpConfig',
      },
    },
  },
};

const listenerCertificate: Omit<TypeTable, 'type'> = {
  kind: 'AWS::ElasticLoadBalancingV2::ListenerCertificate',
  fields: { certificate_arn: certificates },
};

const targetGroup: Omit<TypeTable, 'type'> = {
  kind: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  fields: {
    health_check: {
      path: '',
      fields: {
        enabled: 'HealthCheckEnabled',
        healthy_threshold: 'HealthyThresholdCount',
        interval: 'HealthCheckIntervalSeconds',
        matcher: 'Matcher.HttpCode',
        path: 'HealthCheckPath',
        port: 'HealthCheckPort',
        protocol: 'HealthCheckProtocol',
        timeout: 'HealthCheckTimeoutSeconds',
        unhealthy_threshold: 'UnhealthyThresholdCount',
      },
    },
    deregistration_delay: groupAttribute('deregistration_delay.timeout_seconds'),
    connection_termination: groupAttribute('deregistration_delay.connection_termination.enabled'),
    lambda_multi_value_headers_enabled: groupAttribute('lambda.multi_value_headers.enabled'),
    load_balancing_algorithm_type: groupAttribute('load_balancing.algorithm.type'),
    load_balancing_cross_zone_enabled: groupAttribute('load_balancing.cross_zone.enabled'),
    preserve_client_ip: groupAttribute('preserve_client_ip.enabled'),
    proxy_protocol_v2: groupAttribute('proxy_protocol_v2.enabled'),
    slow_start: groupAttribute('slow_start.duration_seconds'),
    stickiness: {
      path: 'TargetGroupAttributes',
      change: attributesOf({ enabled: 'stickiness.enabled', type: 'stickiness.type' }),
    },
    target_health_state: null,
  },
};

const attachment: Omit<CompanionTable, 'type'> = {
  target: ['aws_lb_target_group', 'aws_alb_target_group'],
  match: [['target_group_arn', 'arn']],
  into: 'Targets',
  fields: { target_id: 'Id' },
};

export const loadBalancingTables: ServiceTables = {
  types: [
    { type: 'aws_lb', ...loadBalancer },
    { type: 'aws_alb', ...loadBalancer },
    { type: 'aws_lb_listener', ...listener },
    { type: 'aws_alb_listener', ...listener },
    { type: 'aws_lb_listener_rule', ...listenerRule },
    { type: 'aws_alb_listener_rule', ...listenerRule },
    { type: 'aws_lb_listener_certificate', ...listenerCertificate },
    { type: 'aws_alb_listener_certificate', ...listenerCertificate },
    { type: 'aws_lb_target_group', ...targetGroup },
    { type: 'aws_alb_target_group', ...targetGroup },
    { type: 'aws_lb_trust_store', kind: 'AWS::ElasticLoadBalancingV2::TrustStore', fields: {} },
  ],
  companions: [
    { type: 'aws_lb_target_group_attachment', ...attachment },
    { type: 'aws_alb_target_group_attachment', ...attachment },
  ],
};
