/**
 * What every parser owes, run over every manifest there is: claims that hold, units that lose no file, and an
 * evaluation that ends well on any text, says the same twice, and leaves plain data.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policySchema } from '../src/config/schema.ts';
import { toLimits } from '../src/config/to-limits.ts';
import { parsers } from '../src/parsers/index.ts';
import type { ParserManifest } from '../src/parsers/parser-manifest.ts';
import { loadTree } from '../src/source/load-tree.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';
import { testPack } from './run-directories.ts';

const limits = toLimits(policySchema.parse({ version: 1 }).budgets);
const folder = join(import.meta.dirname, '../src/parsers');

/** A small file of each format, with one resource in it; a new format adds its own. */
const SAMPLES: Readonly<Record<string, { readonly path: string; readonly text: string }>> = {
  terraform: { path: 'infra/main.tf', text: 'resource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n' },
  cloudformation: {
    path: 'infra/stack.yaml',
    text: 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Orders:\n    Type: AWS::SQS::Queue\n',
  },
  dockerfile: { path: 'app/Dockerfile', text: 'FROM node:24\nUSER app\n' },
  'iam-policy': {
    path: 'iam/orders.json',
    text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:*","Resource":"*"}]}',
  },
};

function sampleOf({ format }: ParserManifest): { readonly path: string; readonly text: string } {
  const sample = SAMPLES[format];
  if (sample === undefined) throw new Error(`there is no sample for ${format}`);
  return sample;
}

async function evaluate(parser: ParserManifest, path: string, text: string) {
  const { files } = await loadTree(new MemorySnapshot({ [path]: text }), () => true, limits);
  const { dictionary } = testPack();
  return parser.discoverUnits([path]).map((unit) => {
    const reader = files.createReader();
    return parser.evaluateUnit(unit, { reader, environment: 'default', limits, dictionary, variableFiles: [] });
  });
}

/** The sample with a piece of it cut out, doubled or replaced. */
function damaged(text: string): fc.Arbitrary<string> {
  return fc
    .record({
      start: fc.nat(text.length),
      length: fc.nat(20),
      put: fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('{', '}', '"', '${', ': ', '\n', '[')),
    })
    .map(({ start, length, put }) => text.slice(0, start) + put + text.slice(start + length));
}

it('every folder of a format is registered, each format once', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.ts')),
  );
  expect(parsers.map(({ format }) => format).sort()).toEqual(folders.map(({ name }) => name).sort());
});

describe.each(parsers.map((parser) => [parser.format, parser] as const))('%s', (_format, parser) => {
  const sample = sampleOf(parser);

  it('claims its sample, and not what is no infrastructure', () => {
    const claim = parser.claims(sample.path);
    expect(claim === 'yes' || (claim === 'maybe' && parser.recognizes(sample.path, sample.text))).toBe(true);
    for (const path of ['src/index.ts', 'README.md', 'logo.png', '.github/threatdiff.yml']) {
      expect([path, parser.claims(path) !== 'no' && parser.recognizes(path, 'hello')]).toEqual([path, false]);
    }
  });

  it('finds the same units in any order of files, and loses none of them', () => {
    const paths = ['a', 'a/b', 'c'].map((directory) => `${directory}/${sample.path.split('/').at(-1) ?? ''}`);
    const units = parser.discoverUnits([...paths].sort());
    expect(units.flatMap(({ files }) => files).sort()).toEqual(expect.arrayContaining([...paths].sort()));
    expect(units.map(({ path }) => path)).toEqual(units.map(({ path }) => path).sort());
  });

  it('makes resources of its sample, which are plain data', async () => {
    const units = await evaluate(parser, sample.path, sample.text);
    expect(units.flatMap(({ resources }) => resources).length).toBeGreaterThan(0);
    expect(structuredClone(units)).toEqual(units);
  });

  it('ends well on any text, says the same twice, and points into the file', { timeout: 30_000 }, async () => {
    const texts = fc.oneof(damaged(sample.text), fc.string({ unit: 'binary', maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(typeof parser.recognizes(sample.path, text)).toBe('boolean');
        const units = await evaluate(parser, sample.path, text);
        expect(await evaluate(parser, sample.path, text)).toEqual(units);
        for (const { location } of units.flatMap(({ problems }) => problems)) {
          if (location === undefined) continue;
          expect(location.path).toBe(sample.path);
          expect(location.range.startLine).toBeLessThanOrEqual(text.split(/\r\n|[\n\r\u2028\u2029]/).length);
        }
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });
});
