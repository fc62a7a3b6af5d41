/** What faces the network: load balancers, web ACLs and CloudFront. */
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import { pick } from '../changes/pick.ts';
import { translate } from '../changes/translate.ts';
import type { Fields, ServiceTables, Target, TypeTable } from '../type-table.ts';

/** Attributes of a load balancer are a list of keys and values in CloudFormation. */
function loadBalancerAttribute(key: string, from?: string): Target {
  const pair = chain(objectWith('value', { key }), asList);
  return { path: 'LoadBalancerAttributes', change: from === undefined ? pair : chain(pick(from), pair) };
}

const loadBalancer: Omit<TypeTable, 'type'> = {
  kind: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  fields: {
    internal: { path: 'Scheme', change: translate({ true: 'internal', false: 'internet-facing' }) },
    load_balancer_type: 'Type',
    access_logs: loadBalancerAttribute('access_logs.s3.enabled', 'enabled'),
    enable_deletion_protection: loadBalancerAttribute('deletion_protection.enabled'),
    drop_invalid_header_fields: loadBalancerAttribute('routing.http.drop_invalid_header_fields.enabled'),
    desync_mitigation_mode: loadBalancerAttribute('routing.http.desync_mitigation_mode'),
    enable_waf_fail_open: loadBalancerAttribute('waf.fail_open.enabled'),
  },
};

const action: Fields = {
  redirect: 'RedirectConfig',
  fixed_response: 'FixedResponseConfig',
  forward: {
    path: 'ForwardConfig',
    fields: {
      target_group: { path: 'TargetGroups', fields: { arn: 'TargetGroupArn' } },
      stickiness: 'TargetGroupStickinessConfig',
    },
  },
  authenticate_cognito: {
    path: 'AuthenticateCognitoConfig',
    fields: { authentication_request_extra_params: 'AuthenticationRequestExtraParams' },
  },
  authenticate_oidc: 'AuthenticateOidcConfig',
};

const listener: Omit<TypeTable, 'type'> = {
  kind: 'AWS::ElasticLoadBalancingV2::Listener',
  fields: {
    certificate_arn: { path: 'Certificates', change: chain(objectWith('certificate_arn'), asList) },
    default_action: { path: 'DefaultActions', fields: action },
    alpn_policy: { path: 'AlpnPolicy', change: asList },
  },
};

const targetGroup: Omit<TypeTable, 'type'> = {
  kind: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  fields: { target_health_state: null },
};

const cacheBehavior: Fields = { lambda_function_association: 'LambdaFunctionAssociations', grpc_config: null };

const distribution: TypeTable = {
  type: 'aws_cloudfront_distribution',
  kind: 'AWS::CloudFront::Distribution',
  fields: {
    enabled: 'DistributionConfig.Enabled',
    comment: 'DistributionConfig.Comment',
    aliases: 'DistributionConfig.Aliases',
    default_root_object: 'DistributionConfig.DefaultRootObject',
    http_version: 'DistributionConfig.HttpVersion',
    is_ipv6_enabled: 'DistributionConfig.IPV6Enabled',
    price_class: 'DistributionConfig.PriceClass',
    web_acl_id: 'DistributionConfig.WebACLId',
    origin: {
      path: 'DistributionConfig.Origins',
      fields: { origin_id: 'Id', custom_header: 'OriginCustomHeaders' },
    },
    default_cache_behavior: { path: 'DistributionConfig.DefaultCacheBehavior', fields: cacheBehavior },
    ordered_cache_behavior: { path: 'DistributionConfig.CacheBehaviors', fields: cacheBehavior },
    viewer_certificate: 'DistributionConfig.ViewerCertificate',
    logging_config: 'DistributionConfig.Logging',
    restrictions: 'DistributionConfig.Restrictions',
  },
};

export const edgeTables: ServiceTables = {
  types: [
    { type: 'aws_lb', ...loadBalancer },
    { type: 'aws_alb', ...loadBalancer },
    { type: 'aws_lb_listener', ...listener },
    { type: 'aws_alb_listener', ...listener },
    { type: 'aws_lb_target_group', ...targetGroup },
    { type: 'aws_alb_target_group', ...targetGroup },
    { type: 'aws_wafv2_web_acl', kind: 'AWS::WAFv2::WebACL', fields: { custom_response_body: null } },
    { type: 'aws_wafv2_web_acl_association', kind: 'AWS::WAFv2::WebACLAssociation', fields: {} },
    distribution,
  ],
};
