/** What people see after a crash has to be what they would have seen without it. */
import { expect } from 'vitest';
import type { RepositoryHandle } from '../github/repository-handle.ts';

/** One failed check with each of its annotations once, and one comment. */
export function expectConcludedOnce(repository: RepositoryHandle, head: string): void {
  expect(repository.checkRuns(head)).toMatchObject([{ conclusion: 'failure', status: 'completed' }]);
  const annotations = repository.checkRuns(head)[0]?.annotations.map((each) => JSON.stringify(each)) ?? [];
  expect(annotations.length).toBeGreaterThan(0);
  expect(new Set(annotations).size).toBe(annotations.length);
  expect(repository.state.comments).toHaveLength(1);
}
