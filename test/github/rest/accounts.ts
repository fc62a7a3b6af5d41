/**
 * People, organisations and teams: who is who, for approvals.
 * https://docs.github.com/en/rest/orgs/members, https://docs.github.com/en/rest/teams/members
 */
import { roleOf } from '../http/authorize.ts';
import { type Call, type Handlers, NO_CONTENT, ok } from '../http/call.ts';
import { notFound } from '../http/http-error.ts';
import { paginate } from '../http/paginate.ts';
import { organizationShape, type Shape, userShape } from '../shapes/accounts.ts';
import { nodeId } from '../shapes/node-id.ts';
import type { Access, Team } from '../state/state.ts';

const BORN = '2026-01-01T00:00:00Z';

export const accountHandlers = {
  'users/get-by-username': (call) => {
    const account = call.world.state.accounts.get(call.text('username').toLowerCase());
    if (!account) throw notFound();
    const nothing = { name: null, company: null, blog: null, location: null, email: null, hireable: null, bio: null };
    const numbers = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
    return ok({ ...userShape(call.world, account.login), ...nothing, ...numbers, created_at: BORN, updated_at: BORN });
  },

  'orgs/check-membership-for-user': (call) => {
    if (!isMember(call)) throw notFound();
    return NO_CONTENT;
  },

  'orgs/get-membership-for-user': (call) => {
    if (!isMember(call)) throw notFound();
    const organization = call.world.account(call.text('org'), 'Organization');
    const url = `${call.world.url}/orgs/${organization.login}`;
    return ok({
      url: `${url}/memberships/${call.text('username')}`,
      state: 'active',
      role: 'member',
      organization_url: url,
      organization: organizationShape(call.world, organization),
      user: userShape(call.world, call.text('username')),
    });
  },

  'teams/get-by-name': (call) => ok(teamShape(call, teamOf(call))),

  'teams/list-members-in-org': (call) =>
    paginate(call, [...teamOf(call).members], { shape: (login) => userShape(call.world, login) }),

  'teams/get-membership-for-user-in-org': (call) => {
    const team = teamOf(call);
    if (!team.members.has(call.text('username'))) throw notFound();
    const url = `${call.world.url}/orgs/${team.org}/teams/${team.slug}/memberships/${call.text('username')}`;
    return ok({ url, role: 'member', state: 'active' });
  },

  'repos/list-collaborators': (call) =>
    paginate(call, [...call.repository.collaborators], {
      shape: ([login, role]) => collaboratorShape(call, login, role),
    }),

  'repos/get-collaborator-permission-level': (call) => {
    const login = call.text('username');
    const role = roleOf(call.world, login, call.repository) ?? (call.repository.private ? undefined : 'read');
    const user = role === undefined ? userShape(call.world, login) : collaboratorShape(call, login, role);
    return ok({ permission: role ?? 'none', role_name: role ?? 'none', user: { role_name: 'none', ...user } });
  },
} satisfies Handlers;

function isMember(call: Call): boolean {
  return call.world.state.members.get(call.text('org').toLowerCase())?.has(call.text('username')) ?? false;
}

function teamOf(call: Call): Team {
  const team = call.world.state.teams.get(`${call.text('org')}/${call.text('team_slug')}`.toLowerCase());
  if (!team) throw notFound();
  return team;
}

function collaboratorShape(call: Call, login: string, role: Access): Shape {
  const push = role !== 'read';
  const admin = role === 'admin';
  return {
    ...userShape(call.world, login),
    permissions: { pull: true, triage: push, push, maintain: admin, admin },
    role_name: role,
  };
}

function teamShape({ world }: Call, team: Team): Shape {
  const url = `${world.url}/organizations/${team.org}/team/${team.id}`;
  const organization = world.account(team.org, 'Organization');
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    url,
    html_url: `${world.url}/orgs/${team.org}/teams/${team.slug}`,
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
    members_count: team.members.size,
    repos_count: 0,
    created_at: BORN,
    updated_at: BORN,
    type: 'organization',
    organization: {
      ...organizationShape(world, organization),
      has_organization_projects: false,
      has_repository_projects: false,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      html_url: `${world.url}/${team.org}`,
      created_at: BORN,
      updated_at: BORN,
      archived_at: null,
      type: 'Organization',
    },
  };
}
