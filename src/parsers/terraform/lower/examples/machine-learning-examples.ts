/** Bedrock and SageMaker. Data of the contract test. */
import { example, type LoweringExample } from './lowering-example.ts';

export const machineLearningExamples: readonly LoweringExample[] = [
  example(
    'aws_bedrockagent_agent',
    'Bedrock::Agent',
    {
      agent_name: 'a',
      agent_resource_role_arn: 'r',
      foundation_model: 'm',
      instruction: 'i',
      customer_encryption_key_arn: 'k',
      idle_session_ttl_in_seconds: '600',
      guardrail_configuration: [{ guardrail_identifier: 'g', guardrail_version: '1' }],
      prompt_override_configuration: [
        {
          prompt_configurations: [
            {
              prompt_type: 'ORCHESTRATION',
              base_prompt_template: 't',
              inference_configuration: [{ max_length: 2048, temperature: 0 }],
            },
          ],
        },
      ],
    },
    {
      AgentName: 'a',
      AgentResourceRoleArn: 'r',
      FoundationModel: 'm',
      Instruction: 'i',
      CustomerEncryptionKeyArn: 'k',
      IdleSessionTTLInSeconds: 600,
      GuardrailConfiguration: { GuardrailIdentifier: 'g', GuardrailVersion: '1' },
      PromptOverrideConfiguration: {
        PromptConfigurations: [
          {
            PromptType: 'ORCHESTRATION',
            BasePromptTemplate: 't',
            InferenceConfiguration: { MaximumLength: 2048, Temperature: 0 },
          },
        ],
      },
    },
  ),
  example(
    'aws_bedrockagent_agent_action_group',
    'Bedrock::Agent',
    {
      action_group_name: 'g',
      agent_version: 'DRAFT',
      action_group_state: 'ENABLED',
      action_group_executor: [{ lambda: 'f' }],
      api_schema: [{ s3: [{ s3_bucket_name: 'b', s3_object_key: 'k' }] }],
    },
    {
      ActionGroups: [
        {
          ActionGroupName: 'g',
          ActionGroupState: 'ENABLED',
          ActionGroupExecutor: { Lambda: 'f' },
          ApiSchema: { S3: { S3BucketName: 'b', S3ObjectKey: 'k' } },
        },
      ],
    },
  ),
  example(
    'aws_bedrockagent_agent_knowledge_base_association',
    'Bedrock::Agent',
    { knowledge_base_id: 'k', knowledge_base_state: 'ENABLED', description: 'd' },
    { KnowledgeBases: [{ KnowledgeBaseId: 'k', KnowledgeBaseState: 'ENABLED', Description: 'd' }] },
  ),
  example(
    'aws_bedrockagent_agent_alias',
    'Bedrock::AgentAlias',
    { agent_alias_name: 'l', agent_id: 'a', description: 'd' },
    { AgentAliasName: 'l', AgentId: 'a', Description: 'd' },
  ),
  example(
    'aws_bedrockagent_knowledge_base',
    'Bedrock::KnowledgeBase',
    {
      name: 'k',
      role_arn: 'r',
      knowledge_base_configuration: [
        { type: 'VECTOR', vector_knowledge_base_configuration: [{ embedding_model_arn: 'm' }] },
      ],
      storage_configuration: [
        {
          type: 'OPENSEARCH_SERVERLESS',
          opensearch_serverless_configuration: [
            {
              collection_arn: 'c',
              vector_index_name: 'i',
              field_mapping: [{ vector_field: 'v', text_field: 't', metadata_field: 'm' }],
            },
          ],
        },
      ],
    },
    {
      Name: 'k',
      RoleArn: 'r',
      KnowledgeBaseConfiguration: { Type: 'VECTOR', VectorKnowledgeBaseConfiguration: { EmbeddingModelArn: 'm' } },
      StorageConfiguration: {
        Type: 'OPENSEARCH_SERVERLESS',
        OpensearchServerlessConfiguration: {
          CollectionArn: 'c',
          VectorIndexName: 'i',
          FieldMapping: { VectorField: 'v', TextField: 't', MetadataField: 'm' },
        },
      },
    },
  ),
  example(
    'aws_bedrockagent_data_source',
    'Bedrock::DataSource',
    {
      knowledge_base_id: 'k',
      name: 'd',
      data_source_configuration: [{ type: 'S3', s3_configuration: [{ bucket_arn: 'b' }] }],
      server_side_encryption_configuration: [{ kms_key_arn: 'k' }],
    },
    {
      KnowledgeBaseId: 'k',
      Name: 'd',
      DataSourceConfiguration: { Type: 'S3', S3Configuration: { BucketArn: 'b' } },
      ServerSideEncryptionConfiguration: { KmsKeyArn: 'k' },
    },
  ),
  example(
    'aws_bedrock_guardrail',
    'Bedrock::Guardrail',
    {
      name: 'g',
      blocked_input_messaging: 'no',
      blocked_outputs_messaging: 'no',
      kms_key_arn: 'k',
      content_policy_config: [
        {
          tier_config: [{ tier_name: 'STANDARD' }],
          filters_config: [{ type: 'PROMPT_ATTACK', input_strength: 'HIGH', output_strength: 'NONE' }],
        },
      ],
      sensitive_information_policy_config: [{ pii_entities_config: [{ type: 'NAME', action: 'BLOCK' }] }],
    },
    {
      Name: 'g',
      BlockedInputMessaging: 'no',
      BlockedOutputsMessaging: 'no',
      KmsKeyArn: 'k',
      ContentPolicyConfig: {
        ContentFiltersTierConfig: { TierName: 'STANDARD' },
        FiltersConfig: [{ Type: 'PROMPT_ATTACK', InputStrength: 'HIGH', OutputStrength: 'NONE' }],
      },
      SensitiveInformationPolicyConfig: { PiiEntitiesConfig: [{ Type: 'NAME', Action: 'BLOCK' }] },
    },
  ),
  example(
    'aws_sagemaker_endpoint',
    'SageMaker::Endpoint',
    { name: 'e', endpoint_config_name: 'c' },
    { EndpointName: 'e', EndpointConfigName: 'c' },
  ),
  example(
    'aws_sagemaker_endpoint_configuration',
    'SageMaker::EndpointConfig',
    {
      name: 'c',
      kms_key_arn: 'k',
      production_variants: [
        { model_name: 'm', variant_name: 'v', instance_type: 'ml.m5.large', initial_instance_count: '1' },
      ],
      data_capture_config: [
        {
          enable_capture: true,
          destination_s3_uri: 's3://b',
          initial_sampling_percentage: 100,
          capture_options: [{ capture_mode: 'Input' }],
        },
      ],
    },
    {
      EndpointConfigName: 'c',
      KmsKeyId: 'k',
      ProductionVariants: [{ ModelName: 'm', VariantName: 'v', InstanceType: 'ml.m5.large', InitialInstanceCount: 1 }],
      DataCaptureConfig: {
        EnableCapture: true,
        DestinationS3Uri: 's3://b',
        InitialSamplingPercentage: 100,
        CaptureOptions: [{ CaptureMode: 'Input' }],
      },
    },
  ),
  example(
    'aws_sagemaker_model',
    'SageMaker::Model',
    {
      name: 'm',
      execution_role_arn: 'r',
      enable_network_isolation: 'true',
      primary_container: [{ image: 'i', model_data_url: 's3://b/m', environment: { A: 'b' } }],
      vpc_config: [{ subnets: ['subnet-1'], security_group_ids: ['g'] }],
    },
    {
      ModelName: 'm',
      ExecutionRoleArn: 'r',
      EnableNetworkIsolation: true,
      PrimaryContainer: { Image: 'i', ModelDataUrl: 's3://b/m', Environment: { A: 'b' } },
      VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['g'] },
    },
  ),
  example(
    'aws_sagemaker_notebook_instance',
    'SageMaker::NotebookInstance',
    {
      name: 'n',
      instance_type: 'ml.t3.medium',
      role_arn: 'r',
      direct_internet_access: 'Enabled',
      root_access: 'Enabled',
      kms_key_id: 'k',
      security_groups: ['g'],
      subnet_id: 'subnet-1',
      volume_size: '5',
      lifecycle_config_name: 'l',
      instance_metadata_service_configuration: [{ minimum_instance_metadata_service_version: '2' }],
    },
    {
      NotebookInstanceName: 'n',
      InstanceType: 'ml.t3.medium',
      RoleArn: 'r',
      DirectInternetAccess: 'Enabled',
      RootAccess: 'Enabled',
      KmsKeyId: 'k',
      SecurityGroupIds: ['g'],
      SubnetId: 'subnet-1',
      VolumeSizeInGB: 5,
      LifecycleConfigName: 'l',
      InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
    },
  ),
  example(
    'aws_sagemaker_notebook_instance_lifecycle_configuration',
    'SageMaker::NotebookInstanceLifecycleConfig',
    { name: 'l', on_start: 'ZWNobyBoaQ==', on_create: 'ZWNobyBoaQ==' },
    {
      NotebookInstanceLifecycleConfigName: 'l',
      OnStart: [{ Content: 'ZWNobyBoaQ==' }],
      OnCreate: [{ Content: 'ZWNobyBoaQ==' }],
    },
  ),
  example(
    'aws_sagemaker_domain',
    'SageMaker::Domain',
    {
      domain_name: 'd',
      auth_mode: 'IAM',
      vpc_id: 'vpc-1',
      subnet_ids: ['subnet-1'],
      kms_key_id: 'k',
      app_network_access_type: 'PublicInternetOnly',
      default_user_settings: [
        { execution_role: 'r', security_groups: ['g'], sharing_settings: [{ notebook_output_option: 'Allowed' }] },
      ],
    },
    {
      DomainName: 'd',
      AuthMode: 'IAM',
      VpcId: 'vpc-1',
      SubnetIds: ['subnet-1'],
      KmsKeyId: 'k',
      AppNetworkAccessType: 'PublicInternetOnly',
      DefaultUserSettings: {
        ExecutionRole: 'r',
        SecurityGroups: ['g'],
        SharingSettings: { NotebookOutputOption: 'Allowed' },
      },
    },
  ),
  example(
    'aws_sagemaker_user_profile',
    'SageMaker::UserProfile',
    { domain_id: 'd', user_profile_name: 'u', user_settings: [{ execution_role: 'r' }] },
    { DomainId: 'd', UserProfileName: 'u', UserSettings: { ExecutionRole: 'r' } },
  ),
];
