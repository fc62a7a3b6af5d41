/** What a rule says about resources: outcomes, anchors, evidence, assumptions, reasons, elements, budgets, order. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  at,
  buildKind,
  openMap,
  type Plain,
  providerDefault,
  reference,
  source,
  uncertainList,
  unresolved,
  value,
} from '../../test/builders/build-value.ts';
import { readDictionaryFolder } from '../dictionary/read-dictionary-folder.ts';
import type { BudgetLimits } from '../model/budget.ts';
import type { Resource } from '../model/resource.ts';
import type { RuleResult } from '../model/rule-result.ts';
import type { Value } from '../model/value.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { evaluateRules } from './evaluate-rules.ts';
import { loadRules } from './load-rules.ts';

const dictionary = readDictionaryFolder(join(import.meta.dirname, '../../rules/dictionary'));

const LIMITS: BudgetLimits = {
  fileBytes: 1,
  treeBytes: 1,
  treeEntries: 1,
  nesting: 100,
  unitSteps: 1,
  unitResources: 1,
  ruleSteps: 10_000,
  rulesSteps: 10_000_000,
  findings: 100,
};

function rule(fields: { readonly [key: string]: unknown }): CompiledRule {
  const text = JSON.stringify({
    id: 'aws-test-rule',
    title: 'Test',
    severity: 'high',
    lifecycle: 'stable',
    resource: 'AWS::SQS::Queue',
    message: '{name} is wrong',
    why: 'why',
    fix: 'fix',
    ...fields,
  });
  const id = typeof fields['id'] === 'string' ? fields['id'] : 'aws-test-rule';
  const loaded = loadRules([{ path: `${id.replaceAll('-', '/')}/rule.yaml`, text }], dictionary);
  const [first] = loaded.ok ? loaded.rules : [];
  if (first === undefined) throw new Error(JSON.stringify(loaded));
  return first;
}

function evaluate(compiled: CompiledRule, ...resources: readonly Resource[]) {
  return evaluateRules(resources, [compiled], LIMITS);
}

function only(compiled: CompiledRule, resource: Resource): RuleResult {
  const { results, problems } = evaluate(compiled, resource);
  expect(problems).toEqual([]);
  expect(results).toHaveLength(1);
  return results[0] as RuleResult;
}

const queue = (properties: Readonly<Record<string, Plain>>, rest: Partial<Resource> = {}) =>
  buildKind('AWS::SQS::Queue', properties, rest);
const plainQueue = rule({ fail_when: 'resource.SqsManagedSseEnabled == false && !has(resource.KmsMasterKeyId)' });

describe('an outcome', () => {
  it.each<readonly [string, Readonly<Record<string, Plain>>, string]>([
    ['off', { SqsManagedSseEnabled: false }, 'fail'],
    ['on', { SqsManagedSseEnabled: true }, 'pass'],
    ['absent', {}, 'pass'],
    ['unresolved', { SqsManagedSseEnabled: unresolved() }, 'open'],
    ['off with a key', { SqsManagedSseEnabled: false, KmsMasterKeyId: reference() }, 'pass'],
    [
      'off, perhaps with a key',
      { SqsManagedSseEnabled: false, KmsMasterKeyId: unresolved({ mayBeAbsent: true }) },
      'open',
    ],
    ['unresolved with a key', { SqsManagedSseEnabled: unresolved(), KmsMasterKeyId: 'alias/k' }, 'pass'],
  ])('%s', (_, properties, expected) => {
    expect(only(plainQueue, queue(properties)).outcome).toBe(expected);
  });

  it('of a resource that may not exist is never a fail', () => {
    const wrong = only(plainQueue, queue({ SqsManagedSseEnabled: false }, { presence: 'unknown' }));
    expect(wrong).toMatchObject({
      outcome: 'open',
      openReasons: [{ reason: 'unknown-count', subject: 'aws_test.this' }],
    });
    const right = only(plainQueue, queue({ SqsManagedSseEnabled: true }, { presence: 'unknown' }));
    expect(right).toMatchObject({ outcome: 'pass', openReasons: [] });
  });

  it('of an error is a Problem, not a result', () => {
    const divides = rule({ fail_when: 'resource.DelaySeconds / 0 == 1' });
    const { results, problems, counts } = evaluate(divides, queue({ DelaySeconds: 5 }));
    expect(results).toEqual([]);
    expect(counts).toEqual({ fail: 0, pass: 0, open: 0, notApplicable: 0 });
    expect(problems).toMatchObject([
      {
        code: 'rule-error',
        effect: 'not-evaluated',
        message: 'Rule aws-test-rule could not be evaluated: division by zero',
      },
    ]);
  });

  it('follows the guard', () => {
    const guarded = rule({ applies_when: 'resource.FifoQueue', fail_when: 'resource.DelaySeconds == 0' });
    const outcomeOf = (FifoQueue: Plain, DelaySeconds: Plain) => {
      const { results, counts } = evaluate(guarded, queue({ FifoQueue, DelaySeconds }));
      return results[0]?.outcome ?? (counts.notApplicable === 1 ? 'not applicable' : 'nothing');
    };
    expect(outcomeOf(true, 0)).toBe('fail');
    expect(outcomeOf(false, 0)).toBe('not applicable');
    expect(outcomeOf(unresolved(), 0)).toBe('open');
    expect(outcomeOf(unresolved(), 5)).toBe('pass');
    expect(outcomeOf(unresolved(), unresolved())).toBe('open');
  });
});

describe('the record', () => {
  const line = (number: number, plain: Plain): Value => ({ ...value(plain), origin: source(number) }) as Value;

  it('points at the value that decided, else at the block', () => {
    expect(only(plainQueue, queue({ SqsManagedSseEnabled: line(7, false) })).location).toEqual(at(7));
    const lacking = rule({ fail_when: '!has(resource.KmsMasterKeyId)' });
    expect(only(lacking, queue({})).location).toEqual(at(1));
    const both = rule({ fail_when: 'resource.FifoQueue == false || resource.DelaySeconds == 0' });
    expect(only(both, queue({ FifoQueue: line(4, true), DelaySeconds: line(9, 0) })).location).toEqual(at(9));
  });

  it('points at what the rule names, and past a default at the block', () => {
    const named = rule({ fail_when: 'resource.DelaySeconds == 0', points_at: ['FifoQueue', 'QueueName'] });
    expect(only(named, queue({ DelaySeconds: line(3, 0), QueueName: line(5, 'q') })).location).toEqual(at(5));
    expect(only(plainQueue, queue({ SqsManagedSseEnabled: providerDefault(false) })).location).toEqual(at(1));
  });

  it('holds the facts that decided, and no others', () => {
    const facts = only(plainQueue, queue({ SqsManagedSseEnabled: false, QueueName: 'q', DelaySeconds: 5 })).evidence
      .facts;
    expect(facts).toEqual({ SqsManagedSseEnabled: false });
  });

  it('says references, unknowns and secrets without saying too much', () => {
    const compare = rule({
      fail_when: 'resource.KmsMasterKeyId != "x" && resource.QueueName != "y" && resource.FifoQueue != true',
    });
    const secret: Value = { state: 'known', type: 'scalar', value: 'hunter2', origin: source(), sensitive: true };
    const result = only(compare, queue({ KmsMasterKeyId: reference(), QueueName: secret, FifoQueue: unresolved() }));
    expect(result.evidence.facts).toEqual({
      KmsMasterKeyId: 'ref:aws_kms_key.k.arn',
      QueueName: 'secret:f52',
      FifoQueue: { unresolved: 'variable-without-value', subject: 'var.x' },
    });
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(result.openReasons.map(({ reason, subject }) => `${reason} ${subject}`)).toEqual([
      'provider-computed aws_kms_key.k.arn',
      'variable-without-value var.x',
    ]);
  });

  it('never quotes a secret in a message', () => {
    const quoting = rule({
      fail_when: 'true',
      message: 'q {resource.QueueName} {resource.KmsMasterKeyId} {resource.FifoQueue}',
    });
    const secret: Value = { state: 'known', type: 'scalar', value: 'hunter2', origin: source(), sensitive: true };
    expect(only(quoting, queue({ QueueName: secret, KmsMasterKeyId: reference() })).message).toBe(
      'q a secret aws_kms_key.k.arn nothing',
    );
  });

  it('changes when one more element is wrong, and not when the order changes', () => {
    const tagged = rule({ fail_when: 'resource.Tags.exists(t, t.Value == "bad")' });
    const hashOf = (...keys: readonly string[]) =>
      only(tagged, queue({ Tags: keys.map((Key) => ({ Key, Value: Key.startsWith('b') ? 'bad' : 'good' })) })).evidence
        .hash;
    expect(hashOf('b1', 'g')).not.toBe(hashOf('b1', 'b2', 'g'));
    expect(hashOf('b1', 'g')).toBe(hashOf('g', 'b1'));
  });

  it('keeps keys of the pull request apart from paths', () => {
    const document = (json: { readonly [key: string]: Plain }) =>
      only(rule({ fail_when: 'resource.RedriveAllowPolicy.exists(k, k != "")' }), queue({ RedriveAllowPolicy: json }))
        .evidence;
    expect(document({ 'a.b': 1 }).hash).not.toBe(document({ a: { b: 1 } }).hash);
    expect(Object.keys(document({ __proto__x: 1, ['__proto__']: 2 }).facts)).not.toEqual([]);
  });

  it('collects the assumptions of everything it rests on', () => {
    const assumption = { kind: 'variable-default' as const, subject: 'var.sse', value: 'false' };
    const assumed: Value = { ...value(false), origin: { ...source(), assumptions: [assumption] } } as Value;
    expect(only(plainQueue, queue({ SqsManagedSseEnabled: assumed })).assumptions).toEqual([assumption]);
    const list: Value = {
      ...value([{ Key: 'a', Value: 'bad' }]),
      origin: { ...source(), assumptions: [assumption] },
    } as Value;
    const tagged = rule({ fail_when: 'resource.Tags.exists(t, t.Value == "bad")' });
    expect(only(tagged, queue({ Tags: list })).assumptions).toEqual([assumption]);
  });
});

describe('a rule for each element', () => {
  const tags = rule({
    each: 'resource.Tags',
    discriminator: ['Key'],
    fail_when: 'item.Value == "bad"',
    message: '{name}: {item.Key}',
  });
  const summary = (Tags: Plain) =>
    evaluate(tags, queue({ Tags })).results.map(({ outcome, discriminator, message }) => [
      outcome,
      discriminator,
      message,
    ]);

  it('gives every element its own result, identified by content', () => {
    expect(
      summary([
        { Key: 'b', Value: 'bad' },
        { Key: 'a', Value: 'ok' },
        { Key: 'c', Value: unresolved() },
      ]),
    ).toEqual([
      ['pass', 'Key=a', 'this: a'],
      ['fail', 'Key=b', 'this: b'],
      ['open', 'Key=c', 'Not decided for this: Test'],
    ]);
  });

  it('passes without elements and is open where they are not known', () => {
    expect(summary([])).toEqual([['pass', '', 'this: nothing']]);
    expect(summary(ABSENT)).toEqual([['pass', '', 'this: nothing']]);
    expect(summary(unresolved())).toEqual([['open', '', 'Not decided for this: Test']]);
    expect(summary(reference())).toEqual([['open', '', 'Not decided for this: Test']]);
    expect(summary(uncertainList([['yes', { Key: 'a', Value: 'ok' }]], true))).toEqual([
      ['open', '', 'Not decided for this: Test'],
      ['pass', 'Key=a', 'this: a'],
    ]);
  });

  it('is open for a wrong element that may not exist, and says so', () => {
    const list = uncertainList([
      ['unknown', { Key: 'a', Value: 'bad' }],
      ['unknown', { Key: 'b', Value: 'ok' }],
    ]);
    const { results } = evaluate(tags, queue({ Tags: list }));
    expect(results.map(({ outcome }) => outcome)).toEqual(['open', 'pass']);
    expect(results[0]?.openReasons).toMatchObject([{ reason: 'unknown-condition' }]);
  });

  it('names facts of the element so that they can be ordered', () => {
    const { results } = evaluate(tags, queue({ Tags: [{ Key: 'a', Value: 'bad' }] }));
    expect(results[0]?.evidence.facts).toEqual({ 'item.Value': 'bad' });
  });

  it('keeps what filtered the elements among the reasons', () => {
    const filtered = rule({
      each: 'resource.Tags.filter(t, t.Key == "a")',
      discriminator: ['Value'],
      fail_when: 'item.Value == "bad"',
    });
    const { results } = evaluate(
      filtered,
      queue({ Tags: [{ Key: unresolved({ subject: 'var.key' }), Value: 'bad' }] }),
    );
    expect(results[0]?.outcome).toBe('open');
    expect(results[0]?.openReasons.map(({ subject }) => subject)).toContain('var.key');
  });
});

describe('a removal rule', () => {
  it('watches what certainly exists and certainly matches its guard', () => {
    const removal = rule({ trigger: 'removal', applies_when: 'resource.FifoQueue == true' });
    const { results, watched } = evaluate(
      removal,
      queue({ FifoQueue: true }, { address: 'yes' }),
      queue({ FifoQueue: false }, { address: 'no' }),
      queue({ FifoQueue: unresolved() }, { address: 'unknown' }),
      queue({ FifoQueue: true }, { address: 'perhaps', presence: 'unknown' }),
    );
    expect(results).toEqual([]);
    expect(watched.map(({ ruleId, resource }) => [ruleId, resource.address])).toEqual([['aws-test-rule', 'yes']]);
  });
});

describe('a budget', () => {
  const wide = rule({ fail_when: 'resource.Tags.exists(a, resource.Tags.exists(b, a.Key == b.Value))' });
  const many = queue({ Tags: Array.from({ length: 2000 }, (_, index) => ({ Key: `k${index}`, Value: `v${index}` })) });

  it('makes the result open and says so', () => {
    const { results, problems } = evaluate(wide, many);
    expect(results).toMatchObject([
      { outcome: 'open', openReasons: [{ reason: 'budget-exceeded', subject: 'ruleSteps' }] },
    ]);
    expect(problems).toMatchObject([{ code: 'budget-exceeded', effect: 'not-evaluated' }]);
  });

  it('is shared by all rules of one side', () => {
    const resources = Array.from({ length: 20 }, (_, index) =>
      queue({ SqsManagedSseEnabled: true }, { address: `q${index}` }),
    );
    const { counts, problems } = evaluateRules(resources, [plainQueue], { ...LIMITS, rulesSteps: 100 });
    expect(counts.pass).toBeGreaterThan(0);
    expect(counts.pass + counts.open).toBe(20);
    expect(problems).toHaveLength(counts.open);
  });

  it('ends what doubles without end', () => {
    const bind = (depth: number): string => (depth === 0 ? 'x' : `cel.bind(x, x + x, ${bind(depth - 1)})`);
    const text = rule({ fail_when: `cel.bind(x, resource.QueueName, ${bind(20)}) == "a"` });
    expect(evaluate(text, queue({ QueueName: 'aaaaaaaa' })).problems).toMatchObject([{ code: 'rule-error' }]);
    const list = rule({ fail_when: `size(cel.bind(x, resource.Tags, ${bind(20)})) == 1` });
    expect(evaluate(list, many).problems).toHaveLength(1);
  });
});

describe('all rules', () => {
  it('give the same results in the same order whatever the order of their input', () => {
    const rules = ['aws-b-rule', 'aws-a-rule'].map((id) => rule({ id, fail_when: 'resource.FifoQueue == true' }));
    const resources = ['c', 'a', 'b'].map((address) => queue({ FifoQueue: address !== 'b' }, { address }));
    const first = evaluateRules(resources, rules, LIMITS);
    const second = evaluateRules(resources.toReversed(), rules.toReversed(), LIMITS);
    expect(second).toEqual(first);
    expect(first.results.map(({ address, ruleId }) => `${address} ${ruleId}`)).toEqual([
      'a aws-a-rule',
      'a aws-b-rule',
      'b aws-a-rule',
      'b aws-b-rule',
      'c aws-a-rule',
      'c aws-b-rule',
    ]);
    expect(first.counts).toEqual({ fail: 4, pass: 2, open: 0, notApplicable: 0 });
  });

  it('never throw, and never pass for certain what an unknown could turn', () => {
    const scalar = fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.constant(null));
    const known: fc.Arbitrary<Plain> = fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(fc.record({ Key: scalar, Value: scalar }), { maxLength: 3 }),
      fc.dictionary(fc.string(), scalar, { maxKeys: 3 }),
    );
    const anything: fc.Arbitrary<Plain> = fc.oneof(
      known,
      fc.constantFrom<Plain>(ABSENT, unresolved(), unresolved({ mayBeAbsent: true }), reference(), openMap({})),
      known.map((item) => uncertainList([['unknown', item]], true)),
    );
    const probe = rule({
      fail_when:
        'resource.Tags.exists(t, t.Key == "a") || resource.QueueName.startsWith("x") || resource.DelaySeconds > 3 || resource.SqsManagedSseEnabled == false',
    });
    fc.assert(
      fc.property(fc.record({ Tags: anything, QueueName: anything, DelaySeconds: anything }), (properties) => {
        const { results, problems } = evaluate(probe, queue({ ...properties, SqsManagedSseEnabled: unresolved() }));
        expect(results.length + problems.length).toBe(1);
        expect(results[0]?.outcome).not.toBe('pass');
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
