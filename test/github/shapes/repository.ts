/**
 * A repository as GitHub's REST interface shows it: `full` where it is asked for alone, `listed` inside other answers,
 * `minimal` in check suites. Reads the state only.
 */
import { fullNameOf, type Repository } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { type Shape, userShape } from './accounts.ts';
import { nodeId } from './node-id.ts';

const URLS: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** Where the repository's own requests begin. */
export function apiUrl(world: World, repository: Repository): string {
  return `${world.url}/repos/${fullNameOf(repository)}`;
}

export function htmlUrl(world: World, repository: Repository): string {
  return `${world.url}/${fullNameOf(repository)}`;
}

export function minimalRepositoryShape(world: World, repository: Repository): Shape {
  const url = apiUrl(world, repository);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullNameOf(repository),
    owner: userShape(world, repository.owner),
    private: repository.private,
    html_url: htmlUrl(world, repository),
    description: null,
    fork: repository.parent !== undefined,
    url,
    ...Object.fromEntries(Object.entries(URLS).map(([key, path]) => [key, url + path])),
  };
}

export function listedRepositoryShape(world: World, repository: Repository): Shape {
  const html = htmlUrl(world, repository);
  const openPulls = [...repository.pulls.values()].filter((pull) => pull.state === 'open').length;
  return {
    ...minimalRepositoryShape(world, repository),
    git_url: html.replace(/^http/, 'git'),
    ssh_url: `git@localhost:${fullNameOf(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: 'HCL',
    size: 1,
    default_branch: repository.defaultBranch,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.private ? 'private' : 'public',
    pushed_at: '2026-11-01T08:00:00Z',
    created_at: '2026-11-01T08:00:00Z',
    updated_at: '2026-11-01T08:00:00Z',
    license: null,
    topics: [],
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    ...counts({ forks: 0, open_issues: openPulls, watchers: 0 }),
    stargazers_count: 0,
  };
}

function counts(numbers: Readonly<Record<string, number>>): Shape {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([key, n]) => [
      [key, n],
      [`${key}_count`, n],
    ]),
  );
}

export function fullRepositoryShape(world: World, repository: Repository): Shape {
  const parent = repository.parent === undefined ? undefined : world.findRepository(repository.parent);
  const source = parent && {
    parent: listedRepositoryShape(world, parent),
    source: listedRepositoryShape(world, parent),
  };
  const organization = world.account(repository.owner).type === 'Organization';
  return {
    ...listedRepositoryShape(world, repository),
    subscribers_count: 0,
    network_count: 0,
    ...(organization ? { organization: userShape(world, repository.owner) } : {}),
    ...source,
  };
}
