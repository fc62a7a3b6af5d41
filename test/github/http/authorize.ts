/**
 * Whether a token may do what it asks: the repository must be visible to it and its permissions must hold what the
 * operation needs. Refuses in GitHub's words: 404 for what it may not know of, 403 for what it may not do.
 * https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps
 */
import { OPERATIONS, type OperationId } from '../operations.ts';
import { type Access, fullNameOf, type Permissions, type Repository, type Token } from '../state/state.ts';
import type { World } from '../state/world.ts';
import type { Identity } from './authenticate.ts';
import { HttpError, notFound } from './http-error.ts';

const LEVELS: readonly string[] = ['none', 'read', 'write', 'admin'];

export function authorize(
  world: World,
  id: OperationId,
  identity: Identity,
  repository: Repository | undefined,
): Token | undefined {
  const needed: string = OPERATIONS[id];
  if (needed === 'app') {
    if (identity.kind === 'app') return undefined;
    throw new HttpError(401, 'A JSON web token could not be decoded');
  }
  if (identity.kind === 'app') throw new HttpError(401, 'Requires authentication');
  const { token } = identity;
  const reads = !needed.includes('write') && !needed.includes('admin');
  const reached = !repository || reaches(world, token, repository);
  if (!reached && (repository.private || !reads)) throw repository.private ? notFound() : refusal(needed);
  // What is public may be read with any token.
  if (!reached && reads) return token;
  if (!satisfies(permissionsOf(world, token, repository), needed)) throw refusal(needed);
  return token;
}

function refusal(needed: string): HttpError {
  const headers = { 'x-accepted-github-permissions': needed };
  return new HttpError(403, 'Resource not accessible by integration', { headers });
}

/** Whether the repository belongs to what the token was given for. */
export function reaches(world: World, token: Token, repository: Repository): boolean {
  const name = fullNameOf(repository).toLowerCase();
  if (token.repositories && !token.repositories.some((each) => each.toLowerCase() === name)) return false;
  if (token.kind === 'user') return roleOf(world, token.login, repository) !== undefined;
  if (token.installation === undefined) return true;
  const installation = world.state.installations.get(token.installation);
  if (installation?.account.toLowerCase() !== repository.owner.toLowerCase()) return false;
  return installation.repositories === 'all' || installation.repositories.some((each) => each.toLowerCase() === name);
}

/** The role of a person in a repository; reading what is public needs none. */
export function roleOf(world: World, login: string, repository: Repository): Access | undefined {
  if (login.toLowerCase() === repository.owner.toLowerCase()) return 'admin';
  const member = world.state.members.get(repository.owner.toLowerCase())?.has(login) ?? false;
  return repository.collaborators.get(login) ?? (member ? 'read' : undefined);
}

/** What a token may do now: never more than its installation, which an administrator can cut down at any time. */
export function permissionsOf(world: World, token: Token, repository: Repository | undefined): Permissions {
  if (token.kind === 'user') {
    const role = repository ? (roleOf(world, token.login, repository) ?? 'read') : 'admin';
    return { ...everything(role), administration: role === 'admin' ? 'write' : 'read' };
  }
  const installation = token.installation === undefined ? undefined : world.state.installations.get(token.installation);
  if (!installation) return { metadata: 'read', ...token.permissions };
  const cut = Object.entries(token.permissions).flatMap(([name, level]): [string, Access][] => {
    const allowed = installation.permissions[name];
    return allowed ? [[name, lower(level, allowed)]] : [];
  });
  return { metadata: 'read', ...Object.fromEntries(cut) };
}

function everything(role: Access): Permissions {
  const level: Access = role === 'read' ? 'read' : 'write';
  const names = ['contents', 'checks', 'pull_requests', 'issues', 'metadata', 'members', 'security_events'];
  return Object.fromEntries(names.map((name) => [name, level]));
}

function lower(one: Access, other: Access): Access {
  return LEVELS.indexOf(one) < LEVELS.indexOf(other) ? one : other;
}

/** `needed` is `a=read,b=write; c=read`: one of the alternatives, all of its parts. */
export function satisfies(held: Permissions, needed: string): boolean {
  return needed.split(';').some((alternative) =>
    alternative
      .split(',')
      .filter((each) => each.trim() !== '')
      .every((each) => {
        const [name = '', level = ''] = each.trim().split('=');
        return LEVELS.indexOf(held[name] ?? 'none') >= LEVELS.indexOf(level);
      }),
  );
}
