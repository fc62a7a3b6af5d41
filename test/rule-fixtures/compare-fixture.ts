/**
 * Compares what a fixture expects with what the rule said, both ways: every marker must be met, and every fail and open
 * must be expected. Gives sentences, so that a failing test says what to write.
 */
import type { Location } from '../../src/model/location.ts';
import type { Expectation } from './read-markers.ts';

export interface Said {
  readonly outcome: Expectation['outcome'];
  readonly address: string;
  readonly location: Location;
  /** The whole resource. */
  readonly block: Location;
}

/** Complaints; empty when both agree. */
export function compareFixture(
  ruleId: string,
  expected: readonly Expectation[],
  said: readonly Said[],
): readonly string[] {
  const complaints = expected
    .filter((one) => one.ruleId !== ruleId)
    .map((one) => `${one.path}:${one.line} names ${one.ruleId}; this folder is ${ruleId}`);
  const met = new Set<Said>();
  for (const one of expected) {
    const matches = said.filter((result) => result.outcome === one.outcome && isAt(result, one));
    for (const match of matches) met.add(match);
    if (matches.length === 0) complaints.push(`${place(one)} expects ${one.outcome}, got ${describeAt(said, one)}`);
  }
  for (const result of said) {
    if (result.outcome === 'pass' || met.has(result)) continue;
    const { path, range } = result.location;
    complaints.push(`${path}:${range.startLine} unexpected ${result.outcome} for ${result.address}`);
  }
  return complaints;
}

function isAt(result: Said, expected: Expectation): boolean {
  if (expected.address !== undefined && expected.address !== result.address) return false;
  return [result.location, result.block].some(
    ({ path, range }) => path === expected.path && range.startLine === expected.line,
  );
}

function place(expected: Expectation): string {
  return `${expected.path}:${expected.line}`;
}

function describeAt(said: readonly Said[], expected: Expectation): string {
  const near = said.filter((result) => isAt(result, expected)).map(({ outcome }) => outcome);
  if (near.length > 0) return near.join(', ');
  const others = said.map(({ outcome, location }) => `${outcome} at ${location.path}:${location.range.startLine}`);
  return others.length === 0 ? 'nothing' : `nothing there; ${others.join(', ')}`;
}
