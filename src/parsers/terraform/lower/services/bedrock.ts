/** Bedrock: agents with what they may call, knowledge bases, where those read, and guardrails. */
import type { Fields, ServiceTables } from '../type-table.ts';

const ofAgent = {
  target: ['aws_bedrockagent_agent'],
  match: [['agent_id', 'agent_id']],
} as const;
const promptConfiguration: Fields = {
  inference_configuration: { path: 'InferenceConfiguration', fields: { max_length: 'MaximumLength' } },
};

export const bedrockTables: ServiceTables = {
  types: [
    {
      type: 'aws_bedrockagent_agent',
      kind: 'AWS::Bedrock::Agent',
      nameAttribute: 'agent_name',
      fields: {
        prompt_override_configuration: {
          path: 'PromptOverrideConfiguration',
          fields: { prompt_configurations: { path: 'PromptConfigurations', fields: promptConfiguration } },
        },
      },
    },
    {
      type: 'aws_bedrockagent_agent_alias',
      kind: 'AWS::Bedrock::AgentAlias',
      nameAttribute: 'agent_alias_name',
      fields: {},
    },
    { type: 'aws_bedrockagent_knowledge_base', kind: 'AWS::Bedrock::KnowledgeBase', fields: {} },
    { type: 'aws_bedrockagent_data_source', kind: 'AWS::Bedrock::DataSource', fields: {} },
    {
      type: 'aws_bedrock_guardrail',
      kind: 'AWS::Bedrock::Guardrail',
      fields: {
        content_policy_config: {
          path: 'ContentPolicyConfig',
          fields: { tier_config: 'ContentFiltersTierConfig' },
        },
        topic_policy_config: { path: 'TopicPolicyConfig', fields: { tier_config: 'TopicsTierConfig' } },
        cross_region_config: {
          path: 'CrossRegionConfig',
          fields: { guardrail_profile_identifier: 'GuardrailProfileArn' },
        },
      },
    },
  ],
  companions: [
    {
      type: 'aws_bedrockagent_agent_action_group',
      ...ofAgent,
      into: 'ActionGroups',
      fields: { function_schema: null },
    },
    {
      type: 'aws_bedrockagent_agent_knowledge_base_association',
      ...ofAgent,
      into: 'KnowledgeBases',
      fields: {},
    },
  ],
};
