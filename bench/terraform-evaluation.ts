/**
 * Evaluation of generated Terraform repositories of growing size, with parsing alone beside it. Fails where time or
 * memory grows by more than 1.3 times what the size does, for each doubling. `--full` goes from 1,000 to 50,000 files.
 */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyzeSnapshot } from '../src/analysis/analyze-snapshot.ts';
import { buildContext } from '../src/analysis/build-context.ts';
import { knownSide } from '../src/analysis/known-side.ts';
import { loadPolicy } from '../src/config/load-policy.ts';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import type { Analysis } from '../src/model/analysis.ts';
import { parsers } from '../src/parsers/index.ts';
import { parseHcl } from '../src/parsers/terraform/syntax/parse-hcl.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';

const MOST_GROWTH = 1.3;
const ROUNDS = 3;
const FILES_PER_SERVICE = 5;

interface Measured {
  readonly files: number;
  /** Milliseconds of processor time. */
  readonly evaluation: number;
  readonly parsing: number;
  /** Bytes that the analysis holds. */
  readonly memory: number;
  readonly resources: number;
}

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;
const { values } = parseArgs({ options: { full: { type: 'boolean' } } });
const sizes = values.full ? [1000, 2000, 5000, 10_000, 20_000, 50_000] : [500, 1000, 2000];
const { policy } = loadPolicy({}, '2026-11-22');
const dictionary = readDictionaryFolder(join(import.meta.dirname, '..', 'rules', 'dictionary'));
const context = buildContext({ policy, parsers, dictionary, rules: [], settingsOf: () => ({}) });

/** One service: a root with variables, locals, a policy document, two calls of a module of the tree, its settings. */
function serviceOf(at: number): Readonly<Record<string, string>> {
  const folder = `services/service-${at}`;
  return {
    [`${folder}/main.tf`]: `module "orders" {
  source = "../../modules/queue"
  name   = "\${local.name}-orders"
  kms    = var.kms_key
}
module "events" {
  source   = "../../modules/queue"
  for_each = toset(var.events)
  name     = "\${local.name}-\${each.key}"
}
resource "aws_s3_bucket" "this" {
  bucket = "\${local.name}-files"
  tags   = merge(local.tags, { Part = "files" })
}
resource "aws_security_group" "this" {
  name = local.name
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = [cidrsubnet(var.network, 8, ${at % 200})]
    }
  }
}
`,
    [`${folder}/variables.tf`]: `variable "stage" {
  default = "prod"
}
variable "network" {
  default = "10.0.0.0/8"
}
variable "ports" {
  type    = list(number)
  default = [443, 8443]
}
variable "events" {
  type    = list(string)
  default = ["created", "changed"]
}
variable "kms_key" {
  type = string
}
`,
    [`${folder}/locals.tf`]: `locals {
  name = "service-${at}-\${var.stage}"
  tags = { Service = "service-${at}", Stage = var.stage }
}
`,
    [`${folder}/iam.tf`]: `data "aws_iam_policy_document" "this" {
  statement {
    actions   = ["sqs:SendMessage", "sqs:ReceiveMessage"]
    resources = concat([module.orders.arn], [for queue in module.events : queue.arn])
  }
}
resource "aws_iam_role_policy" "this" {
  role   = local.name
  policy = data.aws_iam_policy_document.this.json
}
`,
    [`${folder}/terraform.tfvars`]: `stage = "stage-${at % 3}"\n`,
  };
}

const QUEUE = `variable "name" {
  type = string
}
variable "kms" {
  default = null
}
resource "aws_sqs_queue" "this" {
  name              = var.name
  kms_master_key_id = var.kms
}
output "arn" {
  value = aws_sqs_queue.this.arn
}
`;

function generate(files: number): Readonly<Record<string, string>> {
  const services = Array.from({ length: Math.floor(files / FILES_PER_SERVICE) }, (_, at) => serviceOf(at));
  return Object.assign({ 'modules/queue/main.tf': QUEUE }, ...services) as Record<string, string>;
}

/**
 * The least time of the rounds: what other work on the machine adds is never less than nothing. The most memory: where
 * the round before is still held, the difference is too small.
 */
async function measure(files: number): Promise<Measured> {
  const texts = generate(files);
  const snapshot = new MemorySnapshot(texts);
  const rounds: Measured[] = [];
  for (let round = 0; round < (files > 10_000 ? 1 : ROUNDS); round++) rounds.push(await measureOnce(snapshot, texts));
  const of = (name: keyof Measured): readonly number[] => rounds.map((each) => each[name]);
  return {
    files,
    evaluation: Math.min(...of('evaluation')),
    parsing: Math.min(...of('parsing')),
    memory: Math.max(...of('memory')),
    resources: Math.max(...of('resources')),
  };
}

async function measureOnce(snapshot: MemorySnapshot, texts: Readonly<Record<string, string>>): Promise<Measured> {
  const heap = await heapUsed();
  const started = process.cpuUsage();
  const analysis = await analyzeSnapshot(snapshot, context, knownSide(undefined, new Map()));
  const evaluation = millisecondsSince(started);
  const memory = (await heapUsed()) - heap;
  check(analysis);
  const files = analysis.entries.length;
  return {
    files,
    evaluation,
    parsing: timeOfParsing(Object.values(texts)),
    memory,
    resources: analysis.resources.length,
  };
}

/** Once what nobody needs any more, the analysis before too, is gone. */
async function heapUsed(): Promise<number> {
  await setImmediate();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** A run that leaves something out is not the run that is measured. */
function check({ problems }: Analysis): void {
  const [first] = problems.filter(({ effect }) => effect !== 'note');
  if (first) throw new Error(`not evaluated: ${first.message}`);
}

function timeOfParsing(texts: readonly string[]): number {
  const started = process.cpuUsage();
  for (const text of texts) parseHcl(text, { maxDepth: 200 });
  return millisecondsSince(started);
}

function millisecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** How much more than the size something grew, for each doubling of the size. */
function growth(from: Measured, to: Measured, of: 'evaluation' | 'memory'): number {
  const beyond = to[of] / from[of] / (to.files / from.files);
  return beyond ** (1 / Math.log2(to.files / from.files));
}

await measure(sizes[0] ?? 500);
const measured: Measured[] = [];
for (const files of sizes) {
  const now = await measure(files);
  const { evaluation, parsing, memory, resources } = now;
  const last = measured.at(-1);
  const [time, space] = last ? [growth(last, now, 'evaluation'), growth(last, now, 'memory')] : [1, 1];
  console.log(
    `terraform-evaluation: ${files} files, ${resources} resources; evaluation ${Math.round(evaluation)} ms, ` +
      `parsing alone ${Math.round(parsing)} ms, ratio ${(evaluation / parsing).toFixed(1)}; ${Math.round(memory / 2 ** 20)} MiB` +
      (last ? `; for each doubling time ${time.toFixed(2)}, memory ${space.toFixed(2)} of linear` : ''),
  );
  measured.push(now);
}
const [first, last] = [measured[0], measured.at(-1)];
if (first && last) {
  const [time, space] = [growth(first, last, 'evaluation'), growth(first, last, 'memory')];
  console.log(
    `terraform-evaluation: over all, for each doubling time ${time.toFixed(2)}, memory ${space.toFixed(2)} of linear`,
  );
  if (time > MOST_GROWTH || space > MOST_GROWTH) process.exitCode = 1;
}
