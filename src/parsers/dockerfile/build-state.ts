/**
 * What is carried along while the instructions of one Dockerfile are applied: the file, its budget, what was found.
 * Small constructors of values with positions; it knows no instruction's meaning.
 */
import { spendSteps } from '../../budget/spend-steps.ts';
import type { LineIndex } from '../../documents/line-index.ts';
import type { Budget } from '../../model/budget.ts';
import type { Location } from '../../model/location.ts';
import type { Problem } from '../../model/problem.ts';
import type { ExternalInput } from '../../model/unit.ts';
import type { Assumption, ListItem, Origin, Value } from '../../model/value.ts';
import { expandVariables, type Lookup } from './expand-variables.ts';
import type { Instruction, Word } from './instruction.ts';

const MOST_PROBLEMS = 100;

/** One build stage while its instructions are applied. */
export interface StageState {
  readonly from: Instruction;
  readonly image: string;
  readonly address: string;
  readonly name?: Value;
  readonly properties: Map<string, Value>;
  readonly environment: Map<string, Value>;
  readonly labels: Map<string, Value>;
  /** What ENV in its ONBUILD sets: in the image's configuration already, in the environment of images built on it. */
  readonly triggerEnvironment: Map<string, Value>;
  readonly arguments: Map<string, Value>;
  readonly instructions: ListItem[];
  readonly commands: ListItem[];
  commandsComplete: boolean;
  readonly ports: ListItem[];
  readonly triggers: Instruction[];
  user?: Value;
  group?: Value;
  healthcheck: Value;
  /** A SHELL that is not a POSIX shell makes RUN text something else. */
  posixShell: boolean;
  /** Nothing but this file sets variables: `FROM scratch`, or a stage built on one. */
  closedEnvironment: boolean;
  end: number;
}

export class BuildState {
  readonly path: string;
  readonly lines: LineIndex;
  readonly budget: Budget;
  readonly problems: Problem[] = [];
  readonly externalInputs: ExternalInput[] = [];
  readonly assumptions = new Map<string, Assumption>();
  /** Build arguments declared before the first FROM. */
  readonly globals = new Map<string, Value>();
  readonly stages: StageState[] = [];
  /** Last stage of each name, lower case. */
  readonly stagesByName = new Map<string, StageState>();

  constructor(path: string, lines: LineIndex, budget: Budget) {
    this.path = path;
    this.lines = lines;
    this.budget = budget;
  }

  locationOf(start: number, end: number): Location {
    return { path: this.path, range: this.lines.rangeOf(start, end) };
  }

  /** Location of a span of an instruction's joined text. */
  locate(instruction: Instruction, start: number, end: number): Location {
    const span = instruction.line.rawSpan(start, end);
    return this.locationOf(span.start, span.end);
  }

  /** Location of an instruction's keyword line, without here-documents. */
  locateLine(instruction: Instruction): Location {
    return this.locate(instruction, instruction.keywordWord.start, instruction.line.text.trimEnd().length);
  }

  /** Expands a word and keeps the assumptions it rests on. `secret` keeps the source text out of the origin. */
  expand(instruction: Instruction, word: Word, lookup: Lookup, secret = false): Value {
    const location = this.locate(instruction, word.start, word.end);
    const origin: Origin = secret
      ? { from: 'source', location }
      : { from: 'source', location, text: word.text.slice(0, 200) };
    // Values carry what they assume, so that a chain of variables grows with the square of its length.
    if (!this.spend(1 + (word.text.length >> 6))) {
      return { state: 'unresolved', reason: 'budget-exceeded', subject: 'unit', mayBeAbsent: false, origin };
    }
    const value = expandVariables(word.text, lookup, instruction.escape, origin);
    const assumptions = value.origin?.assumptions ?? [];
    for (const assumption of assumptions) this.assumptions.set(assumption.subject, assumption);
    this.spend(assumptions.length);
    return secret && value.state === 'known' && value.type === 'scalar' ? { ...value, sensitive: true } : value;
  }

  spend(steps: number): boolean {
    return spendSteps(this.budget, steps);
  }

  /** Keeps the first 100: more tell nobody more, and each of them has the same effect. */
  report(problem: Omit<Problem, 'unit'>): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ ...problem, unit: this.path });
  }

  syntaxError(message: string, location: Location, effect: Problem['effect'] = 'not-evaluated'): void {
    this.report({ code: 'syntax-error', effect, message, location });
  }
}
