/** Every service's tables, and nothing else: a new service is one file and one line here. */
import { apiGatewayTables } from './services/api-gateway.ts';
import { apiGatewayDomainTables } from './services/api-gateway-domains.ts';
import { apiGatewayV2Tables } from './services/api-gateway-v2.ts';
import { appMeshTables } from './services/app-mesh.ts';
import { appRunnerTables } from './services/app-runner.ts';
import { appsyncTables } from './services/appsync.ts';
import { autoScalingTables } from './services/auto-scaling.ts';
import { backupTables } from './services/backup.ts';
import { batchTables } from './services/batch.ts';
import { bedrockTables } from './services/bedrock.ts';
import { certificateTables } from './services/certificates.ts';
import { classicLoadBalancingTables } from './services/classic-load-balancing.ts';
import { cloudfrontTables } from './services/cloudfront.ts';
import { codeartifactTables } from './services/codeartifact.ts';
import { codebuildTables } from './services/codebuild.ts';
import { codepipelineTables } from './services/codepipeline.ts';
import { cognitoTables } from './services/cognito.ts';
import { configTables } from './services/config.ts';
import { dataTables } from './services/data.ts';
import { detectionTables } from './services/detection.ts';
import { docdbTables } from './services/docdb.ts';
import { dynamodbTables } from './services/dynamodb.ts';
import { ec2Tables } from './services/ec2.ts';
import { ecrTables } from './services/ecr.ts';
import { ecsTables } from './services/ecs.ts';
import { eksTables } from './services/eks.ts';
import { elasticacheTables } from './services/elasticache.ts';
import { emrTables } from './services/emr.ts';
import { eventbridgeTables } from './services/eventbridge.ts';
import { eventsTables } from './services/events.ts';
import { fileSystemTables } from './services/file-systems.ts';
import { firehoseTables } from './services/firehose.ts';
import { globalAcceleratorTables } from './services/global-accelerator.ts';
import { glueTables } from './services/glue.ts';
import { iamTables } from './services/iam.ts';
import { iotTables } from './services/iot.ts';
import { kmsKeyTables } from './services/kms-keys.ts';
import { lakeTables } from './services/lake.ts';
import { lambdaTables } from './services/lambda.ts';
import { latticeTables } from './services/lattice.ts';
import { loadBalancingTables } from './services/load-balancing.ts';
import { logsTables } from './services/logs.ts';
import { memorydbTables } from './services/memorydb.ts';
import { messagingTables } from './services/messaging.ts';
import { monitoringTables } from './services/monitoring.ts';
import { mqTables } from './services/mq.ts';
import { mskTables } from './services/msk.ts';
import { neptuneTables } from './services/neptune.ts';
import { networkAclTables } from './services/network-acls.ts';
import { networkConnectionTables } from './services/network-connections.ts';
import { networkFirewallTables } from './services/network-firewall.ts';
import { networkInterfaceTables } from './services/network-interfaces.ts';
import { opensearchTables } from './services/opensearch.ts';
import { organizationTables } from './services/organizations.ts';
import { rdsTables } from './services/rds.ts';
import { rdsGroupTables } from './services/rds-groups.ts';
import { rdsProxyTables } from './services/rds-proxy.ts';
import { redshiftTables } from './services/redshift.ts';
import { route53Tables } from './services/route53.ts';
import { route53ResolverTables } from './services/route53-resolver.ts';
import { routingTables } from './services/routing.ts';
import { s3Tables } from './services/s3.ts';
import { s3AccessPointTables } from './services/s3-access-points.ts';
import { s3ProtectionTables } from './services/s3-protection.ts';
import { sagemakerTables } from './services/sagemaker.ts';
import { secretsTables } from './services/secrets.ts';
import { securityTables } from './services/security.ts';
import { sesTables } from './services/ses.ts';
import { shieldTables } from './services/shield.ts';
import { snsTables } from './services/sns.ts';
import { sqsTables } from './services/sqs.ts';
import { streamTables } from './services/streams.ts';
import { systemsManagerTables } from './services/systems-manager.ts';
import { transferTables } from './services/transfer.ts';
import { verifiedPermissionsTables } from './services/verified-permissions.ts';
import { volumeTables } from './services/volumes.ts';
import { vpcTables } from './services/vpc.ts';
import { vpcEndpointTables } from './services/vpc-endpoints.ts';
import { wafTables } from './services/waf.ts';
import { webHostingTables } from './services/web-hosting.ts';
import { wideColumnTables } from './services/wide-column.ts';
import type { ServiceTables } from './type-table.ts';

export const SERVICE_TABLES: readonly ServiceTables[] = [
  apiGatewayTables,
  apiGatewayDomainTables,
  apiGatewayV2Tables,
  appMeshTables,
  appRunnerTables,
  appsyncTables,
  autoScalingTables,
  backupTables,
  batchTables,
  bedrockTables,
  certificateTables,
  classicLoadBalancingTables,
  cloudfrontTables,
  codeartifactTables,
  codebuildTables,
  codepipelineTables,
  cognitoTables,
  configTables,
  dataTables,
  detectionTables,
  docdbTables,
  dynamodbTables,
  ec2Tables,
  ecrTables,
  ecsTables,
  eksTables,
  elasticacheTables,
  emrTables,
  eventbridgeTables,
  eventsTables,
  fileSystemTables,
  firehoseTables,
  globalAcceleratorTables,
  glueTables,
  iamTables,
  iotTables,
  kmsKeyTables,
  lakeTables,
  lambdaTables,
  latticeTables,
  loadBalancingTables,
  logsTables,
  memorydbTables,
  messagingTables,
  monitoringTables,
  mqTables,
  mskTables,
  neptuneTables,
  networkAclTables,
  networkConnectionTables,
  networkFirewallTables,
  networkInterfaceTables,
  opensearchTables,
  organizationTables,
  rdsTables,
  rdsGroupTables,
  rdsProxyTables,
  redshiftTables,
  route53Tables,
  route53ResolverTables,
  routingTables,
  s3Tables,
  s3AccessPointTables,
  s3ProtectionTables,
  sagemakerTables,
  secretsTables,
  securityTables,
  sesTables,
  shieldTables,
  snsTables,
  sqsTables,
  streamTables,
  systemsManagerTables,
  transferTables,
  verifiedPermissionsTables,
  volumeTables,
  vpcTables,
  vpcEndpointTables,
  wafTables,
  webHostingTables,
  wideColumnTables,
];
