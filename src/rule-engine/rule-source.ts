/** One rule file before it is read: where it stands below `checks/` and its text. */
export interface RuleSource {
  /** `aws/sqs/queue-not-encrypted/rule.yaml`, with `/`. */
  readonly path: string;
  readonly text: string;
}
