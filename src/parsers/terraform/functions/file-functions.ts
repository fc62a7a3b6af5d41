/**
 * Functions over files of the tree, all through the reader. A file that is not there is unresolved, not an error:
 * a build may make it before Terraform runs.
 */
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import { createHash } from 'node:crypto';
import picomatch from 'picomatch';
import type { Value } from '../../../model/value.ts';
import { joinPath } from '../configuration/join-path.ts';
import type { Session } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { makeSet } from '../types/make-set.ts';
import { makeList } from '../values/make-list.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import { readTreeFile } from './read-tree-file.ts';
import { renderTemplate } from './render-template.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

const MOST_DIRECTORIES = 2000;

export const FILE_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['file', pureFunction([1, 1], (input, site) => withFile(input, site, (text) => text))],
  ['fileexists', pureFunction([1, 1], (input, site) => withFile(input, site, () => true))],
  ['filebase64', pureFunction([1, 1], (input, site) => withFile(input, site, (text) => encode(text)))],
  ['filemd5', pureFunction([1, 1], hashing('md5', 'hex'))],
  ['filesha1', pureFunction([1, 1], hashing('sha1', 'hex'))],
  ['filesha256', pureFunction([1, 1], hashing('sha256', 'hex'))],
  ['filesha512', pureFunction([1, 1], hashing('sha512', 'hex'))],
  ['filebase64sha256', pureFunction([1, 1], hashing('sha256', 'base64'))],
  ['filebase64sha512', pureFunction([1, 1], hashing('sha512', 'base64'))],
  ['fileset', pureFunction([2, 2], findFiles)],
  ['basename', pureFunction([1, 1], (input) => withoutSlashes(input.text(0)).split('/').at(-1) ?? '')],
  ['dirname', pureFunction([1, 1], (input) => directoryOf(input.text(0)))],
  ['pathexpand', pureFunction([1, 1], expandHome)],
  ['templatefile', renderTemplate],
  ['templatestring', renderTemplate],
]);

function withFile(input: PureArguments, site: CallSite, use: (text: string) => string | boolean): Value {
  const path = input.text(0);
  const text = readTreeFile(site.env.session, path);
  if (text !== undefined) return makeScalar(use(text), site.origin);
  site.env.session.doubts += 1;
  return makeUnresolved('file-not-in-tree', `${site.name}(${JSON.stringify(path)})`, site.origin);
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

function hashing(algorithm: string, encoding: 'hex' | 'base64') {
  return (input: PureArguments, site: CallSite): Value => {
    return withFile(input, site, (text) => createHash(algorithm).update(text).digest(encoding));
  };
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function directoryOf(path: string): string {
  const at = path.lastIndexOf('/');
  if (at < 0) return '.';
  return at === 0 ? '/' : withoutSlashes(path.slice(0, at));
}

function expandHome(input: PureArguments, { origin }: CallSite): Value | string {
  const path = input.text(0);
  return path.startsWith('~') ? makeUnresolved('non-deterministic', 'the home directory', origin) : path;
}

/** Files below a directory that match a pattern; bounded by the number of directories it may visit. */
function findFiles(input: PureArguments, site: CallSite): Value | undefined {
  const { session } = site.env;
  const [start, pattern] = [input.text(0), input.text(1)];
  const root = joinPath(session.rootDirectory, start);
  if (root === undefined) return makeUnresolved('file-not-in-tree', `fileset(${JSON.stringify(start)})`, site.origin);
  const matches = matcher(pattern);
  if (!matches) return undefined;
  const files = listBelow(session, root, pattern);
  if (!files) return exceedBudget(session, 'fileset()', site.origin);
  const found = files.filter((path) => matches(path)).map((path) => makeScalar(path, site.origin));
  return makeSet(makeList(found, site.origin).items, site.origin);
}

/** Files below `root`, relative to it, as deep as the pattern can reach; undefined beyond the bound. */
function listBelow(session: Session, root: string, pattern: string): string[] | undefined {
  const files: string[] = [];
  const open = [''];
  let visited = 0;
  for (const directory of open) {
    visited += 1;
    if (visited > MOST_DIRECTORIES || !takeSteps(session, 1)) return undefined;
    for (const name of session.reader.list(joinPath(root, directory) ?? '')) {
      const path = directory === '' ? name : `${directory}/${name}`;
      if (session.reader.list(joinPath(root, path) ?? '').length === 0) files.push(path);
      else if (canContain(pattern, path)) open.push(path);
    }
  }
  return files;
}

function matcher(pattern: string): ((path: string) => boolean) | undefined {
  if (pattern.length > 500 || pattern.split('*').length > 12 || pattern.split('{').length > 4) return undefined;
  try {
    return picomatch(pattern, { dot: true, noextglob: true, maxLength: 500 });
  } catch {
    return undefined;
  }
}

/** Without `**` a pattern matches at its own depth only. */
function canContain(pattern: string, directory: string): boolean {
  return pattern.includes('**') || pattern.split('/').length > directory.split('/').length;
}
