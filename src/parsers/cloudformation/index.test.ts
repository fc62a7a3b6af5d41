/** Which files are templates: by path, by text, and through the ways of hiding one. */
import { describe, expect, it } from 'vitest';
import { cloudformationParser } from './index.ts';

describe('cloudformationParser', () => {
  it.each([
    ['a/stack.template', 'yes'],
    ['cdk.out/App.template.json', 'yes'],
    ['x.template.yml', 'yes'],
    ['X.TEMPLATE.YAML', 'yes'],
    ['infra/stack.yaml', 'maybe'],
    ['stack.json', 'maybe'],
    ['a.yml', 'maybe'],
    ['package.json', 'no'],
    ['web/package-lock.json', 'no'],
    ['tsconfig.build.json', 'no'],
    ['composer.lock', 'no'],
    ['composer.json', 'no'],
    ['main.tf.json', 'no'],
    ['node_modules/x/stack.yaml', 'no'],
    ['a/node_modules/x/y.template', 'no'],
    ['main.ts', 'no'],
  ])('claims %s: %s', (path, claim) => {
    expect(cloudformationParser.claims(path)).toBe(claim);
  });

  it.each([
    'AWSTemplateFormatVersion: 2010-09-09\n',
    'Resources:\n  A:\n    Type: AWS::S3::Bucket\n',
    'Resources:\n  A:\n    Type: Custom::Thing\n',
    '{"Resources": {"A": {"Type": "Alexa::ASK::Skill"',
    '{"R\\u0065sources": {"A": {"Type": "\\u0041WS::S3::Bucket"}}}',
    '"Resou\\\n  rces": {A: {Type: "\\x41WS::S3::Bucket"}}',
    'Transform: AWS::Serverless-2016-10-31\nResources: [',
  ])('recognises %j', (text) => {
    expect(cloudformationParser.recognizes('x.yaml', text)).toBe(true);
  });

  it.each(['', 'kind: Deployment\n', '{"name": "x"}', 'on: push\njobs: {}\n', 'Resources: none\n', '\\u0041'])(
    'does not recognise %j',
    (text) => {
      expect(cloudformationParser.recognizes('x.yaml', text)).toBe(false);
    },
  );

  it('makes every file a unit of its own', () => {
    expect(cloudformationParser.discoverUnits(['a.yaml', 'b/c.template'])).toEqual([
      { format: 'cloudformation', path: 'a.yaml', files: ['a.yaml'] },
      { format: 'cloudformation', path: 'b/c.template', files: ['b/c.template'] },
    ]);
  });
});
