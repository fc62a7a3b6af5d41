/**
 * Which webhook deliveries were seen, to count duplicates and replays. It filters nothing: jobs are idempotent, so a
 * delivery that is handled twice changes nothing, while one refused by a stale row would be lost.
 */

export interface Deliveries {
  /**
   * @param guid the `X-GitHub-Delivery` header.
   * @returns how often it was seen, this time included: 1 is the first.
   */
  record(guid: string, event: string): Promise<number>;
}
