/** Runs a task over many items with a fixed number in flight, so that a tree of any size opens few files at once. */

/** Results in the order of the items. The first rejection rejects the whole; no new task starts after it. */
export async function runBounded<Item, Result>(
  items: readonly Item[],
  inFlight: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next;
      next += 1;
      results[index] = await task(items[index] as Item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, items.length) }, worker));
  return results;
}
