/**
 * Change of an attribute: the canned access control list that grants amount to, since CloudFormation has no grants.
 * Only what groups get is told apart; an unknown group keeps its reason.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
import type { MapValue, Value } from '../../../../model/value.ts';
import { asList } from './as-list.ts';
import { pick } from './pick.ts';
import { singleBlock } from './single-block.ts';

const EVERYBODY = '/global/AllUsers';
const ACCOUNTS = '/global/AuthenticatedUsers';
const LOGS = '/s3/LogDelivery';
const READING: ReadonlySet<string> = new Set(['READ', 'READ_ACP']);

/** From the widest to the narrowest. */
const ACLS = ['PublicReadWrite', 'PublicRead', 'AuthenticatedRead', 'LogDeliveryWrite', 'Private'];

/** `access_control_policy` with its grants, or the `grant` blocks of a bucket, as one canned access control list. */
export function aclOfGrants(value: Value): Value {
  const block = singleBlock(value);
  const inner = block.state === 'known' && block.type === 'map' ? block.entries.get('grant') : undefined;
  const grants = inner === undefined ? asList(value) : asList(inner);
  if (grants.state !== 'known' || grants.type !== 'list') return grants;
  const origin = value.origin ?? { from: 'source' };
  let widest: Value = { state: 'known', type: 'scalar', value: 'Private', origin };
  let unknown: Value | undefined = grants.openEnded;
  for (const { value: grant, presence } of grants.items) {
    const acl = grant.state === 'known' && grant.type === 'map' ? aclOfGrant(grant) : grant;
    if (acl.state !== 'known' || presence !== 'yes') unknown ??= acl.state === 'known' ? perhaps(acl) : acl;
    else if (rank(acl) < rank(widest)) widest = acl;
  }
  return rank(widest) === 0 ? widest : (unknown ?? widest);
}

function rank(value: Value): number {
  return value.state === 'known' && value.type === 'scalar' ? ACLS.indexOf(String(value.value)) : ACLS.length;
}

function aclOfGrant(grant: MapValue): Value {
  const grantee = grant.entries.get('grantee');
  const uri = grantee === undefined ? grant.entries.get('uri') : pick('uri')(grantee);
  const origin = uri?.origin ?? grant.origin;
  const isNobody = uri === undefined || uri.state === 'absent' || uri.state === 'null';
  if (isNobody) return { state: 'known', type: 'scalar', value: 'Private', origin };
  if (uri.state !== 'known' || uri.type !== 'scalar') return uri;
  return { state: 'known', type: 'scalar', value: cannedAcl(String(uri.value), grant), origin };
}

function cannedAcl(uri: string, grant: MapValue): string {
  if (uri.endsWith(LOGS)) return 'LogDeliveryWrite';
  const isEverybody = uri.endsWith(EVERYBODY);
  if (!isEverybody && !uri.endsWith(ACCOUNTS)) return 'Private';
  if (!readsOnly(grant)) return 'PublicReadWrite';
  return isEverybody ? 'PublicRead' : 'AuthenticatedRead';
}

/** A permission that is not known may be any. */
function readsOnly(grant: MapValue): boolean {
  const permissions = asList(
    grant.entries.get('permission') ?? grant.entries.get('permissions') ?? { state: 'absent' },
  );
  if (permissions.state !== 'known' || permissions.type !== 'list' || permissions.openEnded) return false;
  return permissions.items.every(
    ({ value }) => value.state === 'known' && value.type === 'scalar' && READING.has(String(value.value)),
  );
}

function perhaps(value: Value): Value {
  const origin = value.origin ?? { from: 'source' };
  return { state: 'unresolved', reason: 'unknown-condition', subject: 'a grant', mayBeAbsent: false, origin };
}
