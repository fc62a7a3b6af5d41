/**
 * Files whose checked-out bytes differ from the stored ones, because `.gitattributes` runs a filter over them or
 * stores them in another encoding. The filter itself is never run. LFS is left to the content: a pointer is seen there.
 */
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';
import { fileLocation } from './file-location.ts';
import { matchAttributePattern } from './match-attribute-pattern.ts';
import { type AttributeRule, type AttributeValues, parseGitattributes } from './parse-gitattributes.ts';

interface PlacedRule extends AttributeRule {
  /** Folder of its file with a trailing slash, or empty. */
  readonly folder: string;
}

/** Rules × files bounds the work; no honest tree has as many rules about filters. */
const MAX_RULES = 1000;

/** `attributes`: texts of the attributes files by path. Problems at the filtered files. */
export function findContentFilters(
  entries: readonly TreeEntry[],
  attributes: ReadonlyMap<string, string>,
): readonly Problem[] {
  const { rules, excess } = placeRules(attributes);
  const problems = rules.length === 0 ? [] : entries.flatMap((entry) => checkFile(entry, rules));
  return excess === undefined ? problems : [...problems, tooManyRules(excess)];
}

/** Rules in the order git lets them win: deeper folders later, later lines later. */
function placeRules(attributes: ReadonlyMap<string, string>): { rules: readonly PlacedRule[]; excess?: string } {
  const paths = [...attributes.keys()].sort((left, right) => depth(left) - depth(right) || comparePaths(left, right));
  const rules: PlacedRule[] = [];
  let macros: ReadonlyMap<string, AttributeValues> = new Map();
  for (const path of paths) {
    const parsed = parseGitattributes(attributes.get(path) ?? '', macros);
    const folder = path.slice(0, -'.gitattributes'.length);
    // Git takes macros from the attributes file of the root only.
    if (folder === '') macros = parsed.macros;
    for (const rule of parsed.rules) rules.push({ ...rule, folder });
    if (rules.length > MAX_RULES) return { rules: rules.slice(0, MAX_RULES), excess: path };
  }
  return { rules };
}

function depth(path: string): number {
  return path.split('/').length;
}

function checkFile(entry: TreeEntry, rules: readonly PlacedRule[]): Problem[] {
  const values = new Map<string, string | undefined>();
  for (const { folder, pattern, values: set } of rules) {
    if (!entry.path.startsWith(folder)) continue;
    if (!matchAttributePattern(pattern, entry.path.slice(folder.length))) continue;
    for (const [name, value] of set) values.set(name, value);
  }
  const what = describe(values);
  if (what === undefined) return [];
  return [
    {
      code: 'content-filter',
      effect: 'not-evaluated',
      message: `A checkout does not contain these bytes: .gitattributes sets ${what} for the file.`,
      location: fileLocation(entry.path),
      hint: 'Remove the attribute for this file.',
    },
  ];
}

function describe(values: AttributeValues): string | undefined {
  const encoding = values.get('working-tree-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
    return `working-tree-encoding=${encoding.slice(0, 40)}`;
  }
  const filter = values.get('filter');
  return filter === undefined || filter === 'lfs' ? undefined : `filter=${filter.slice(0, 40)}`;
}

function tooManyRules(path: string): Problem {
  return {
    code: 'content-filter',
    effect: 'not-evaluated',
    message: `The attributes files hold more than ${MAX_RULES} rules about filters; the rest was not applied.`,
    location: fileLocation(path),
  };
}
