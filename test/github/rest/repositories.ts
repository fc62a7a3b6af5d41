/**
 * Repositories, branches, their rules, and files by path.
 * https://docs.github.com/en/rest/repos/repos, https://docs.github.com/en/rest/branches/branches
 */
import { type Answer, type Call, type Handlers, ok } from '../http/call.ts';
import { permissionsOf } from '../http/authorize.ts';
import { HttpError, notFound } from '../http/http-error.ts';
import { paginate } from '../http/paginate.ts';
import type { Shape } from '../shapes/accounts.ts';
import { commitShape } from '../shapes/commits.ts';
import { apiUrl, fullRepositoryShape, htmlUrl } from '../shapes/repository.ts';
import { findCommit } from '../state/commits.ts';
import { fullNameOf, type Ruleset } from '../state/state.ts';

export const repositoryHandlers = {
  'repos/get': (call) => ok(fullRepositoryShape(call.world, call.repository)),

  'repos/list-branches': (call) => {
    const wanted = call.query('protected');
    const branches = [...call.repository.refs]
      .filter(([ref]) => ref.startsWith('refs/heads/'))
      .map(([ref, sha]) => ({ name: ref.slice('refs/heads/'.length), sha }))
      .filter(({ name }) => wanted === undefined || String(isProtected(call, name)) === wanted);
    return paginate(call, branches, {
      shape: ({ name, sha }) => ({
        name,
        commit: { sha, url: `${apiUrl(call.world, call.repository)}/commits/${sha}` },
        protected: isProtected(call, name),
      }),
    });
  },

  'repos/get-branch': (call) => {
    const name = call.text('branch');
    const sha = call.repository.refs.get(`refs/heads/${name}`);
    if (sha === undefined) throw new HttpError(404, 'Branch not found');
    const url = `${apiUrl(call.world, call.repository)}/branches/${name}`;
    return ok({
      name,
      commit: commitShape(call.world, call.repository, sha),
      _links: { self: url, html: `${htmlUrl(call.world, call.repository)}/tree/${name}` },
      protected: isProtected(call, name),
      protection: isProtected(call, name)
        ? { enabled: true, required_status_checks: requiredChecks(call, name) }
        : { enabled: false },
      protection_url: `${url}/protection`,
    });
  },

  'repos/get-branch-protection': (call) => {
    if (!isProtected(call, call.text('branch'))) throw new HttpError(404, 'Branch not protected');
    return ok({ required_status_checks: requiredChecks(call, call.text('branch')) });
  },

  'repos/get-branch-rules': (call) => {
    const isDefault = call.text('branch') === call.repository.defaultBranch;
    const rulesets = isDefault ? call.repository.rulesets : [];
    // What a test requires without a word about how is required by both.
    const checks = call.repository.requiredChecks.get(call.text('branch')) ?? [];
    const all = [...(checks.length > 0 ? [{ id: 1, checks }] : []), ...rulesets];
    return paginate(call, all.flatMap(rulesOf), {
      shape: ({ id, ...rule }) => ({
        ...rule,
        ruleset_source_type: 'Repository',
        ruleset_source: fullNameOf(call.repository),
        ruleset_id: id,
      }),
    });
  },

  'repos/get-repo-ruleset': (call) => {
    const ruleset = call.repository.rulesets.find(({ id }) => id === call.number('ruleset_id'));
    if (!ruleset) throw notFound();
    // Shown only to those who may change it.
    const { token } = call;
    const mayChange = token && permissionsOf(call.world, token, call.repository)['administration'] === 'write';
    return ok({
      id: ruleset.id,
      name: 'main',
      target: 'branch',
      source_type: 'Repository',
      source: fullNameOf(call.repository),
      enforcement: 'active',
      ...(mayChange ? { bypass_actors: ruleset.bypassActors ?? [] } : {}),
    });
  },

  'repos/get-content': getContent,
} satisfies Handlers;

interface RuleOf {
  readonly id: number;
  readonly type: string;
  readonly parameters?: Shape;
}

function rulesOf({ id, checks, strict = false, mergeQueue, workflows }: Ruleset): readonly RuleOf[] {
  const required = {
    strict_required_status_checks_policy: strict,
    required_status_checks: checks.map(({ context, appId }) => ({
      context,
      ...(appId === undefined ? {} : { integration_id: appId }),
    })),
  };
  const paths = workflows?.map((path) => ({ path, repository_id: 1 }));
  return [
    ...(checks.length > 0 ? [{ id, type: 'required_status_checks', parameters: required }] : []),
    ...(mergeQueue === true ? [{ id, type: 'merge_queue' }] : []),
    ...(paths === undefined ? [] : [{ id, type: 'workflows', parameters: { workflows: paths } }]),
  ];
}

function isProtected(call: Call, branch: string): boolean {
  return call.repository.requiredChecks.has(branch);
}

function requiredChecks(call: Call, branch: string): Shape {
  const checks = call.repository.requiredChecks.get(branch) ?? [];
  return {
    enforcement_level: 'non_admins',
    contexts: checks.map(({ context }) => context),
    checks: checks.map(({ context, appId }) => ({ context, app_id: appId ?? null })),
  };
}

/** Above this a file has no content here, only as raw. https://docs.github.com/en/rest/repos/contents */
const LARGEST_CONTENT = 1_000_000;

function getContent(call: Call): Answer {
  const ref = call.query('ref') ?? call.repository.defaultBranch;
  const commit = findCommit(call.world, call.repository, ref);
  if (commit === undefined) throw new HttpError(404, `No commit found for the ref ${ref}`);
  const path = call.text('path').replace(/^\/+|\/+$/g, '');
  const found = entryAt(call, commit, path);
  if (!found) throw notFound();
  if (found.mode === '040000') return ok(listFolder(call, found.oid, path, ref));
  const content = call.objects.blob(found.oid);
  if (content && call.accept.includes('raw'))
    return { status: 200, raw: { type: 'application/vnd.github.raw; charset=utf-8', content } };
  const shape = entryShape(call, { ...found, path }, ref);
  if (found.mode === '120000') return ok({ ...shape, target: Buffer.from(content ?? '').toString('utf8') });
  if (found.mode === '160000') return ok({ ...shape, submodule_git_url: 'https://example.com/submodule.git' });
  const small = content !== undefined && content.length <= LARGEST_CONTENT;
  return ok({
    ...shape,
    encoding: small ? 'base64' : 'none',
    content: small ? Buffer.from(content).toString('base64').replaceAll(/.{60}/g, '$&\n') : '',
  });
}

interface Found {
  readonly mode: string;
  readonly oid: string;
}

function entryAt(call: Call, commit: string, path: string): Found | undefined {
  let entry: Found | undefined = { mode: '040000', oid: call.objects.commit(commit)?.tree ?? '' };
  for (const name of path === '' ? [] : path.split('/')) {
    entry = call.objects.tree(entry?.oid ?? '')?.find((each) => each.name === name);
  }
  return entry;
}

/** GitHub lists the first 1,000 files of a folder. */
function listFolder(call: Call, tree: string, path: string, ref: string): readonly Shape[] {
  const prefix = path === '' ? '' : `${path}/`;
  const entries = (call.objects.tree(tree) ?? []).slice(0, 1000);
  return entries.map((entry) => {
    const shape = entryShape(call, { ...entry, path: prefix + entry.name }, ref);
    // For compatibility GitHub calls a submodule a file where it is listed in its folder.
    return entry.mode === '160000' ? { ...shape, type: 'file' } : shape;
  });
}

const TYPES: Readonly<Record<string, string>> = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule' };

function entryShape(call: Call, entry: Found & { readonly path: string }, ref: string): Shape {
  const url = apiUrl(call.world, call.repository);
  const kind = entry.mode === '040000' ? 'trees' : 'blobs';
  const self = `${url}/contents/${entry.path.split('/').map(encodeURIComponent).join('/')}?ref=${ref}`;
  const html = `${htmlUrl(call.world, call.repository)}/blob/${ref}/${encodeURI(entry.path)}`;
  const git = `${url}/git/${kind}/${entry.oid}`;
  return {
    type: TYPES[entry.mode] ?? 'file',
    size: call.objects.blob(entry.oid)?.length ?? 0,
    name: entry.path.split('/').at(-1) ?? '',
    path: entry.path,
    sha: entry.oid,
    url: self,
    git_url: git,
    html_url: html,
    download_url: entry.mode === '040000' ? null : html.replace('/blob/', '/raw/'),
    _links: { self, git, html },
  };
}
