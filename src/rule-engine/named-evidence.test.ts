/** What a rule names as evidence is part of the evidence although it did not decide, and nothing else changes. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildKind } from '../../test/builders/build-value.ts';
import { policySchema } from '../config/schema.ts';
import { toLimits } from '../config/to-limits.ts';
import { readDictionaryFolder } from '../dictionary/read-dictionary-folder.ts';
import { createBudget } from '../budget/create-budget.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { loadRules } from './load-rules.ts';

const dictionary = readDictionaryFolder(join(import.meta.dirname, '../../rules/dictionary'));
const limits = toLimits(policySchema.parse({ version: 1 }).budgets);

function load(evidence: string) {
  const text = [
    'id: test-permission',
    'title: Permission',
    'severity: high',
    'lifecycle: stable',
    'resource: AWS::Lambda::Permission',
    'fail_when: resource.Principal == "*"',
    evidence,
    'message: "{name} is public"',
    'why: why',
    'fix: fix',
  ].join('\n');
  return loadRules([{ path: 'test/permission/rule.yaml', text }], dictionary);
}

function factsOf(evidence: string, properties: Readonly<Record<string, string>>) {
  const loaded = load(evidence);
  const [rule] = loaded.ok ? loaded.rules : [];
  if (rule === undefined) throw new Error('the rule does not load');
  const resource = buildKind('AWS::Lambda::Permission', properties);
  return evaluateRule(rule, resource, limits, createBudget('rulesSteps', limits)).results[0]?.evidence;
}

describe('evidence named by a rule', () => {
  const permission = { Principal: '*', Action: 'lambda:InvokeFunction', FunctionName: 'orders' };
  const named = 'evidence: [Action, FunctionName, SourceArn]';

  it('is kept beside what decided; what is absent is no fact', () => {
    expect(factsOf('aliases: []', permission)?.facts).toEqual({ Principal: '*' });
    expect(factsOf(named, permission)?.facts).toEqual(permission);
  });

  it('changes the hash when it changes', () => {
    const wider = { ...permission, Action: 'lambda:*' };
    expect(factsOf(named, wider)?.hash).not.toBe(factsOf(named, permission)?.hash);
    expect(factsOf('aliases: []', wider)?.hash).toBe(factsOf('aliases: []', permission)?.hash);
  });

  it.each([
    ['evidence: [Actoin]', 'Actoin'],
    ['evidence: ["not a path"]', 'is no property'],
    ['evidence: [item.Action]', 'item needs each'],
  ])('is checked at load: %s', (evidence, complaint) => {
    const loaded = load(evidence);
    expect(loaded.ok ? [] : loaded.errors.map(({ line, message }) => ({ line, message }))).toEqual([
      { line: 7, message: expect.stringContaining(complaint) },
    ]);
  });
});
