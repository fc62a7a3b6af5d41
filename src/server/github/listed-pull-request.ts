/** An open pull request as a list gives it: enough to decide whether somebody has to look at its head. */
export interface ListedPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
}
