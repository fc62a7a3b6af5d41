/**
 * Names for the environments that one file shows: the file, what the environment calls itself, a number where that is
 * not enough. Never a line, because a name is part of the identity of a finding.
 */
import type { UnitSupply } from '../../../model/unit.ts';

const TELLING = /^(?:env|environment|stage|tier|workspace)$/;
const LONGEST = 60;

/** One name for each supply, in order. */
export function nameEnvironments(path: string, supplies: readonly UnitSupply[]): readonly string[] {
  const used = new Map<string, number>();
  return supplies.map((supply) => {
    const own = supply.workspace ?? supply.values.find(({ name }) => TELLING.test(name))?.text;
    const name = supplies.length > 1 && own ? `${path} ${own.slice(0, LONGEST)}` : path;
    const number = (used.get(name) ?? 0) + 1;
    used.set(name, number);
    return number === 1 ? name : `${name} #${number}`;
  });
}
