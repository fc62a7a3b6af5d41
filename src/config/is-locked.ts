/** Whether the organisation keeps a setting to itself. A lock on a map holds for everything in it. */
import { patternsOverlap } from './patterns-overlap.ts';

const RULES = 'rules.';
const RULE_FIELD = /\.(enabled|severity|blocks|reason)$/;

/**
 * `name` is dotted: `budgets.tree_bytes`, `rules.<id or pattern>.severity`. A rule setting is locked when its pattern
 * and the lock's have a rule in common.
 */
export function isLocked(name: string, locked: readonly string[]): boolean {
  return locked.some((lock) => name === lock || name.startsWith(`${lock}.`) || locksRule(lock, name));
}

function locksRule(lock: string, name: string): boolean {
  if (!lock.startsWith(RULES) || !name.startsWith(RULES)) return false;
  const [lockField, field] = [RULE_FIELD.exec(lock)?.[1], RULE_FIELD.exec(name)?.[1]];
  if (lockField !== undefined && lockField !== field) return false;
  return patternsOverlap(patternOf(lock), patternOf(name));
}

function patternOf(name: string): string {
  return name.slice(RULES.length).replace(RULE_FIELD, '');
}
