/**
 * The conclusion of a run and its one sentence of reason. DESIGN, "Verdict": unknown is never neutral; neutral is
 * monitor mode only.
 */
import type { Analysis } from '../model/analysis.ts';
import type { FindingChange } from '../model/change.ts';
import type { GateSettings } from '../model/gate-settings.ts';
import type { ReportedProblem } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';

type VerdictSide = Pick<Analysis, 'understood'> & Partial<Pick<Analysis, 'units'>>;

export interface VerdictInput {
  readonly changes: readonly FindingChange[];
  readonly problems: readonly ReportedProblem[];
  readonly settings: GateSettings;
  readonly befores: readonly VerdictSide[];
  readonly after: VerdictSide;
  /** Paths the pull request touches. */
  readonly changed: ReadonlySet<string>;
}

/** Concludes from what blocks. The reason names the first blocker, because a count alone tells an author nothing. */
export function decideVerdict(input: VerdictInput): Verdict {
  const blocking = onePerPlace(input.changes.filter((change) => change.blocks));
  const unread = input.problems.filter((problem) => problem.blocks);
  const failed = blocking.length + unread.length > 0;
  const reason = failed ? describeFailure(blocking, unread) : describeSuccess(input);
  const counts = { blocking: blocking.length, notEvaluated: unread.length };
  const conclusion = failed ? 'failure' : 'success';
  const { mode, observation } = input.settings;
  if (mode === 'enforce') return { conclusion, reason, ...counts };
  return { conclusion: 'neutral', wouldBe: conclusion, ...(observation && { observation }), reason, ...counts };
}

/** A finding that holds in several environments is one thing to fix; two of one environment are two. */
function onePerPlace(changes: readonly FindingChange[]): readonly FindingChange[] {
  const environments = new Map<string, Set<string>>();
  return changes.filter((change) => {
    const { ruleId, unit, address, discriminator, message, environment = '' } = change.after ?? change.before ?? {};
    const key = JSON.stringify([change.baselineState, ruleId, unit, address, discriminator, message]);
    const known = environments.get(key) ?? new Set();
    const isRepeated = known.size > 0 && !known.has(environment);
    environments.set(key, known.add(environment));
    return !isRepeated;
  });
}

function describeFailure(blocking: readonly FindingChange[], unread: readonly ReportedProblem[]): string {
  const parts: string[] = [];
  const [first] = blocking;
  if (first?.after) {
    const more = blocking.length > 1 ? ` and ${blocking.length - 1} more` : '';
    parts.push(`${blocking.length} blocking: ${first.after.message}${more}`);
  }
  const [problem] = unread;
  if (problem) {
    const where = problem.location ? ` in ${problem.location.path}:${problem.location.range.startLine}` : '';
    const inputs = new Set(unread.map(({ location, unit }) => location?.path ?? unit)).size;
    const message = problem.message.replace(/\.$/, '');
    parts.push(`${inputs} changed ${inputs === 1 ? 'input' : 'inputs'} not evaluated: ${message}${where}`);
  }
  return parts.join('; ');
}

function describeSuccess(input: VerdictInput): string {
  const count = input.after.understood.size;
  const sides = [...input.befores, input.after];
  if (sides.every((side) => side.understood.size === 0)) return 'nothing in scope: no infrastructure file was found';
  const read = `${count} ${count === 1 ? 'file' : 'files'} read`;
  if (input.befores.length === 0) return describeState(input.changes.length, read);
  const paths = new Set(sides.flatMap(readPaths));
  const isTouched = [...input.changed].some((path) => paths.has(path));
  if (!isTouched) return `nothing in scope: no infrastructure file changed (${read})`;
  const moved = onePerPlace(input.changes.filter((change) => change.baselineState !== 'unchanged'));
  const fixed = moved.filter((change) => change.baselineState === 'absent').length;
  const seen = moved.length > 0 ? `nothing blocks: ${moved.length - fixed} to look at, ${fixed} fixed` : undefined;
  const unseen = input.problems.filter(isUnseen).length;
  if (unseen === 0) return `${seen ?? 'no change to the attack surface'} (${read})`;
  const rest = `${unseen} changed ${unseen === 1 ? 'part' : 'parts'} from outside the tree not evaluated`;
  return `${seen ?? 'no change to the attack surface in what could be evaluated'} (${read}, ${rest})`;
}

/** Files some parser took, and others that units read: a script that gives a value to a variable. */
function readPaths({ understood, units = [] }: VerdictSide): readonly string[] {
  const reads = units.flatMap((unit) => unit.reads);
  return [...understood.keys(), ...reads.filter(({ type }) => type === 'file').map(({ path }) => path)];
}

/** One tree on its own: nothing in it is new, fixed or changed. */
function describeState(findings: number, read: string): string {
  return findings === 0 ? `no finding (${read})` : `nothing blocks: ${findings} to look at (${read})`;
}

/** Notes behind which something changed that nobody looked into: a green sentence must not cover it. */
function isUnseen({ code, inputChanged, blocks }: ReportedProblem): boolean {
  return inputChanged && !blocks && (code === 'module-not-available' || code === 'template-not-evaluated');
}
