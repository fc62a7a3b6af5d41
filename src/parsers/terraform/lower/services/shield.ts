/** Shield Advanced: what it protects, and who of AWS may help. */
import type { MapValue, Value } from '../../../../model/value.ts';
import { asList } from '../changes/as-list.ts';
import { constant } from '../changes/constant.ts';
import { objectWith } from '../changes/object-with.ts';
import { translate } from '../changes/translate.ts';
import type { ServiceTables } from '../type-table.ts';

/** `BLOCK` and `COUNT` are objects in CloudFormation. */
function responseAction(block: MapValue): Value {
  const action = block.entries.get('action');
  if (action?.state !== 'known' || action.type !== 'scalar') return action ?? { state: 'absent' };
  const nothing: MapValue = { state: 'known', type: 'map', entries: new Map(), origin: action.origin };
  return objectWith(action.value === 'COUNT' ? 'Count' : 'Block')(nothing);
}

export const shieldTables: ServiceTables = {
  types: [
    { type: 'aws_shield_protection', kind: 'AWS::Shield::Protection', fields: {} },
    {
      type: 'aws_shield_protection_group',
      kind: 'AWS::Shield::ProtectionGroup',
      nameAttribute: 'protection_group_id',
      fields: {},
    },
    { type: 'aws_shield_drt_access_role_arn_association', kind: 'AWS::Shield::DRTAccess', fields: {} },
    {
      type: 'aws_shield_drt_access_log_bucket_association',
      kind: 'AWS::Shield::DRTAccess',
      fields: { log_bucket: { path: 'LogBucketList', change: asList } },
    },
    {
      type: 'aws_shield_proactive_engagement',
      kind: 'AWS::Shield::ProactiveEngagement',
      fields: {
        enabled: { path: 'ProactiveEngagementStatus', change: translate({ true: 'ENABLED', false: 'DISABLED' }) },
        emergency_contact: 'EmergencyContactList',
      },
    },
  ],
  companions: [
    {
      type: 'aws_shield_application_layer_automatic_response',
      target: ['aws_shield_protection'],
      match: [['resource_arn', 'resource_arn']],
      into: 'ApplicationLayerAutomaticResponseConfiguration',
      fields: { action: null },
      derived: { Status: constant('ENABLED'), Action: responseAction },
    },
  ],
};
