/**
 * `aws_kms_key.k.arn` and `data.aws_vpc.v.id`: the argument where the configuration sets it, else what only the
 * provider knows.
 */
import type { Origin, UnresolvedReason, Value } from '../../../model/value.ts';
import { buildPolicyDocument } from '../policy-document/build-policy-document.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { withOrigin } from '../values/with-origin.ts';
import { instanceAttribute } from './instance-attribute.ts';
import type { Instance } from './session.ts';

const PSEUDO_SOURCES: ReadonlySet<string> = new Set([
  'aws_region',
  'aws_caller_identity',
  'aws_partition',
  'aws_default_tags',
  'aws_service_principal',
  'aws_canonical_user_id',
]);

/** Resources that stand for no infrastructure: what they give was put into them, or thought up. */
const MADE_UP = /^(?:terraform_data|(?:null|random|time|local|external|archive)_[a-z0-9_]+)$/;

/** Attributes that give back another argument as it was set. */
const CARRIED: ReadonlyMap<string, string> = new Map([
  ['terraform_data.output', 'input'],
  ['aws_ssm_parameter.value', 'insecure_value'],
  ['random_shuffle.result', 'input'],
]);

/** Reasons that a way through the argument of a resource does not make ordinary. */
const KEPT: ReadonlySet<UnresolvedReason> = new Set<UnresolvedReason>(['ignored-changes', 'derived-value']);

/** The attribute at the place that reads it. */
export function readInstance(instance: Instance, name: string, origin: Origin): Value {
  if (instance.presence === 'unknown') instance.scope.session.doubts += 1;
  const { type, mode } = instance.block;
  if (type === 'aws_iam_policy_document' && mode === 'data' && (name === 'json' || name === 'minified_json')) {
    return withOrigin(buildPolicyDocument(instance), origin);
  }
  const value = instanceAttribute(instance, name) ?? carriedAttribute(instance, name);
  if (value?.state === 'known' || value?.state === 'reference') return withOrigin(value, origin);
  if (value?.state === 'unresolved' && KEPT.has(value.reason)) return withOrigin(value, origin);
  if (mode === 'managed' && name !== 'id' && MADE_UP.test(type)) {
    return value?.state === 'unresolved'
      ? withOrigin(value, origin)
      : makeUnresolved('non-deterministic', `${instance.address}.${name}`, origin, { mayBeAbsent: true });
  }
  if (mode === 'managed') return { state: 'reference', target: instance.address, attribute: name, origin };
  const reason = reasonOf(type);
  const mayBeAbsent = reason !== 'pseudo-parameter' && name !== 'id' && name !== 'arn';
  return makeUnresolved(reason, `${instance.address}.${name}`, origin, { mayBeAbsent });
}

function carriedAttribute(instance: Instance, name: string): Value | undefined {
  if (name === 'tags_all' && instance.block.mode === 'managed') return allTags(instance);
  const source = CARRIED.get(`${instance.block.type}.${name}`);
  return source === undefined || instance.block.mode !== 'managed' ? undefined : instanceAttribute(instance, source);
}

/** The tags of the block, and those the provider adds to every resource. */
function allTags(instance: Instance): Value | undefined {
  const tags = instanceAttribute(instance, 'tags');
  if (tags?.state !== 'known' || tags.type !== 'map') return undefined;
  const more = makeUnresolved('provider-computed', `${instance.address}.tags_all`, tags.origin, { mayBeAbsent: true });
  return { ...tags, openEnded: tags.openEnded ?? more };
}

function reasonOf(type: string): UnresolvedReason {
  if (PSEUDO_SOURCES.has(type)) return 'pseudo-parameter';
  return type === 'terraform_remote_state' ? 'remote-state' : 'external-data';
}
