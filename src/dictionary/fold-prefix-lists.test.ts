/** Entries of prefix lists, as rules about security groups see them. */
import { describe, expect, test } from 'vitest';
import type { Resource } from '../model/resource.ts';
import type { Presence, Value } from '../model/value.ts';
import { foldPrefixLists } from './fold-prefix-lists.ts';

const origin = { from: 'source' } as const;
const text = (value: string): Value => ({ state: 'known', type: 'scalar', value, origin });
const map = (entries: Record<string, Value>): Value => ({
  state: 'known',
  type: 'map',
  entries: new Map(Object.entries(entries)),
  origin,
});
const list = (values: readonly Value[], presence: Presence = 'yes'): Value => ({
  state: 'known',
  type: 'list',
  items: values.map((value) => ({ presence, value })),
  origin,
});
const reference = (target: string): Value => ({ state: 'reference', target, attribute: 'id', origin });

function resource(kind: string, address: string, properties: Record<string, Value>): Resource {
  const location = { path: 'main.tf', range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } };
  return {
    kind,
    address,
    name: address,
    format: 'terraform',
    sourceType: kind,
    unit: '',
    environment: '',
    presence: 'yes',
    properties: new Map(Object.entries(properties)),
    location,
    calledFrom: [],
    movedFrom: [],
    foldedFrom: [],
  };
}

const offices = (cidrs: readonly string[]): Resource =>
  resource('AWS::EC2::PrefixList', 'offices', { Entries: list(cidrs.map((cidr) => map({ Cidr: text(cidr) }))) });

describe('foldPrefixLists', () => {
  test('a rule of a group stands once for each entry', () => {
    const group = resource('AWS::EC2::SecurityGroup', 'g', {
      SecurityGroupIngress: list([map({ SourcePrefixListId: reference('offices') })]),
    });
    const [, folded] = foldPrefixLists([offices(['203.0.113.0/24', '::/0']), group]);
    expect(folded?.properties.get('SecurityGroupIngress')).toMatchObject({
      items: [
        {
          presence: 'yes',
          value: {
            entries: new Map([
              ['SourcePrefixListId', reference('offices')],
              ['CidrIp', text('203.0.113.0/24')],
            ]),
          },
        },
        {
          presence: 'yes',
          value: {
            entries: new Map([
              ['SourcePrefixListId', reference('offices')],
              ['CidrIpv6', text('::/0')],
            ]),
          },
        },
      ],
    });
  });

  test('a rule of its own keeps its address with one entry, and is several with several', () => {
    const rule = resource('AWS::EC2::SecurityGroupIngress', 'r', { SourcePrefixListId: reference('offices') });
    const addresses = (cidrs: readonly string[]): string[] =>
      foldPrefixLists([offices(cidrs), rule]).map(({ address }) => address);
    expect(addresses(['0.0.0.0/0'])).toEqual(['offices', 'r']);
    expect(addresses(['0.0.0.0/0', '10.0.0.0/8'])).toEqual(['offices', 'r.["0.0.0.0/0"]', 'r.["10.0.0.0/8"]']);
  });

  test('a list of another unit stays as it is', () => {
    const rule = resource('AWS::EC2::SecurityGroupIngress', 'r', { SourcePrefixListId: reference('elsewhere') });
    expect(foldPrefixLists([offices(['0.0.0.0/0']), rule])[1]).toBe(rule);
  });

  test('an unknown entry is an unknown source', () => {
    const unknown: Value = {
      state: 'unresolved',
      reason: 'variable-without-value',
      subject: 'var.x',
      mayBeAbsent: false,
      origin,
    };
    const rule = resource('AWS::EC2::SecurityGroupIngress', 'r', { SourcePrefixListId: reference('offices') });
    const many = resource('AWS::EC2::PrefixList', 'offices', { Entries: unknown });
    const [, folded] = foldPrefixLists([many, rule]);
    expect(folded).toMatchObject({ presence: 'unknown' });
    expect(folded?.properties.get('CidrIp')).toBe(unknown);
  });

  test('more entries than can be judged are not known', () => {
    const cidrs = Array.from({ length: 300 }, (_, at) => `10.0.${at % 256}.0/24`);
    const rules = Array.from({ length: 100 }, () => map({ SourcePrefixListId: reference('offices') }));
    const group = resource('AWS::EC2::SecurityGroup', 'g', { SecurityGroupIngress: list(rules) });
    const folded = foldPrefixLists([offices(cidrs), group])[1]?.properties.get('SecurityGroupIngress');
    const items = folded?.state === 'known' && folded.type === 'list' ? folded.items : [];
    expect(items.length).toBeLessThan(20_100);
    const last = items.at(-1)?.value;
    expect(last?.state === 'known' && last.type === 'map' && last.entries.get('CidrIp')).toMatchObject({
      reason: 'budget-exceeded',
    });
  });
});
