/** CloudFront and Global Accelerator. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample } from './lowering-example.ts';

export const cloudfrontExamples: readonly LoweringExample[] = [
  example(
    'aws_cloudfront_distribution',
    'CloudFront::Distribution',
    {
      enabled: true,
      staging: false,
      aliases: ['a.example.com'],
      default_root_object: 'index.html',
      is_ipv6_enabled: true,
      origin: [
        {
          origin_id: 'o',
          domain_name: 'd',
          origin_access_control_id: reference('aws_cloudfront_origin_access_control.o', 'id'),
          custom_header: [{ name: 'X', value: 'y' }],
          s3_origin_config: [{ origin_access_identity: 'i' }],
          vpc_origin_config: [{ vpc_origin_id: 'v' }],
        },
      ],
      origin_group: [
        {
          origin_id: 'g',
          failover_criteria: [{ status_codes: [500] }],
          member: [{ origin_id: 'o' }, { origin_id: 'p' }],
        },
      ],
      default_cache_behavior: [
        {
          target_origin_id: 'o',
          viewer_protocol_policy: 'redirect-to-https',
          trusted_key_groups: ['k'],
          function_association: [{ event_type: 'viewer-request', function_arn: 'f' }],
          lambda_function_association: [{ event_type: 'viewer-request', lambda_arn: 'l', include_body: true }],
          grpc_config: [{ enabled: false }],
        },
      ],
      custom_error_response: [{ error_code: 404, response_code: 200, response_page_path: '/' }],
    },
    {
      DistributionConfig: {
        Enabled: true,
        Staging: false,
        Aliases: ['a.example.com'],
        DefaultRootObject: 'index.html',
        IPV6Enabled: true,
        Origins: [
          {
            Id: 'o',
            DomainName: 'd',
            OriginAccessControlId: '<aws_cloudfront_origin_access_control.o.id>',
            OriginCustomHeaders: [{ HeaderName: 'X', HeaderValue: 'y' }],
            S3OriginConfig: { OriginAccessIdentity: 'i' },
            VpcOriginConfig: { VpcOriginId: 'v' },
          },
        ],
        OriginGroups: {
          Items: [
            {
              Id: 'g',
              FailoverCriteria: { StatusCodes: { Items: [500] } },
              Members: { Items: [{ OriginId: 'o' }, { OriginId: 'p' }] },
            },
          ],
        },
        DefaultCacheBehavior: {
          TargetOriginId: 'o',
          ViewerProtocolPolicy: 'redirect-to-https',
          TrustedKeyGroups: ['k'],
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'f' }],
          LambdaFunctionAssociations: [{ EventType: 'viewer-request', LambdaFunctionARN: 'l', IncludeBody: true }],
          GrpcConfig: { Enabled: false },
        },
        CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/' }],
      },
    },
  ),
  example(
    'aws_cloudfront_function',
    'CloudFront::Function',
    {
      name: 'f',
      runtime: 'cloudfront-js-2.0',
      comment: 'c',
      publish: true,
      code: 'function handler(event) {}',
      key_value_store_associations: ['k'],
    },
    {
      Name: 'f',
      FunctionConfig: {
        Runtime: 'cloudfront-js-2.0',
        Comment: 'c',
        KeyValueStoreAssociations: [{ KeyValueStoreARN: 'k' }],
      },
      AutoPublish: true,
      FunctionCode: 'function handler(event) {}',
    },
  ),
  example(
    'aws_cloudfront_key_value_store',
    'CloudFront::KeyValueStore',
    { name: 'k', comment: 'c' },
    { Name: 'k', Comment: 'c' },
  ),
  example(
    'aws_cloudfront_origin_access_control',
    'CloudFront::OriginAccessControl',
    {
      name: 'o',
      description: 'd',
      origin_access_control_origin_type: 's3',
      signing_behavior: 'always',
      signing_protocol: 'sigv4',
    },
    {
      OriginAccessControlConfig: {
        Name: 'o',
        Description: 'd',
        OriginAccessControlOriginType: 's3',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    },
  ),
  example(
    'aws_cloudfront_origin_access_identity',
    'CloudFront::CloudFrontOriginAccessIdentity',
    { comment: 'c' },
    { CloudFrontOriginAccessIdentityConfig: { Comment: 'c' } },
  ),
  example(
    'aws_cloudfront_cache_policy',
    'CloudFront::CachePolicy',
    {
      name: 'c',
      comment: 'd',
      default_ttl: 50,
      max_ttl: 100,
      min_ttl: 1,
      parameters_in_cache_key_and_forwarded_to_origin: [
        {
          enable_accept_encoding_gzip: true,
          cookies_config: [{ cookie_behavior: 'whitelist', cookies: [{ items: ['a'] }] }],
          headers_config: [{ header_behavior: 'whitelist', headers: [{ items: ['Authorization'] }] }],
          query_strings_config: [{ query_string_behavior: 'none' }],
        },
      ],
    },
    {
      CachePolicyConfig: {
        Name: 'c',
        Comment: 'd',
        DefaultTTL: 50,
        MaxTTL: 100,
        MinTTL: 1,
        ParametersInCacheKeyAndForwardedToOrigin: {
          EnableAcceptEncodingGzip: true,
          CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['a'] },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
          QueryStringsConfig: { QueryStringBehavior: 'none' },
        },
      },
    },
  ),
  example(
    'aws_cloudfront_origin_request_policy',
    'CloudFront::OriginRequestPolicy',
    {
      name: 'o',
      comment: 'd',
      cookies_config: [{ cookie_behavior: 'all' }],
      headers_config: [{ header_behavior: 'whitelist', headers: [{ items: ['Host'] }] }],
      query_strings_config: [{ query_string_behavior: 'whitelist', query_strings: [{ items: ['q'] }] }],
    },
    {
      OriginRequestPolicyConfig: {
        Name: 'o',
        Comment: 'd',
        CookiesConfig: { CookieBehavior: 'all' },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Host'] },
        QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['q'] },
      },
    },
  ),
  example(
    'aws_cloudfront_response_headers_policy',
    'CloudFront::ResponseHeadersPolicy',
    {
      name: 'r',
      comment: 'd',
      cors_config: [
        {
          access_control_allow_credentials: true,
          access_control_allow_headers: [{ items: ['*'] }],
          access_control_allow_methods: [{ items: ['GET'] }],
          access_control_allow_origins: [{ items: ['*'] }],
          access_control_max_age_sec: 600,
          origin_override: true,
        },
      ],
      security_headers_config: [
        {
          strict_transport_security: [
            { access_control_max_age_sec: 63072000, include_subdomains: true, override: true, preload: true },
          ],
          frame_options: [{ frame_option: 'DENY', override: true }],
          content_type_options: [{ override: true }],
          content_security_policy: [{ content_security_policy: "default-src 'self'", override: true }],
          xss_protection: [{ mode_block: true, override: true, protection: true }],
          referrer_policy: [{ override: true, referrer_policy: 'no-referrer' }],
        },
      ],
      custom_headers_config: [{ items: [{ header: 'X', override: true, value: 'y' }] }],
      remove_headers_config: [{ items: [{ header: 'Server' }] }],
      server_timing_headers_config: [{ enabled: true, sampling_rate: 50 }],
    },
    {
      ResponseHeadersPolicyConfig: {
        Name: 'r',
        Comment: 'd',
        CorsConfig: {
          AccessControlAllowCredentials: true,
          AccessControlAllowHeaders: { Items: ['*'] },
          AccessControlAllowMethods: { Items: ['GET'] },
          AccessControlAllowOrigins: { Items: ['*'] },
          AccessControlMaxAgeSec: 600,
          OriginOverride: true,
        },
        SecurityHeadersConfig: {
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: 63072000,
            IncludeSubdomains: true,
            Override: true,
            Preload: true,
          },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ContentTypeOptions: { Override: true },
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
          XSSProtection: { ModeBlock: true, Override: true, Protection: true },
          ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' },
        },
        CustomHeadersConfig: { Items: [{ Header: 'X', Override: true, Value: 'y' }] },
        RemoveHeadersConfig: { Items: [{ Header: 'Server' }] },
        ServerTimingHeadersConfig: { Enabled: true, SamplingRate: 50 },
      },
    },
  ),
  example(
    'aws_cloudfront_key_group',
    'CloudFront::KeyGroup',
    { name: 'k', comment: 'c', items: [reference('aws_cloudfront_public_key.p', 'id')] },
    { KeyGroupConfig: { Name: 'k', Comment: 'c', Items: ['<aws_cloudfront_public_key.p.id>'] } },
  ),
  example(
    'aws_cloudfront_public_key',
    'CloudFront::PublicKey',
    { name: 'p', comment: 'c', encoded_key: 'k' },
    { PublicKeyConfig: { Name: 'p', Comment: 'c', EncodedKey: 'k' } },
  ),
  example(
    'aws_cloudfront_vpc_origin',
    'CloudFront::VpcOrigin',
    {
      vpc_origin_endpoint_config: [
        {
          name: 'v',
          arn: reference('aws_lb.l', 'arn'),
          http_port: 80,
          https_port: 443,
          origin_protocol_policy: 'https-only',
          origin_ssl_protocols: [{ items: ['TLSv1.2'], quantity: 1 }],
        },
      ],
    },
    {
      VpcOriginEndpointConfig: {
        Name: 'v',
        Arn: '<aws_lb.l.arn>',
        HTTPPort: 80,
        HTTPSPort: 443,
        OriginProtocolPolicy: 'https-only',
        OriginSSLProtocols: ['TLSv1.2'],
      },
    },
  ),
  example(
    'aws_cloudfront_realtime_log_config',
    'CloudFront::RealtimeLogConfig',
    {
      name: 'r',
      sampling_rate: 75,
      fields: ['timestamp'],
      endpoint: [{ stream_type: 'Kinesis', kinesis_stream_config: [{ role_arn: 'r', stream_arn: 's' }] }],
    },
    {
      Name: 'r',
      SamplingRate: 75,
      Fields: ['timestamp'],
      EndPoints: [{ StreamType: 'Kinesis', KinesisStreamConfig: { RoleArn: 'r', StreamArn: 's' } }],
    },
  ),
  example(
    'aws_globalaccelerator_accelerator',
    'GlobalAccelerator::Accelerator',
    {
      name: 'g',
      enabled: true,
      ip_address_type: 'IPV4',
      attributes: [{ flow_logs_enabled: true, flow_logs_s3_bucket: 'b', flow_logs_s3_prefix: 'p/' }],
    },
    {
      Name: 'g',
      Enabled: true,
      IpAddressType: 'IPV4',
      FlowLogsEnabled: true,
      FlowLogsS3Bucket: 'b',
      FlowLogsS3Prefix: 'p/',
    },
  ),
  example(
    'aws_globalaccelerator_listener',
    'GlobalAccelerator::Listener',
    {
      accelerator_arn: reference('aws_globalaccelerator_accelerator.g', 'arn'),
      protocol: 'TCP',
      client_affinity: 'SOURCE_IP',
      port_range: [{ from_port: 80, to_port: 81 }],
    },
    {
      AcceleratorArn: '<aws_globalaccelerator_accelerator.g.arn>',
      Protocol: 'TCP',
      ClientAffinity: 'SOURCE_IP',
      PortRanges: [{ FromPort: 80, ToPort: 81 }],
    },
  ),
  example(
    'aws_globalaccelerator_endpoint_group',
    'GlobalAccelerator::EndpointGroup',
    {
      listener_arn: reference('aws_globalaccelerator_listener.l', 'arn'),
      endpoint_group_region: 'eu-west-1',
      endpoint_configuration: [
        { endpoint_id: reference('aws_lb.l', 'arn'), weight: 100, client_ip_preservation_enabled: true },
      ],
      port_override: [{ endpoint_port: 8080, listener_port: 80 }],
    },
    {
      ListenerArn: '<aws_globalaccelerator_listener.l.arn>',
      EndpointGroupRegion: 'eu-west-1',
      EndpointConfigurations: [{ EndpointId: '<aws_lb.l.arn>', Weight: 100, ClientIPPreservationEnabled: true }],
      PortOverrides: [{ EndpointPort: 8080, ListenerPort: 80 }],
    },
  ),
];
