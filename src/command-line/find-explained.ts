/** Which resources somebody means by an address, a finding's id or an address with `[*]`; and what they may have meant. */
import { countEdits } from '../documents/count-edits.ts';
import { UserError } from '../config/user-error.ts';
import type { Resource } from '../model/resource.ts';
import { withoutKeys } from '../parsers/terraform/plan/without-keys.ts';

export interface ExplainedSubject {
  readonly resource: Resource;
  /** The plan its unit was evaluated from. */
  readonly generatedFrom: string | undefined;
}

/** Addresses that are compared when none fits, and how long they may be: comparing is quadratic. */
const MOST_COMPARED = 2000;
const LONGEST = 200;
const SUGGESTIONS = 3;

/**
 * The subjects at an address: exactly, else with any instance key (`[*]` or none written), else what a resource of the
 * name configures. Throws a UserError that names near addresses.
 */
export function findExplained(written: string, subjects: readonly ExplainedSubject[]): readonly ExplainedSubject[] {
  const wanted = anyKey(written);
  const isMeant: readonly ((resource: Resource) => boolean)[] = [
    ({ address }) => address === written,
    ({ address }) => anyKey(address) === wanted || withoutKeys(address) === written,
    ({ foldedFrom }) => foldedFrom.some(({ address }) => address === written || anyKey(address) === wanted),
  ];
  for (const test of isMeant) {
    const found = subjects.filter(({ resource }) => test(resource));
    if (found.length > 0) return found;
  }
  const near = suggest(written, [...new Set(subjects.map(({ resource }) => resource.address))]);
  const name = JSON.stringify(written.slice(0, LONGEST));
  if (subjects.length === 0) throw new UserError('There is no resource here.', 'Name another folder with --in.');
  throw new UserError(
    `There is no resource ${name} here.`,
    near.length === 0 ? 'threatdiff scan shows addresses beside findings.' : `Did you mean ${near.join(', ')}?`,
  );
}

/** Every instance key as `[*]`. */
function anyKey(address: string): string {
  return withoutKeys(address, '[*]');
}

function suggest(written: string, addresses: readonly string[]): readonly string[] {
  const lower = written.slice(0, LONGEST).toLowerCase();
  const most = Math.max(2, Math.floor(lower.length / 3));
  return addresses
    .slice(0, MOST_COMPARED)
    .filter(({ length }) => length <= LONGEST)
    .map((address) => ({ address, edits: distance(lower, address.toLowerCase()) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || (a.address < b.address ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(({ address }) => address);
}

/** A part of an address is nearer than any other spelling; keys are easily left out. */
function distance(written: string, address: string): number {
  if (written !== '' && address.includes(written)) return 0;
  return Math.min(countEdits(written, address), countEdits(written, withoutKeys(address)));
}
