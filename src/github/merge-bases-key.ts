/** Under which key RecentAnswers keeps the merge bases of two commits, whoever found them. Pure. */

/** `base` and `head`: full commit ids; a branch name would make an answer that changes. */
export function mergeBasesKey(repositoryId: number, base: string, head: string): string {
  return `merge bases ${repositoryId} ${base} ${head}`;
}
