/**
 * `data.aws_iam_policy_document.x.json` as the AWS provider computes it: statements, then merging of source and
 * override documents by Sid (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document).
 */
import type { MapValue, Origin, UnresolvedValue, Value } from '../../../model/value.ts';
import { instanceAttribute } from '../evaluation/instance-attribute.ts';
import { memoize } from '../evaluation/memoize.ts';
import { originOf } from '../evaluation/origin-of.ts';
import type { Instance } from '../evaluation/session.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeList } from '../values/make-list.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { readJson } from '../values/read-json.ts';
import { toText } from '../values/to-text.ts';
import { buildStatement } from './build-statement.ts';
import { type Draft, mergeStatements } from './merge-statements.ts';

const DEFAULT_VERSION = '2012-10-17';

/** The document, encoded as JSON; parts that are not known are unresolved in it or leave its statements open. */
export function buildPolicyDocument(instance: Instance): Value {
  const { session, memo } = instance.scope;
  const { text: _block, ...origin } = originOf(instance.block, instance.block.span);
  const named = { key: `${instance.address}.json`, subject: `${instance.address}.json`, origin };
  return memoize(session, memo, named, () => build(instance, origin));
}

function build(instance: Instance, origin: Origin): Value {
  let draft: Draft = { statements: [], openEnded: undefined, version: undefined, id: undefined };
  const documents = (names: readonly string[]): void => {
    for (const name of names) {
      const value = instanceAttribute(instance, name);
      if (value) for (const part of documentsOf(value)) draft = mergeStatements(draft, readDraft(part, instance));
    }
  };
  documents(['source_json', 'source_policy_documents']);
  draft = mergeStatements(draft, ownDraft(instance, origin));
  documents(['override_policy_documents', 'override_json']);
  const { statements, openEnded, version, id } = draft;
  const entries: [string, Value][] = [
    ['Version', version ?? makeScalar(DEFAULT_VERSION, origin)],
    ['Statement', { state: 'known', type: 'list', items: statements, ...(openEnded ? { openEnded } : {}), origin }],
  ];
  if (id) entries.push(['Id', id]);
  return { ...makeMap(entries, origin), encoded: 'json' };
}

/** `source_policy_documents` is a list of texts, `source_json` one. */
function documentsOf(value: Value): readonly Value[] {
  if (value.state !== 'known' || value.type !== 'list') return [value];
  const open = value.openEnded ? [value.openEnded] : [];
  const items = value.items.map((item): Value => {
    if (item.presence === 'yes') return item.value;
    return makeUnresolved('unknown-condition', 'a policy document', value.origin);
  });
  return [...items, ...open];
}

function ownDraft(instance: Instance, origin: Origin): Draft {
  const blocks = instanceAttribute(instance, 'statement');
  const version = instanceAttribute(instance, 'version');
  const id = instanceAttribute(instance, 'policy_id');
  const single = blocks?.state === 'known' && blocks.type === 'map' ? makeList([blocks], origin) : undefined;
  const known = blocks?.state === 'known' && blocks.type === 'list' ? blocks : single;
  const open: UnresolvedValue | undefined = known ? known.openEnded : blocks && findUnknown(blocks);
  return {
    statements: (known?.items ?? []).map((item) => ({ ...item, value: buildStatement(item.value, origin) })),
    openEnded: open,
    version: version?.state === 'null' ? undefined : version,
    id: id?.state === 'null' ? undefined : id,
  };
}

/** A document from elsewhere: a structure, JSON text, or something that is not known. */
function readDraft(value: Value, instance: Instance): Draft {
  const nothing: Draft = { statements: [], openEnded: undefined, version: undefined, id: undefined };
  const document = decode(value, instance);
  if (document === 'empty') return nothing;
  if (document.state === 'unresolved') return { ...nothing, openEnded: document };
  const statements = document.entries.get('Statement');
  const openEnded = document.openEnded ?? (statements && findOpen(statements));
  const items = statements?.state === 'known' && statements.type === 'list' ? statements.items : [];
  const single = statements?.state === 'known' && statements.type === 'map' ? statements : undefined;
  return {
    statements: single ? [{ presence: 'yes', value: single }] : items,
    openEnded,
    version: document.entries.get('Version'),
    id: document.entries.get('Id'),
  };
}

function findOpen(statements: Value): UnresolvedValue | undefined {
  if (statements.state === 'known') return statements.type === 'list' ? statements.openEnded : undefined;
  return findUnknown(statements);
}

function decode(value: Value, instance: Instance): MapValue | UnresolvedValue | 'empty' {
  if (value.state === 'null' || value.state === 'absent') return 'empty';
  if (value.state === 'known' && value.type === 'map') return value;
  const text = toText(value);
  if (text === '') return 'empty';
  const { limits } = instance.scope.session;
  const parsed = text === undefined ? undefined : readJson(text, value.origin ?? { from: 'computed' }, limits.nesting);
  if (parsed?.state === 'known' && parsed.type === 'map') return parsed;
  const origin = value.origin ?? { from: 'computed' as const };
  return findUnknown(value) ?? makeUnresolved('invalid-value', 'a policy document', origin);
}
