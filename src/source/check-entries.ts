/**
 * What a listing tells about content that is not what gets deployed, or that machines may see differently: links,
 * submodules, names, filters. DESIGN, "Trust". Produces problems; never removes an entry from the analysis.
 */
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { fileLocation } from './file-location.ts';
import { findCaseCollisions } from './find-case-collisions.ts';
import { findContentFilters } from './find-content-filters.ts';
import { type LinkTree, type ResolvedPath, resolveLink } from './resolve-link.ts';
import { sortProblems } from './sort-problems.ts';

export interface EntriesToCheck {
  readonly entries: readonly TreeEntry[];
  readonly index: LinkTree;
  /** Filters matter only for files somebody analyses. */
  readonly wanted: (entry: TreeEntry) => boolean;
  /** Texts of the `.gitattributes` files, by path. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Problems of the listing, sorted. */
export function checkEntries({ entries, index, wanted, attributes }: EntriesToCheck): readonly Problem[] {
  const filterable = entries.filter((entry) => entry.mode !== 'link' && entry.mode !== 'gitlink' && wanted(entry));
  return sortProblems([
    ...entries.flatMap((entry) => checkEntry(entry, index)),
    ...findCaseCollisions(entries),
    ...findContentFilters(filterable, attributes),
  ]);
}

function checkEntry(entry: TreeEntry, index: LinkTree): Problem[] {
  const problems: Problem[] = [];
  const location = fileLocation(entry.path);
  if (entry.pathNotUtf8) {
    problems.push({
      code: 'path-not-utf8',
      effect: 'ambiguous',
      message: 'The name of the file is not UTF-8; machines read it differently.',
      location,
      hint: 'Rename the file.',
    });
  }
  if (entry.mode === 'gitlink') {
    problems.push({
      code: 'submodule',
      effect: 'not-evaluated',
      message: `The content of the submodule (commit ${entry.blob.slice(0, 12)}) is in another repository.`,
      location,
    });
  }
  if (entry.mode === 'link') for (const item of checkLink(resolveLink(entry.path, index), entry)) problems.push(item);
  return problems;
}

function checkLink(resolved: ResolvedPath, entry: TreeEntry): Problem[] {
  const location = fileLocation(entry.path);
  if (resolved.status === 'out-of-tree') {
    const message = 'The link leads out of the repository.';
    return [{ code: 'link-out-of-tree', effect: 'not-evaluated', message, location }];
  }
  if (resolved.status === 'dangling' || resolved.status === 'missing' || resolved.status === 'loop') {
    const message = resolved.status === 'loop' ? 'The link leads in a circle.' : 'The link leads to nothing.';
    return [{ code: 'link-dangling', effect: 'not-evaluated', message, location }];
  }
  return [];
}
