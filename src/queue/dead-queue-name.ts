/** Where jobs of a queue go that failed for good. */

/** @param name of the queue itself. */
export function deadQueueName(name: string): string {
  return `${name}.dead`;
}
