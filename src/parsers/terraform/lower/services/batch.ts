/** Batch; properties of jobs are JSON with CloudFormation's names in camel case. */
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import type { ServiceTables } from '../type-table.ts';

export const batchTables: ServiceTables = {
  types: [
    {
      type: 'aws_batch_compute_environment',
      kind: 'AWS::Batch::ComputeEnvironment',
      fields: { name: 'ComputeEnvironmentName' },
    },
    {
      type: 'aws_batch_job_definition',
      kind: 'AWS::Batch::JobDefinition',
      jsonAttribute: ['container_properties', 'ecs_properties', 'node_properties'],
      fields: { name: 'JobDefinitionName' },
    },
    {
      type: 'aws_batch_job_queue',
      kind: 'AWS::Batch::JobQueue',
      fields: {
        name: 'JobQueueName',
        compute_environments: { path: 'ComputeEnvironmentOrder', change: each(objectWith('compute_environment')) },
      },
    },
    { type: 'aws_batch_scheduling_policy', kind: 'AWS::Batch::SchedulingPolicy', fields: {} },
  ],
};
