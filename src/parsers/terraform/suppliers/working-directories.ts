/**
 * In which directory each line of a text runs, as far as it says so: `cd`, `working-directory`, `dir`. Hints, not
 * truth: where a line says nothing the caller considers every directory.
 */
import { literalText } from './literal-text.ts';
import type { LogicalLine } from './logical-lines.ts';
import { QuotedLine } from './quoted-line.ts';
import type { CommandDirectory } from './supplier-command.ts';

const KEY = /(?:^|[\s{"'-])(?:working-directory|working_directory|workingDirectory|dir|directory)["']?\s*:\s*/;
const GROOVY = /\bdir\s*\(\s*(?=["'])/;
const CHANGE = /(?:^|[\s"'(;&|])(?:cd|pushd)\s+/;

/** Lines of one item of a list in YAML belong together. */
interface Step {
  readonly indent: number;
  directory: CommandDirectory;
}

export class WorkingDirectories {
  readonly #directories: CommandDirectory[] = [];

  constructor(path: string, lines: readonly LogicalLine[]) {
    const steps = /\.ya?ml$/i.test(path) ? stepsOf(lines) : undefined;
    let shared: CommandDirectory;
    let before: Step | undefined;
    let changed: CommandDirectory;
    for (const [at, line] of lines.entries()) {
      const step = steps?.[at];
      if (step !== before) changed = undefined;
      before = step;
      if (steps && !step) shared = readKey(line.text) ?? shared;
      const here = readChange(line.text) ?? readAt(line.text, GROOVY);
      this.#directories.push(here ?? changed ?? step?.directory ?? shared);
      const lasts = here !== undefined && !isRecipe(path) && !line.text.trimStart().startsWith('(');
      if (lasts) changed = here;
    }
  }

  /** Of the line with this index. */
  at(index: number): CommandDirectory {
    return this.#directories[index];
  }
}

/** Every line of a recipe is a shell of its own. */
function isRecipe(path: string): boolean {
  return /(?:^|\/)(?:gnu)?makefile$|\.mk$|package\.json$/i.test(path);
}

function stepsOf(lines: readonly LogicalLine[]): readonly (Step | undefined)[] {
  let step: Step | undefined;
  return lines.map((line) => {
    const isItem = /^\s*- /.test(line.text);
    if (isItem && (step === undefined || line.indent <= step.indent))
      step = { indent: line.indent, directory: undefined };
    else if (step !== undefined && line.indent <= step.indent) step = undefined;
    if (step) step.directory ??= readKey(line.text);
    return step;
  });
}

function readKey(text: string): CommandDirectory {
  return readAt(text, KEY);
}

function readChange(text: string): CommandDirectory {
  return readAt(text, CHANGE);
}

function readAt(text: string, pattern: RegExp): CommandDirectory {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const word = new QuotedLine(text).wordAt(start).replace(/[,}]$/, '');
  const path = literalText(word);
  return path === undefined || path === '-' ? 'unknown' : { path };
}
