/** CloudFront: distributions, the policies they share, and who may read their origins. */
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import { pick } from '../changes/pick.ts';
import type { Fields, ServiceTables, TypeTable } from '../type-table.ts';

const cacheBehavior: Fields = {
  lambda_function_association: { path: 'LambdaFunctionAssociations', fields: { lambda_arn: 'LambdaFunctionARN' } },
};

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
    staging: 'DistributionConfig.Staging',
    continuous_deployment_policy_id: 'DistributionConfig.ContinuousDeploymentPolicyId',
    anycast_ip_list_id: 'DistributionConfig.AnycastIpListId',
    origin: {
      path: 'DistributionConfig.Origins',
      fields: {
        origin_id: 'Id',
        custom_header: { path: 'OriginCustomHeaders', fields: { name: 'HeaderName', value: 'HeaderValue' } },
      },
    },
    origin_group: {
      path: 'DistributionConfig.OriginGroups.Items',
      fields: {
        origin_id: 'Id',
        failover_criteria: { path: 'FailoverCriteria', fields: { status_codes: 'StatusCodes.Items' } },
        member: 'Members.Items',
      },
    },
    default_cache_behavior: { path: 'DistributionConfig.DefaultCacheBehavior', fields: cacheBehavior },
    ordered_cache_behavior: { path: 'DistributionConfig.CacheBehaviors', fields: cacheBehavior },
    custom_error_response: 'DistributionConfig.CustomErrorResponses',
    viewer_certificate: 'DistributionConfig.ViewerCertificate',
    logging_config: 'DistributionConfig.Logging',
    restrictions: 'DistributionConfig.Restrictions',
  },
};

/** What a policy lets through is a block with a list in Terraform, a list in CloudFormation. */
const forwarded: Fields = {
  cookies_config: { path: 'CookiesConfig', fields: { cookies: { path: 'Cookies', change: pick('items') } } },
  headers_config: { path: 'HeadersConfig', fields: { headers: { path: 'Headers', change: pick('items') } } },
  query_strings_config: {
    path: 'QueryStringsConfig',
    fields: { query_strings: { path: 'QueryStrings', change: pick('items') } },
  },
};

function below(path: string, names: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(Object.entries(names).map(([attribute, name]) => [attribute, `${path}.${name}`]));
}

function forwardedBelow(path: string): Fields {
  const named = Object.entries(forwarded).map(([attribute, target]) => {
    const inner = typeof target === 'object' && target !== null ? target : { path: '' };
    return [attribute, { ...inner, path: `${path}.${inner.path}` }] as const;
  });
  return Object.fromEntries(named);
}

const policies: readonly TypeTable[] = [
  {
    type: 'aws_cloudfront_cache_policy',
    kind: 'AWS::CloudFront::CachePolicy',
    fields: {
      ...below('CachePolicyConfig', {
        name: 'Name',
        comment: 'Comment',
        default_ttl: 'DefaultTTL',
        max_ttl: 'MaxTTL',
        min_ttl: 'MinTTL',
      }),
      parameters_in_cache_key_and_forwarded_to_origin: {
        path: 'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin',
        fields: forwarded,
      },
    },
  },
  {
    type: 'aws_cloudfront_origin_request_policy',
    kind: 'AWS::CloudFront::OriginRequestPolicy',
    fields: {
      ...below('OriginRequestPolicyConfig', { name: 'Name', comment: 'Comment' }),
      ...forwardedBelow('OriginRequestPolicyConfig'),
    },
  },
  {
    type: 'aws_cloudfront_response_headers_policy',
    kind: 'AWS::CloudFront::ResponseHeadersPolicy',
    fields: below('ResponseHeadersPolicyConfig', {
      name: 'Name',
      comment: 'Comment',
      cors_config: 'CorsConfig',
      custom_headers_config: 'CustomHeadersConfig',
      remove_headers_config: 'RemoveHeadersConfig',
      security_headers_config: 'SecurityHeadersConfig',
      server_timing_headers_config: 'ServerTimingHeadersConfig',
    }),
  },
];

const access: readonly TypeTable[] = [
  {
    type: 'aws_cloudfront_origin_access_control',
    kind: 'AWS::CloudFront::OriginAccessControl',
    fields: below('OriginAccessControlConfig', {
      name: 'Name',
      description: 'Description',
      origin_access_control_origin_type: 'OriginAccessControlOriginType',
      signing_behavior: 'SigningBehavior',
      signing_protocol: 'SigningProtocol',
    }),
  },
  {
    type: 'aws_cloudfront_origin_access_identity',
    kind: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
    nameAttribute: 'comment',
    fields: { comment: 'CloudFrontOriginAccessIdentityConfig.Comment' },
  },
  {
    type: 'aws_cloudfront_key_group',
    kind: 'AWS::CloudFront::KeyGroup',
    fields: below('KeyGroupConfig', { name: 'Name', comment: 'Comment', items: 'Items' }),
  },
  {
    type: 'aws_cloudfront_public_key',
    kind: 'AWS::CloudFront::PublicKey',
    fields: below('PublicKeyConfig', { name: 'Name', comment: 'Comment', encoded_key: 'EncodedKey' }),
  },
];

export const cloudfrontTables: ServiceTables = {
  types: [
    distribution,
    ...policies,
    ...access,
    {
      type: 'aws_cloudfront_function',
      kind: 'AWS::CloudFront::Function',
      fields: {
        code: 'FunctionCode',
        publish: 'AutoPublish',
        comment: 'FunctionConfig.Comment',
        runtime: 'FunctionConfig.Runtime',
        key_value_store_associations: {
          path: 'FunctionConfig.KeyValueStoreAssociations',
          change: each(objectWith('key_value_store_arn')),
        },
      },
    },
    { type: 'aws_cloudfront_key_value_store', kind: 'AWS::CloudFront::KeyValueStore', fields: {} },
    {
      type: 'aws_cloudfront_vpc_origin',
      kind: 'AWS::CloudFront::VpcOrigin',
      fields: {
        vpc_origin_endpoint_config: {
          path: 'VpcOriginEndpointConfig',
          fields: { origin_ssl_protocols: { path: 'OriginSSLProtocols', change: pick('items') } },
        },
      },
    },
    { type: 'aws_cloudfront_realtime_log_config', kind: 'AWS::CloudFront::RealtimeLogConfig', fields: {} },
  ],
};
