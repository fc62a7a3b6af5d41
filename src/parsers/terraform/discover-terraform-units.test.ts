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
  ['a/package.json', 'maybe'],
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
    {
      format: 'terraform',
      path: '.',
      files: ['lost/x.tfvars', 'main.tf'],
      environments: [{ name: 'lost/x', variableFiles: ['lost/x.tfvars'] }],
    },
    {
      format: 'terraform',
      path: 'live',
      files: ['live/a.tf', 'live/env/dev/x.tfvars.json', 'live/env/prod.tfvars'],
      environments: [
        { name: 'env/dev/x', variableFiles: ['live/env/dev/x.tfvars.json'] },
        { name: 'env/prod', variableFiles: ['live/env/prod.tfvars'] },
      ],
    },
    { format: 'terraform', path: 'live/m', files: ['live/m/b.tofu'] },
  ]);
  expect(terraformParser.discoverUnits(['lost/x.tfvars'])).toEqual([
    { format: 'terraform', path: 'lost', files: ['lost/x.tfvars'] },
  ]);
});

test('takes no variable file that Terraform loads by itself for an environment', () => {
  const files = ['a/main.tf', 'a/terraform.tfvars', 'a/x.auto.tfvars', 'a/prod/terraform.tfvars', 'a/prod.tfvars'];
  const [unit] = terraformParser.discoverUnits(files);
  expect(unit?.environments).toEqual([{ name: 'prod', variableFiles: ['a/prod.tfvars', 'a/prod/terraform.tfvars'] }]);
});
