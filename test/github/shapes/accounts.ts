/**
 * Users, organisations, the App and its installations as GitHub's REST interface shows them. Reads the state only.
 */
import type { Account, Installation, Permissions } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './node-id.ts';

export type Shape = Readonly<Record<string, unknown>>;

export function userShape(world: World, login: string): Shape {
  const account = world.account(login);
  const url = `${world.url}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: `${world.url}/avatars/u/${account.id}`,
    gravatar_id: '',
    url,
    html_url: `${world.url}/${encodeURIComponent(account.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

export function organizationShape(world: World, account: Account): Shape {
  const url = `${world.url}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('Organization', account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${world.url}/avatars/u/${account.id}`,
    description: null,
  };
}

export function appShape(world: World, app = true): Shape {
  const { id, slug, owner, clientId } = world.app;
  const name = app ? slug : 'another-app';
  return {
    id: app ? id : id + 1,
    slug: name,
    node_id: nodeId('App', app ? id : id + 1),
    client_id: app ? clientId : 'Iv23another',
    owner: userShape(world, owner),
    name,
    description: null,
    external_url: `${world.url}/about`,
    html_url: `${world.url}/apps/${name}`,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    permissions: { checks: 'write', metadata: 'read', contents: 'read', pull_requests: 'write' },
    events: [],
  };
}

export function installationShape(world: World, installation: Installation): Shape {
  const account = world.account(installation.account);
  return {
    id: installation.id,
    account: userShape(world, account.login),
    repository_selection: installation.repositories === 'all' ? 'all' : 'selected',
    access_tokens_url: `${world.url}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: `${world.url}/organizations/${account.login}/settings/installations/${installation.id}`,
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: permissionsShape(installation.permissions),
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    suspended_by: installation.suspendedAt === null ? null : userShape(world, account.login),
    suspended_at: installation.suspendedAt,
  };
}

export function permissionsShape(permissions: Permissions): Shape {
  return { metadata: 'read', ...permissions };
}
