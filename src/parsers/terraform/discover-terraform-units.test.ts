/** Which files are Terraform's and how they group. */
import { expect, test } from 'vitest';
import { terraformParser } from './index.ts';

test.each([
  ['main.tf', 'yes'],
  ['a/b.tofu', 'yes'],
  ['a/b.tf.json', 'yes'],
  ['a/b.tofu.json', 'yes'],
  ['a/prod.tfvars', 'yes'],
  ['a/prod.tfvars.json', 'yes'],
  ['a/package.json', 'no'],
  ['a/.terraform/modules/x/main.tf', 'no'],
  ['a/.main.tf', 'no'],
] as const)('%s: %s', (path, expected) => {
  expect(terraformParser.claims(path)).toBe(expected);
});

test('every claimed file is in one unit', () => {
  const paths = [
    'lost/x.tfvars',
    'main.tf',
    'live/a.tf',
    'live/env/prod.tfvars',
    'live/env/dev/x.tfvars.json',
    'live/m/b.tofu',
  ];
  expect(terraformParser.discoverUnits(paths)).toEqual([
    { format: 'terraform', path: '.', files: ['lost/x.tfvars', 'main.tf'] },
    { format: 'terraform', path: 'live', files: ['live/a.tf', 'live/env/dev/x.tfvars.json', 'live/env/prod.tfvars'] },
    { format: 'terraform', path: 'live/m', files: ['live/m/b.tofu'] },
  ]);
  expect(terraformParser.discoverUnits(['lost/x.tfvars'])).toEqual([
    { format: 'terraform', path: 'lost', files: ['lost/x.tfvars'] },
  ]);
});
