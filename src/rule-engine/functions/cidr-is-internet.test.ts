/** Where an address block stops being somebody's and becomes the internet, and what unknown text can still prove. */
import { describe, expect, it } from 'vitest';
import { ABSENT, type Plain, reference, unresolved, value } from '../../../test/builders/build-value.ts';
import type { UnresolvedValue } from '../../model/value.ts';
import type { CelValue } from '../cel/operand.ts';
import { truthOf } from '../cel/truth-of.ts';
import { cidrIsInternet } from './cidr-is-internet.ts';

const judge = (cidr: CelValue): string => truthOf(cidrIsInternet.evaluate([cidr], () => undefined));
const call = (cidr: Plain): string => judge(value(cidr));

function joined(...parts: readonly (string | undefined)[]): UnresolvedValue {
  const first = parts[0];
  return {
    state: 'unresolved',
    reason: 'variable-without-value',
    subject: 'var.office',
    mayBeAbsent: false,
    ...(first === undefined ? {} : { knownPrefix: first }),
    pieces: parts.map((text) =>
      text === undefined ? { reason: 'variable-without-value', subject: 'var.office' } : { text },
    ),
    origin: { from: 'computed' },
  };
}

describe('cidrIsInternet', () => {
  it.each([
    '0.0.0.0/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '8.0.0.0/8',
    '54.0.0.0/15',
    '203.0.113.7/0',
    '10.0.0.0/7',
    '10.0.0.0/0',
    '172.16.0.0/11',
    '::/0',
    '2000::/3',
    '2600:1f00::/24',
    '::ffff:0:0/96',
    '::ffff:8.0.0.0/104',
  ])('%s is', (cidr) => expect(call(cidr)).toBe('true'));

  it.each([
    '203.0.113.0/24',
    '198.51.100.7/32',
    '198.51.100.7',
    '54.240.0.0/16',
    '10.0.0.0/8',
    '172.16.0.0/12',
    '100.64.0.0/10',
    '2001:db8::/32',
    '2001:db8:1::/48',
    'fc00::/7',
    '::ffff:203.0.113.0/120',
  ])('%s is not', (cidr) => expect(call(cidr)).toBe('false'));

  it.each(['', 'pl-123', '10.0.0.0/33', 'everywhere'])('takes %j for an error', (text) => {
    expect(call(text)).toBe('error');
  });

  it('does not know what it cannot see', () => {
    expect(call(ABSENT)).toBe('false');
    expect(call(unresolved())).toBe('unknown');
    expect(call(unresolved({ knownPrefix: '10.' }))).toBe('unknown');
    expect(call(reference('aws_eip.gateway', 'public_ip'))).toBe('unknown');
  });

  it('knows that no VPC and no subnet is as wide', () => {
    expect(call(reference('aws_vpc.main', 'cidr_block'))).toBe('false');
    expect(call(reference('Vpc', 'CidrBlock'))).toBe('false');
  });

  it('reads the length of the block behind an unknown address', () => {
    expect(judge(joined(undefined, '/32'))).toBe('false');
    expect(judge(joined('203.0.', undefined, '/24'))).toBe('false');
    expect(judge(joined('10.', undefined, '.0.0/16'))).toBe('false');
  });

  it('knows that a length of zero is everybody', () => {
    expect(judge(joined(undefined, '/0'))).toBe('true');
    expect(judge(joined(undefined, '/20'))).toBe('unknown');
  });

  it.each<readonly [string, readonly (string | undefined)[]]>([
    ['a short length', [undefined, '/8']],
    ['a length that is narrow for IPv4 only', [undefined, '/24']],
    ['an unknown length', ['203.0.113.0/', undefined]],
    ['a length with an unknown beginning', ['203.0.113.0/', undefined, '4']],
    ['a length with an unknown end', ['203.0.113.0/2', undefined]],
  ])('leaves %s open', (_, parts) => expect(judge(joined(...parts))).toBe('unknown'));
});
