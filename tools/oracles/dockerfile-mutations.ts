/**
 * Breaks real Dockerfiles in 10,000 seeded ways. Random damage: where an independent reader (dockerfile-ast) sees an
 * unknown instruction or no FROM, there must be a Problem, and both must split alike. Known damage: a keyword made unknown and a Dockerfile
 * without its FROM lines must have one, at the right line. Nothing may throw or take a second. Development only: needs
 * the data in `../shared`, prints one line and ends well where it is absent.
 */
import { DockerfileParser, type Instruction, Keyword } from 'dockerfile-ast';
import { evaluateDockerfile } from '../../src/parsers/dockerfile/evaluate-dockerfile.ts';
import { readInstructions } from '../../src/parsers/dockerfile/read-instructions.ts';
import type { Problem } from '../../src/model/problem.ts';
import { type CorpusText, loadCorpusTexts } from './corpus-texts.ts';
import { damageText } from './damage-text.ts';
import { createRandom, type Random } from './mutate-hcl.ts';
import { ORACLE_LIMITS } from './oracle-limits.ts';

const RUNS = 10_000;
const SLOWEST_MILLISECONDS = 1_000;
const KEYWORDS = new Set<string>(Object.values(Keyword));
const TOKENS = [
  ...Array.from('\\\n"\'$`#{}[]=:@<> \t\r'),
  ...['\\\n', '\\\\\n', '<<EOF\n', '<<-E\nx\nE\n', 'FROM ', ' AS x\n', '\nUSER root\n', '\nRUN ', '--from=', '${A:-b}'],
  ...['# escape=`\n', '&&', '||', '$(', '((', '\u0000', 'é', '\nONBUILD ', '["sh", "-c"]'],
];

const count = { unknown: 0, known: 0, clean: 0, differs: 0, wrong: 0, slowest: 0 };

function evaluate(number: number, source: CorpusText, text: string): readonly Problem[] {
  const started = performance.now();
  const { state } = evaluateDockerfile(source.path, text, 'default', ORACLE_LIMITS);
  const took = performance.now() - started;
  count.slowest = Math.max(count.slowest, took);
  if (took > SLOWEST_MILLISECONDS) disagree(number, source.path, `took ${took.toFixed(0)} ms`);
  return state.problems;
}

function disagree(number: number, path: string, message: string): void {
  count.wrong++;
  console.log(`${number} ${path}: ${message}`);
}

/** True where the two readers split the text into the same instructions. */
function splitAlike(text: string, theirs: readonly Instruction[]): boolean {
  const ours = readInstructions(text).instructions.map((instruction) => instruction.keyword);
  return ours.join(' ') === theirs.map((instruction) => instruction.getKeyword()).join(' ');
}

/**
 * Where BuildKit decides as we do and dockerfile-ast otherwise: lone carriage returns end no line, two escape
 * characters at the end of a line continue nothing, a line of one escape character joins the next, and here-documents are its own words (descriptors, quotes, tabs).
 */
function readersDiffer(text: string): boolean {
  return (
    /\r(?!\n)/.test(text) || /(\\\\|``)[ \t]*\r?(\n|$)/.test(text) || /^[ \t]*[\\`]/m.test(text) || text.includes('<<')
  );
}

function runRandom(number: number, source: CorpusText, random: Random): void {
  const text = damageText(source.text, TOKENS, random);
  const problems = evaluate(number, source, text);
  const theirs = DockerfileParser.parse(text).getInstructions();
  const keywords = theirs.map((instruction) => instruction.getKeyword());
  const bad = !keywords.includes('FROM') || keywords.some((keyword) => !KEYWORDS.has(keyword));
  const alike = splitAlike(text, theirs);
  if (!alike && readersDiffer(text)) count.differs++;
  else if (!alike) disagree(number, source.path, `split otherwise: ${keywords.join(' ').slice(0, 120)}`);
  else if (!bad) count.clean++;
  else if (problems.some((problem) => problem.location !== undefined)) count.unknown++;
  else disagree(number, source.path, 'an unknown instruction or no FROM, and no problem');
}

/** Makes the keyword of one instruction unknown, or takes all FROM lines out. */
function runKnown(number: number, source: CorpusText, random: Random): void {
  const { instructions } = readInstructions(source.text);
  const target = instructions[random(instructions.length)];
  if (target === undefined) return;
  const all = random(4) === 0;
  const text = all
    ? instructions.reduceRight(
        (rest, { keyword, start, end }) => (keyword === 'FROM' ? rest.slice(0, start) + rest.slice(end) : rest),
        source.text,
      )
    : `${source.text.slice(0, target.start)}X${source.text.slice(target.start)}`;
  const line = all ? undefined : source.text.slice(0, target.start).split('\n').length;
  const found = evaluate(number, source, text).some(
    ({ code, location }) => code === 'syntax-error' && (line === undefined || location?.range.startLine === line),
  );
  if (found) count.known++;
  else
    disagree(number, source.path, all ? 'no FROM and no problem' : `unknown keyword in line ${line ?? 0}, no problem`);
}

const texts = loadCorpusTexts('**/*{Dockerfile,Dockerfile.*,.dockerfile}');
if (texts !== undefined) {
  const random = createRandom(20_261_121);
  const evaluated = texts.map(({ path, text }) => evaluateDockerfile(path, text, 'default', ORACLE_LIMITS));
  const stages = evaluated.reduce((sum, { resources }) => sum + resources.length, 0);
  const alike = texts.filter(({ text }) => splitAlike(text, DockerfileParser.parse(text).getInstructions())).length;
  console.log(`dockerfile: ${texts.length} files, ${stages} stages, ${alike} split like dockerfile-ast`);
  const sources = texts.filter(({ text }) =>
    readInstructions(text).instructions.some(({ keyword }) => keyword === 'FROM'),
  );
  for (let number = 0; number < RUNS; number++) {
    const source = sources[random(sources.length)];
    if (source === undefined) continue;
    if (number % 4 === 0) runKnown(number, source, random);
    else runRandom(number, source, random);
  }
  console.log(
    `dockerfile-mutations: ${RUNS} mutations, ${count.unknown} broken by damage and ${count.known} on purpose, all ` +
      `reported; ${count.clean} still well-formed, ${count.differs} split differently, ${count.wrong} disagreements, ` +
      `slowest ${count.slowest.toFixed(0)} ms`,
  );
  if (count.wrong > 0) process.exitCode = 1;
}
