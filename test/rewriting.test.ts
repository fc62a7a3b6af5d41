/**
 * Splitting files, merging them and renaming locals deploy the same: the findings are the same bytes but for places.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../src/check-pull-request.ts';
import { parseHcl } from '../src/parsers/terraform/syntax/parse-hcl.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';
import { AS_OF, testPack } from './run-directories.ts';

type Files = Readonly<Record<string, string>>;

const BASE: Files = {
  'live/main.tf': `locals {
  stage = "prod"
  port  = 443
}
resource "aws_security_group" "web" {
  name = "web-\${local.stage}"
  ingress {
    from_port   = local.port
    to_port     = local.port
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
`,
};

const HEAD: Files = {
  'live/main.tf': `locals {
  stage  = "prod"
  prefix = "shop-\${local.stage}"
  ports  = { ssh = 22, web = 443 }
}
locals {
  open   = [for name, port in local.ports : port if name == "ssh"]
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
resource "aws_security_group" "web" {
  name = "web-\${local.stage}"
  dynamic "ingress" {
    for_each = toset(local.open)
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
resource "aws_iam_role_policy" "all" {
  name   = local.prefix
  role   = "deploy"
  policy = local.policy
}
module "queue" {
  source = "../queue"
  for_each = local.ports
  name   = "\${local.prefix}-\${each.key}"
}
resource "aws_sqs_queue" "unknown" {
  name = local.missing
  sqs_managed_sse_enabled = local.ports.web == 22
}
`,
  'queue/main.tf': `variable "name" {
  type = string
}
locals {
  encrypted = false
}
resource "aws_sqs_queue" "this" {
  name                    = var.name
  sqs_managed_sse_enabled = local.encrypted
}
`,
};

const PLACES: ReadonlySet<string> = new Set(['range', 'location', 'edits', 'anchor', 'patch', 'calledFrom']);

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !PLACES.has(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutPlaces(item)]));
}

/** Findings and problems, in an order that places do not decide. */
async function judge(files: Files): Promise<readonly string[]> {
  const change = {
    before: [new MemorySnapshot(BASE, 'before')],
    after: new MemorySnapshot(files, 'after'),
    description: { before: 'before', after: 'after' },
    close: () => Promise.resolve(),
  };
  const { report } = await checkPullRequest({ change, policy: {}, pack: testPack(), engine: 'test', asOf: AS_OF });
  const { changes, problems, verdict } = report;
  return [...changes, ...problems, verdict.conclusion].map((each) => JSON.stringify(withoutPlaces(each))).sort();
}

/** Each block goes to the file that `choose` says; one file for all merges, one for each splits. */
function divide(files: Files, choose: () => number): Files {
  const divided = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const directory = path.slice(0, path.lastIndexOf('/'));
    for (const { start, end } of parseHcl(text, { maxDepth: 200 }).body.blocks) {
      const target = `${directory}/part-${choose()}.tf`;
      divided.set(target, `${divided.get(target) ?? ''}${text.slice(start, end)}\n`);
    }
  }
  return Object.fromEntries(divided);
}

function renameLocals(files: Files, rename: (name: string) => string): Files {
  const renamed = Object.entries(files).map(([path, text]) => {
    const declared = parseHcl(text, { maxDepth: 200 })
      .body.blocks.filter(({ name }) => name === 'locals')
      .flatMap(({ body }) => body.attributes);
    let written = text;
    for (const { name, start } of declared.toSorted((a, b) => b.start - a.start)) {
      written = written.slice(0, start) + rename(name) + written.slice(start + name.length);
    }
    const used = new Set(declared.map(({ name }) => name));
    return [
      path,
      written.replace(/\blocal\.(\w+)/g, (all, name: string) => (used.has(name) ? `local.${rename(name)}` : all)),
    ];
  });
  return Object.fromEntries(renamed) as Record<string, string>;
}

describe('says the same', () => {
  it('however blocks are spread over files', async () => {
    const expected = await judge(HEAD);
    expect(expected.length).toBeGreaterThan(6);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), async (files, numbers) => {
        const divided = divide(HEAD, () => (numbers.next().value as number) % files);
        expect(await judge(divided)).toEqual(expected);
      }),
      { seed: 20_261_122, numRuns: 20 },
    );
  });

  it('whatever locals are called', async () => {
    const expected = await judge(HEAD);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a', '_', 'zz', 'constructor_'), async (prefix) => {
        expect(await judge(renameLocals(HEAD, (name) => prefix + name))).toEqual(expected);
      }),
      { seed: 20_261_122, numRuns: 4 },
    );
  });
});
