/** Every service's tables, and nothing else: a new service is one file and one line here. */
import { apiGatewayTables } from './services/api-gateway.ts';
import { apiGatewayDomainTables } from './services/api-gateway-domains.ts';
import { apiGatewayV2Tables } from './services/api-gateway-v2.ts';
import { certificateTables } from './services/certificates.ts';
import { classicLoadBalancingTables } from './services/classic-load-balancing.ts';
import { cloudfrontTables } from './services/cloudfront.ts';
import { dataTables } from './services/data.ts';
import { ec2Tables } from './services/ec2.ts';
import { ecsTables } from './services/ecs.ts';
import { eventsTables } from './services/events.ts';
import { globalAcceleratorTables } from './services/global-accelerator.ts';
import { iamTables } from './services/iam.ts';
import { lambdaTables } from './services/lambda.ts';
import { loadBalancingTables } from './services/load-balancing.ts';
import { rdsTables } from './services/rds.ts';
import { route53Tables } from './services/route53.ts';
import { route53ResolverTables } from './services/route53-resolver.ts';
import { s3Tables } from './services/s3.ts';
import { securityTables } from './services/security.ts';
import { shieldTables } from './services/shield.ts';
import { snsTables } from './services/sns.ts';
import { sqsTables } from './services/sqs.ts';
import { wafTables } from './services/waf.ts';
import type { ServiceTables } from './type-table.ts';

export const SERVICE_TABLES: readonly ServiceTables[] = [
  apiGatewayDomainTables,
  apiGatewayTables,
  apiGatewayV2Tables,
  certificateTables,
  classicLoadBalancingTables,
  cloudfrontTables,
  dataTables,
  ec2Tables,
  ecsTables,
  eventsTables,
  globalAcceleratorTables,
  iamTables,
  lambdaTables,
  loadBalancingTables,
  rdsTables,
  route53ResolverTables,
  route53Tables,
  s3Tables,
  securityTables,
  shieldTables,
  snsTables,
  sqsTables,
  wafTables,
];
