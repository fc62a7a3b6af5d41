/** The best common ancestors of two commits where GraphQL's comparison leaves no doubt about them. Pure. */

export interface ComparisonNode {
  readonly aheadBy: number;
  readonly behindBy: number;
  readonly baseTarget: { readonly oid: string };
  readonly headTarget: { readonly oid: string };
  /** What the head has and the base has not. */
  readonly commits: {
    readonly nodes: readonly ({
      readonly oid: string;
      readonly parents: { readonly totalCount: number; readonly nodes: readonly ({ readonly oid: string } | null)[] };
    } | null)[];
  };
}

/**
 * All of them. Undefined where the answer is about other commits, where not every commit is listed, and where own
 * commits lead to several shared ones (merges): then `findMergeBases` has to look.
 */
export function mergeBasesOfComparison(
  comparison: ComparisonNode,
  base: string,
  head: string,
): readonly string[] | undefined {
  const { aheadBy, behindBy, baseTarget, headTarget, commits } = comparison;
  if (baseTarget.oid !== base || headTarget.oid !== head) return undefined;
  if (aheadBy === 0) return [head];
  if (behindBy === 0) return [base];
  const own = new Set(commits.nodes.map((commit) => commit?.oid));
  if (own.size !== aheadBy || own.has(undefined) || !own.has(head)) return undefined;
  const edge = new Set<string>();
  for (const commit of commits.nodes) {
    const parents = commit?.parents;
    if (parents === undefined || parents.nodes.length !== parents.totalCount) return undefined;
    for (const parent of parents.nodes) {
      if (parent === null) return undefined;
      if (!own.has(parent.oid)) edge.add(parent.oid);
    }
  }
  // Every shared commit is one of these or an ancestor of one; a single one is the best.
  return edge.size === 1 ? [...edge] : undefined;
}
