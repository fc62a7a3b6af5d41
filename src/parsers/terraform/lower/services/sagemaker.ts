/** SageMaker: notebooks, domains with their users, models and the endpoints that serve them. */
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import type { ServiceTables } from '../type-table.ts';

const script = chain(objectWith('content'), asList);

export const sagemakerTables: ServiceTables = {
  types: [
    { type: 'aws_sagemaker_endpoint', kind: 'AWS::SageMaker::Endpoint', fields: { name: 'EndpointName' } },
    {
      type: 'aws_sagemaker_endpoint_configuration',
      kind: 'AWS::SageMaker::EndpointConfig',
      fields: { name: 'EndpointConfigName', kms_key_arn: 'KmsKeyId' },
    },
    { type: 'aws_sagemaker_model', kind: 'AWS::SageMaker::Model', fields: { name: 'ModelName' } },
    {
      type: 'aws_sagemaker_notebook_instance',
      kind: 'AWS::SageMaker::NotebookInstance',
      fields: {
        name: 'NotebookInstanceName',
        security_groups: 'SecurityGroupIds',
        volume_size: 'VolumeSizeInGB',
      },
    },
    {
      type: 'aws_sagemaker_notebook_instance_lifecycle_configuration',
      kind: 'AWS::SageMaker::NotebookInstanceLifecycleConfig',
      fields: {
        name: 'NotebookInstanceLifecycleConfigName',
        on_create: { path: 'OnCreate', change: script },
        on_start: { path: 'OnStart', change: script },
      },
    },
    { type: 'aws_sagemaker_domain', kind: 'AWS::SageMaker::Domain', nameAttribute: 'domain_name', fields: {} },
    {
      type: 'aws_sagemaker_user_profile',
      kind: 'AWS::SageMaker::UserProfile',
      nameAttribute: 'user_profile_name',
      fields: {},
    },
  ],
};
