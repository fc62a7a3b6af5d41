/**
 * Functions over files of the tree, all through the reader. A file that is not there is unresolved, not an error:
 * a build may make it before Terraform runs.
 */
import { createHash } from 'node:crypto';
import picomatch from 'picomatch';
import type { Value } from '../../../model/value.ts';
import { joinPath } from '../configuration/join-path.ts';
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
  const root = joinPath(session.rootDirectory, input.text(0));
  const pattern = input.text(1);
  if (root === undefined) return makeUnresolved('file-not-in-tree', `fileset(${JSON.stringify(input.text(0))})`, site.origin);
  const matches = matcher(pattern);
  if (!matches) return undefined;
  const found: Value[] = [];
  const open = [''];
  for (let visited = 0; open.length > 0; visited += 1) {
    const directory = open.shift() ?? '';
    if (visited > MOST_DIRECTORIES || !takeSteps(session, 1)) {
      return makeUnresolved('budget-exceeded', 'fileset()', site.origin);
    }
    for (const name of session.reader.list(joinPath(root, directory) ?? '')) {
      const path = directory === '' ? name : `${directory}/${name}`;
      const full = joinPath(root, path) ?? '';
      if (session.reader.list(full).length > 0) {
        if (canContain(pattern, path)) open.push(path);
      } else if (matches(path)) found.push(makeScalar(path, site.origin));
    }
  }
  return makeSet(makeList(found, site.origin).items, site.origin);
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
