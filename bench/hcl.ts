/**
 * Throughput of the HCL parser beside tree-sitter's, in one run over the same texts: the real files of `../shared`,
 * or generated ones where it is absent. Fails where ours is less than ten times as fast.
 */
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import { parseHcl } from '../src/parsers/terraform/syntax/parse-hcl.ts';
import { loadHclTexts } from '../tools/oracles/load-hcl-texts.ts';

const ROUNDS = 7;
const LEAST_RATIO = 10;

const real = loadHclTexts()?.map((each) => each.text);
const texts = real ?? generateTexts();
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const parser = await createParser();
const ours: number[] = [];
const theirs: number[] = [];
// Alternating rounds, so that a busy machine slows both alike; the first of each warms up.
for (let round = 0; round <= ROUNDS; round++) {
  const [ourTime, theirTime] = [timeOf(readWithOurs), timeOf(readWithTreeSitter)];
  if (round > 0) ours.push(ourTime);
  if (round > 0) theirs.push(theirTime);
}
const [ourSpeed, theirSpeed] = [speedOf(ours), speedOf(theirs)];
const ratio = ourSpeed / theirSpeed;
console.log(
  `hcl: ${texts.length} ${real === undefined ? 'generated' : 'real'} files, ${(bytes / 1e6).toFixed(1)} MB; ` +
    `ours ${ourSpeed.toFixed(1)} MB/s, tree-sitter ${theirSpeed.toFixed(1)} MB/s, ratio ${ratio.toFixed(1)}`,
);
if (ratio < LEAST_RATIO) process.exitCode = 1;

function readWithOurs(text: string): void {
  parseHcl(text, { maxDepth: 200 });
}

function readWithTreeSitter(text: string): void {
  parser.parse(text)?.delete();
}

function timeOf(read: (text: string) => void): number {
  const started = performance.now();
  for (const text of texts) read(text);
  return performance.now() - started;
}

/** Megabytes per second of the median round. */
function speedOf(times: readonly number[]): number {
  const median = times.toSorted((one, other) => one - other)[times.length >> 1] ?? Number.POSITIVE_INFINITY;
  return bytes / 1e3 / median;
}

async function createParser(): Promise<Parser> {
  const resolve = createRequire(import.meta.url).resolve;
  await Parser.init();
  const created = new Parser();
  created.setLanguage(await Language.load(resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm')));
  return created;
}

/** A corpus of modules that use what real ones use, a little different each. */
function generateTexts(): readonly string[] {
  return Array.from({ length: 600 }, (_, index) => {
    const name = `service_${index}`;
    return Array.from({ length: 1 + (index % 12) }, (_each, part) => generateResources(name, part)).join('\n');
  });
}

function generateResources(name: string, part: number): string {
  return `# Queue ${part} of ${name}
resource "aws_sqs_queue" "${name}_${part}" {
  name                      = "\${var.prefix}-${name}-${part}"
  message_retention_seconds = ${60 * (part + 1)}
  kms_master_key_id         = var.encrypted ? aws_kms_key.${name}.arn : null
  tags = merge(local.tags, { Name = "${name}", Index = ${part} })
}

data "aws_iam_policy_document" "${name}_${part}" {
  dynamic "statement" {
    for_each = { for key, value in var.statements : key => value if value.enabled }
    content {
      actions   = ["sqs:SendMessage", "sqs:ReceiveMessage"]
      resources = [for queue in aws_sqs_queue.all[*].arn : "\${queue}/*"]
      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }
  }
}

resource "aws_iam_role_policy" "${name}_${part}" {
  role   = aws_iam_role.${name}.id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "s3:Get*", "Resource": "\${aws_s3_bucket.${name}.arn}/*" }]
    }
  EOT
}
`;
}
