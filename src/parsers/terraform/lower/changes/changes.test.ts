/** What changes of attributes make of values that are not known, and of secrets. */
import { describe, expect, it } from 'vitest';
import { list, map, plain, reference, scalar, unknown } from '../../../../dictionary/testing-values.ts';
import type { ListValue, Value } from '../../../../model/value.ts';
import { lower, terraform } from '../testing-resources.ts';
import { mapBy } from './map-by.ts';
import { prefix } from './prefix.ts';
import { rename } from './rename.ts';
import { valuesByName } from './values-by-name.ts';
import { whenEnabled } from './when-enabled.ts';

const NOTHING: Value = { state: 'absent' };

describe('mapBy', () => {
  const byKey = mapBy('key', (block) => block);

  it('leaves the map open where a key is not known, and keeps the blocks that are', () => {
    const value = byKey(list([{ key: 'a', value: 1 }, { key: unknown('var.key'), value: 2 }, unknown('var.block')]));
    expect(plain(value)).toEqual({ a: { key: 'a', value: 1 }, '…': '?unknown-key' });
  });

  it('says that a block under an unknown condition may be absent', () => {
    const blocks = list([{ key: 'a' }]);
    const maybe: ListValue = { ...blocks, items: blocks.items.map((item) => ({ ...item, presence: 'unknown' })) };
    expect(plain(byKey(maybe))).toEqual({ a: '?unknown-key|absent' });
  });

  it('keeps what is not known at all, and the end of a list that is open', () => {
    expect(byKey(unknown('var.blocks'))).toEqual(unknown('var.blocks'));
    expect(plain(byKey({ ...list([]), openEnded: unknown('var.rest') }))).toEqual({
      '…': '?variable-without-value',
    });
  });
});

describe('valuesByName', () => {
  it('gives text, as the schema of the provider has it, and keeps references', () => {
    const parameters = list([
      { name: 'rds.force_ssl', value: 1 },
      { name: 'a', value: true },
      { name: 'b', value: reference('aws_kms_key.k', 'arn') },
      { name: '__proto__', value: 'x' },
    ]);
    const value = valuesByName(parameters);
    expect(
      value.state === 'known' && value.type === 'map' && [...value.entries].map(([k, v]) => [k, plain(v)]),
    ).toEqual([
      ['rds.force_ssl', '1'],
      ['a', 'true'],
      ['b', '<aws_kms_key.k.arn>'],
      ['__proto__', 'x'],
    ]);
  });
});

describe('whenEnabled', () => {
  const logging = whenEnabled('enable', false);

  it('keeps a block that is on, drops one that is off, and does not decide where the flag is not known', () => {
    expect(plain(logging(list([{ enable: 'true', bucket: 'b' }])))).toEqual({ enable: 'true', bucket: 'b' });
    expect(logging(list([{ enable: false, bucket: 'b' }])).state).toBe('absent');
    expect(plain(logging(list([{ enable: unknown('var.on'), bucket: 'b' }])))).toBe('?variable-without-value|absent');
  });

  it('takes the default of the provider where nobody writes the flag', () => {
    expect(logging(list([{ bucket: 'b' }])).state).toBe('absent');
    expect(plain(whenEnabled('enabled', true)(list([{ bucket: 'b' }])))).toEqual({ bucket: 'b' });
    expect(logging(unknown('var.blocks'))).toEqual(unknown('var.blocks'));
    expect(logging(NOTHING)).toBe(NOTHING);
  });
});

describe('rename and prefix', () => {
  it('leave values alone that are not known', () => {
    expect(rename({ a: 'A' })(unknown('var.a'))).toEqual(unknown('var.a'));
    expect(plain(rename({ a: 'A', c: 'C' })(map({ a: 1, b: 2, c: null })))).toEqual({ A: 1 });
    expect(prefix('x-')(unknown('var.a'))).toEqual(unknown('var.a'));
    expect(plain(prefix('x-')(scalar(7.1)))).toBe('x-7.1');
  });
});

describe('secrets', () => {
  it('are marked wherever Terraform keeps one, inside structure too', () => {
    const secret = { connection_properties: { PASSWORD: 'hunter2' } };
    const { resources } = lower(
      terraform('aws_glue_connection.c', secret),
      terraform('aws_rds_cluster.r', { master_password: 'hunter2' }),
      terraform('aws_mq_broker.b', { user: [{ username: 'u', password: 'hunter2' }] }),
      terraform('aws_codebuild_source_credential.s', { token: 'hunter2' }),
      terraform('aws_cognito_identity_provider.i', { provider_details: { client_secret: 'hunter2' } }),
      terraform('aws_kinesis_firehose_delivery_stream.f', { splunk_configuration: [{ hec_token: 'hunter2' }] }),
    );
    const found = resources.flatMap(({ properties }) => [...properties.values()].flatMap(scalars));
    const hidden = found.filter((value) => value.value === 'hunter2');
    expect(hidden).toHaveLength(6);
    expect(hidden.filter((value) => value.sensitive !== true)).toEqual([]);
  });
});

function scalars(value: Value): readonly Extract<Value, { type: 'scalar' }>[] {
  if (value.state !== 'known') return [];
  if (value.type === 'scalar') return [value];
  if (value.type === 'list') return value.items.flatMap((item) => scalars(item.value));
  return [...value.entries.values()].flatMap(scalars);
}
