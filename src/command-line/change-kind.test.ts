/** Which options go together. */
import { describe, expect, it } from 'vitest';
import { changeKind } from './change-kind.ts';
import { exitCode } from '../gate/exit-code.ts';
import { readDay } from './read-day.ts';

const kindOf = (...names: readonly string[]) =>
  changeKind({ options: new Map(names.map((name) => [name, 'x'])), positionals: [] });

describe('changeKind', () => {
  it.each([
    [[], 'repository'],
    [['base', 'head', 'policy', 'as-of'], 'repository'],
    [['before', 'after', 'policy'], 'directories'],
    [['inputs', 'format'], 'inputs'],
  ])('%j names a change by %s', (names, kind) => {
    expect(kindOf(...names)).toBe(kind);
  });

  it.each([
    [['base', 'before', 'after'], '--base and --before do not go together.'],
    [['inputs', 'head'], '--head and --inputs do not go together.'],
    [['inputs', 'policy'], '--inputs and --policy do not go together.'],
    [['inputs', 'as-of'], '--inputs and --as-of do not go together.'],
    [['before'], '--before and --after go together.'],
    [['after'], '--before and --after go together.'],
  ])('refuses %j', (names, message) => {
    expect(() => kindOf(...names)).toThrow(message);
  });
});

describe('readDay', () => {
  it('takes days of the calendar, and today in UTC', () => {
    expect(readDay('2028-02-29', 0)).toBe('2028-02-29');
    expect(readDay(undefined, Date.UTC(2026, 10, 21, 23, 59, 59))).toBe('2026-11-21');
  });

  it.each(['2027-02-29', '2026-13-01', '21.11.2026', '2026-1-1', 'today', ''])('refuses %j', (written) => {
    expect(() => readDay(written, 0)).toThrow('--as-of cannot be');
  });
});

describe('exitCode', () => {
  const verdict = { reason: '', blocking: 0, notEvaluated: 0 };
  it('follows the conclusion; no verdict is never a success', () => {
    expect(exitCode({ ...verdict, conclusion: 'success' })).toBe(0);
    expect(exitCode({ ...verdict, conclusion: 'neutral', wouldBe: 'failure' })).toBe(0);
    expect(exitCode({ ...verdict, conclusion: 'failure' })).toBe(1);
    expect(exitCode({ conclusion: 'failure', reason: '', noVerdict: true })).toBe(3);
    expect(exitCode({ conclusion: 'in_progress', reason: '', until: '2026-11-22T00:00:00Z' })).toBe(3);
  });
});
