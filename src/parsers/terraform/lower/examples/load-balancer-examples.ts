/** Load balancers of three kinds. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample } from './lowering-example.ts';

export const loadBalancerExamples: readonly LoweringExample[] = [
  ...(['aws_lb', 'aws_alb'] as const).map((type) =>
    example(
      type,
      'ElasticLoadBalancingV2::LoadBalancer',
      {
        name: 'l',
        internal: false,
        load_balancer_type: 'application',
        security_groups: ['g'],
        subnets: ['s'],
        drop_invalid_header_fields: true,
        desync_mitigation_mode: 'strictest',
        enable_deletion_protection: true,
        enable_http2: true,
        idle_timeout: 60,
        access_logs: [{ bucket: 'b', prefix: 'p', enabled: true }],
        connection_logs: [{ bucket: 'b', enabled: false }],
      },
      {
        Name: 'l',
        Scheme: 'internet-facing',
        Type: 'application',
        SecurityGroups: ['g'],
        Subnets: ['s'],
        LoadBalancerAttributes: [
          { Value: 'true', Key: 'routing.http.drop_invalid_header_fields.enabled' },
          { Value: 'strictest', Key: 'routing.http.desync_mitigation_mode' },
          { Value: 'true', Key: 'deletion_protection.enabled' },
          { Value: 'true', Key: 'routing.http2.enabled' },
          { Value: '60', Key: 'idle_timeout.timeout_seconds' },
          { Value: 'true', Key: 'access_logs.s3.enabled' },
          { Value: 'b', Key: 'access_logs.s3.bucket' },
          { Value: 'p', Key: 'access_logs.s3.prefix' },
          { Value: 'false', Key: 'connection_logs.s3.enabled' },
          { Value: 'b', Key: 'connection_logs.s3.bucket' },
        ],
      },
    ),
  ),
  ...(['aws_lb_listener_rule', 'aws_alb_listener_rule'] as const).map((type) =>
    example(
      type,
      'ElasticLoadBalancingV2::ListenerRule',
      {
        listener_arn: reference('aws_lb_listener.l', 'arn'),
        priority: 10,
        action: [
          {
            type: 'forward',
            forward: [
              {
                target_group: [{ arn: reference('aws_lb_target_group.t', 'arn'), weight: 1 }],
                stickiness: [{ enabled: true, duration: 60 }],
              },
            ],
          },
        ],
        condition: [
          { path_pattern: [{ values: ['/admin/*'] }] },
          { host_header: [{ values: ['a.example.com'] }] },
          { source_ip: [{ values: ['10.0.0.0/8'] }] },
          { query_string: [{ key: 'k', value: 'v' }] },
          { http_header: [{ http_header_name: 'X', values: ['y'] }] },
        ],
      },
      {
        ListenerArn: '<aws_lb_listener.l.arn>',
        Priority: 10,
        Actions: [
          {
            Type: 'forward',
            ForwardConfig: {
              TargetGroups: [{ TargetGroupArn: '<aws_lb_target_group.t.arn>', Weight: 1 }],
              TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 60 },
            },
          },
        ],
        Conditions: [
          { PathPatternConfig: { Values: ['/admin/*'] } },
          { HostHeaderConfig: { Values: ['a.example.com'] } },
          { SourceIpConfig: { Values: ['10.0.0.0/8'] } },
          { QueryStringConfig: { Values: [{ Key: 'k', Value: 'v' }] } },
          { HttpHeaderConfig: { HttpHeaderName: 'X', Values: ['y'] } },
        ],
      },
    ),
  ),
  ...(['aws_lb_listener_certificate', 'aws_alb_listener_certificate'] as const).map((type) =>
    example(
      type,
      'ElasticLoadBalancingV2::ListenerCertificate',
      {
        listener_arn: reference('aws_lb_listener.l', 'arn'),
        certificate_arn: reference('aws_acm_certificate.c', 'arn'),
      },
      { ListenerArn: '<aws_lb_listener.l.arn>', Certificates: [{ CertificateArn: '<aws_acm_certificate.c.arn>' }] },
    ),
  ),
  ...(['aws_lb_target_group', 'aws_alb_target_group'] as const).map((type) =>
    example(
      type,
      'ElasticLoadBalancingV2::TargetGroup',
      {
        name: 't',
        port: 80,
        protocol: 'HTTP',
        vpc_id: reference('aws_vpc.main', 'id'),
        target_type: 'ip',
        deregistration_delay: 30,
        preserve_client_ip: 'true',
        stickiness: [{ enabled: true, type: 'lb_cookie' }],
        health_check: [
          {
            enabled: true,
            path: '/health',
            port: 'traffic-port',
            protocol: 'HTTP',
            matcher: '200-299',
            healthy_threshold: 2,
            unhealthy_threshold: 3,
            interval: 10,
            timeout: 5,
          },
        ],
      },
      {
        Name: 't',
        Port: 80,
        Protocol: 'HTTP',
        VpcId: '<aws_vpc.main.id>',
        TargetType: 'ip',
        TargetGroupAttributes: [
          { Value: '30', Key: 'deregistration_delay.timeout_seconds' },
          { Value: 'true', Key: 'preserve_client_ip.enabled' },
          { Value: 'true', Key: 'stickiness.enabled' },
          { Value: 'lb_cookie', Key: 'stickiness.type' },
        ],
        HealthCheckEnabled: true,
        HealthCheckPath: '/health',
        HealthCheckPort: 'traffic-port',
        HealthCheckProtocol: 'HTTP',
        Matcher: { HttpCode: '200-299' },
        HealthyThresholdCount: 2,
        UnhealthyThresholdCount: 3,
        HealthCheckIntervalSeconds: 10,
        HealthCheckTimeoutSeconds: 5,
      },
    ),
  ),
  ...(['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'] as const).map((type) =>
    example(
      type,
      'ElasticLoadBalancingV2::TargetGroup',
      { target_id: reference('aws_instance.i', 'id'), port: 80, availability_zone: 'all' },
      { Targets: [{ Id: '<aws_instance.i.id>', Port: 80, AvailabilityZone: 'all' }] },
    ),
  ),
  example(
    'aws_lb_listener',
    'ElasticLoadBalancingV2::Listener',
    {
      load_balancer_arn: reference('aws_lb.l', 'arn'),
      port: '80',
      protocol: 'HTTPS',
      ssl_policy: 'p',
      certificate_arn: 'c',
      mutual_authentication: [{ mode: 'verify', trust_store_arn: 't', advertise_trust_store_ca_names: 'on' }],
      routing_http_response_strict_transport_security_header_value: 'max-age=1',
      routing_http_response_server_enabled: false,
      routing_http_request_x_amzn_mtls_clientcert_header_name: 'C',
      routing_http_request_x_amzn_mtls_clientcert_issuer_header_name: 'I',
      tcp_idle_timeout_seconds: 100,
      default_action: [
        {
          type: 'jwt-validation',
          order: 1,
          jwt_validation: [
            {
              issuer: 'i',
              jwks_endpoint: 'j',
              additional_claim: [{ format: 'single-string', name: 'n', values: ['v'] }],
            },
          ],
        },
      ],
    },
    {
      LoadBalancerArn: '<aws_lb.l.arn>',
      Port: 80,
      Protocol: 'HTTPS',
      SslPolicy: 'p',
      Certificates: [{ CertificateArn: 'c' }],
      MutualAuthentication: { Mode: 'verify', TrustStoreArn: 't', AdvertiseTrustStoreCaNames: 'on' },
      ListenerAttributes: [
        { Value: 'max-age=1', Key: 'routing.http.response.strict_transport_security.header_value' },
        { Value: 'false', Key: 'routing.http.response.server.enabled' },
        { Value: 'C', Key: 'routing.http.request.x_amzn_mtls_clientcert.header_name' },
        { Value: 'I', Key: 'routing.http.request.x_amzn_mtls_clientcert_issuer.header_name' },
        { Value: '100', Key: 'tcp.idle_timeout.seconds' },
      ],
      DefaultActions: [
        {
          Type: 'jwt-validation',
          Order: 1,
          JwtValidationConfig: {
            Issuer: 'i',
            JwksEndpoint: 'j',
            AdditionalClaims: [{ Format: 'single-string', Name: 'n', Values: ['v'] }],
          },
        },
      ],
    },
  ),
  example(
    'aws_lb_trust_store',
    'ElasticLoadBalancingV2::TrustStore',
    { name: 't', ca_certificates_bundle_s3_bucket: 'b', ca_certificates_bundle_s3_key: 'k' },
    { Name: 't', CaCertificatesBundleS3Bucket: 'b', CaCertificatesBundleS3Key: 'k' },
  ),
  example(
    'aws_elb',
    'ElasticLoadBalancing::LoadBalancer',
    {
      name: 'e',
      internal: true,
      security_groups: ['g'],
      subnets: ['s'],
      listener: [
        { instance_port: 80, instance_protocol: 'http', lb_port: 443, lb_protocol: 'https', ssl_certificate_id: 'c' },
      ],
      access_logs: [{ bucket: 'b', bucket_prefix: 'p', interval: 60, enabled: true }],
      cross_zone_load_balancing: true,
      idle_timeout: 400,
      connection_draining: true,
      connection_draining_timeout: 300,
      health_check: [{ healthy_threshold: 2, unhealthy_threshold: 2, timeout: 3, target: 'HTTP:80/', interval: 30 }],
    },
    {
      LoadBalancerName: 'e',
      Scheme: 'internal',
      SecurityGroups: ['g'],
      Subnets: ['s'],
      Listeners: [
        {
          InstancePort: '80',
          InstanceProtocol: 'http',
          LoadBalancerPort: '443',
          Protocol: 'https',
          SSLCertificateId: 'c',
        },
      ],
      AccessLoggingPolicy: { S3BucketName: 'b', S3BucketPrefix: 'p', EmitInterval: 60, Enabled: true },
      CrossZone: true,
      ConnectionSettings: { IdleTimeout: 400 },
      ConnectionDrainingPolicy: { Enabled: true, Timeout: 300 },
      HealthCheck: { HealthyThreshold: '2', UnhealthyThreshold: '2', Timeout: '3', Target: 'HTTP:80/', Interval: '30' },
    },
  ),
  example(
    'aws_elb_attachment',
    'ElasticLoadBalancing::LoadBalancer',
    { instance: reference('aws_instance.i', 'id') },
    { Instances: ['<aws_instance.i.id>'] },
  ),
  example(
    'aws_load_balancer_policy',
    'ElasticLoadBalancing::LoadBalancer',
    {
      policy_name: 'p',
      policy_type_name: 'SSLNegotiationPolicyType',
      policy_attribute: [{ name: 'Protocol-TLSv1', value: 'true' }],
    },
    {
      Policies: [
        {
          PolicyName: 'p',
          PolicyType: 'SSLNegotiationPolicyType',
          Attributes: [{ Name: 'Protocol-TLSv1', Value: 'true' }],
        },
      ],
    },
  ),
];
