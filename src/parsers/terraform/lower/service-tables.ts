/** Every service's tables, and nothing else: a new service is one file and one line here. */
import { apiGatewayTables } from './services/api-gateway.ts';
import { apiGatewayV2Tables } from './services/api-gateway-v2.ts';
import { dataTables } from './services/data.ts';
import { ec2Tables } from './services/ec2.ts';
import { ecsTables } from './services/ecs.ts';
import { edgeTables } from './services/edge.ts';
import { eventsTables } from './services/events.ts';
import { iamTables } from './services/iam.ts';
import { lambdaTables } from './services/lambda.ts';
import { rdsTables } from './services/rds.ts';
import { s3Tables } from './services/s3.ts';
import { securityTables } from './services/security.ts';
import { snsTables } from './services/sns.ts';
import { sqsTables } from './services/sqs.ts';
import type { ServiceTables } from './type-table.ts';

export const SERVICE_TABLES: readonly ServiceTables[] = [
  apiGatewayTables,
  apiGatewayV2Tables,
  dataTables,
  ec2Tables,
  ecsTables,
  edgeTables,
  eventsTables,
  iamTables,
  lambdaTables,
  rdsTables,
  s3Tables,
  securityTables,
  snsTables,
  sqsTables,
];
