/**
 * The App, its installations and their tokens.
 * https://docs.github.com/en/rest/apps/apps
 */
import { randomBytes } from 'node:crypto';
import { reaches } from '../http/authorize.ts';
import { type Call, created, type Handlers, NO_CONTENT, ok } from '../http/call.ts';
import { notFound, unprocessable } from '../http/http-error.ts';
import { paginate } from '../http/paginate.ts';
import { appShape, installationShape, permissionsShape } from '../shapes/accounts.ts';
import { listedRepositoryShape } from '../shapes/repository.ts';
import { type Access, fullNameOf, type Installation, type Permissions, type Repository } from '../state/state.ts';

const TOKEN_SECONDS = 3600;

interface TokenRequest {
  readonly repositories?: readonly string[];
  readonly repository_ids?: readonly number[];
  readonly permissions?: Permissions;
}

export const appHandlers = {
  'apps/get-authenticated': ({ world }) =>
    ok({ ...appShape(world), installations_count: world.state.installations.size }),

  'apps/list-installations': (call) =>
    paginate(call, [...call.world.state.installations.values()], {
      shape: (installation) => installationShape(call.world, installation),
    }),

  'apps/get-installation': (call) => ok(installationShape(call.world, installationOf(call))),

  'apps/get-org-installation': (call) =>
    ok(
      installationShape(
        call.world,
        found(call, ({ account }) => equal(account, call.text('org'))),
      ),
    ),

  'apps/get-repo-installation': (call) => {
    const name = `${call.text('owner')}/${call.text('repo')}`;
    const holds = ({ account, repositories }: Installation): boolean =>
      equal(account, call.text('owner')) && (repositories === 'all' || repositories.some((each) => equal(each, name)));
    return ok(installationShape(call.world, found(call, holds)));
  },

  'apps/create-installation-access-token': createToken,

  'apps/get-webhook-config-for-app': ({ world: { state } }) =>
    ok({
      ...(state.webhook.url === '' ? {} : { url: state.webhook.url }),
      content_type: 'json',
      secret: '********',
      insecure_ssl: state.webhook.insecure ? '1' : '0',
    }),

  'apps/list-webhook-deliveries': (call) => {
    const { world } = call;
    const listed = world.state.webhook.deliveries.slice(0, Number(call.query('per_page') ?? 30));
    return ok(
      listed.map(({ status, event }, index) => ({
        id: 1_000_000 - index,
        guid: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
        delivered_at: world.timestamp(),
        redelivery: false,
        duration: 0.1,
        status: status === 0 ? 'failed to connect to host' : status < 300 ? 'OK' : 'Invalid HTTP Response',
        status_code: status,
        event,
        action: null,
        installation_id: null,
        repository_id: null,
        throttled_at: null,
      })),
    );
  },

  'apps/list-repos-accessible-to-installation': (call) => {
    const { world, token } = call;
    const own = [...world.state.repositories.values()].filter((each) => token && reaches(world, token, each));
    return paginate(call, own, {
      key: 'repositories',
      shape: (repository) => listedRepositoryShape(world, repository),
      more: { repository_selection: token?.repositories ? 'selected' : 'all' },
    });
  },

  'apps/revoke-installation-access-token': (call) => {
    call.world.state.tokens.delete(call.token?.token ?? '');
    return NO_CONTENT;
  },
} satisfies Handlers;

function equal(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function found(call: Call, wanted: (installation: Installation) => boolean): Installation {
  const installation = [...call.world.state.installations.values()].find(wanted);
  if (!installation) throw notFound();
  return installation;
}

function installationOf(call: Call): Installation {
  return found(call, ({ id }) => id === call.number('installation_id'));
}

/** A token may be for less than the installation, never for more. */
function createToken(call: Call): ReturnType<typeof created> {
  const { world } = call;
  const installation = installationOf(call);
  if (installation.suspendedAt) throw notFound();
  const asked = call.body<TokenRequest>();
  const permissions = asked.permissions ?? installation.permissions;
  for (const [name, level] of Object.entries(permissions)) {
    if (!grants(installation.permissions[name], level, name)) {
      throw unprocessable('The permissions requested are not granted to this installation.');
    }
  }
  const repositories = chosenRepositories(call, installation, asked);
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  const expiresAt = world.now() + TOKEN_SECONDS * 1000;
  world.state.tokens.set(token, {
    token,
    kind: 'installation',
    login: `${world.app.slug}[bot]`,
    installation: installation.id,
    permissions,
    ...(repositories ? { repositories: repositories.map(fullNameOf) } : {}),
    expiresAt,
  });
  return created({
    token,
    expires_at: world.timestamp(expiresAt),
    permissions: permissionsShape(permissions),
    repository_selection: repositories || installation.repositories !== 'all' ? 'selected' : 'all',
    ...(repositories ? { repositories: repositories.map((each) => listedRepositoryShape(world, each)) } : {}),
  });
}

function grants(held: Access | undefined, asked: Access, name: string): boolean {
  if (name === 'metadata') return asked === 'read';
  return held === asked || held === 'admin' || (held === 'write' && asked === 'read');
}

function chosenRepositories(call: Call, { account }: Installation, asked: TokenRequest): Repository[] | undefined {
  const { state } = call.world;
  const { repositories: names, repository_ids: ids } = asked;
  if (!names && !ids) return undefined;
  const all = [...state.repositories.values()].filter((each) => equal(each.owner, account));
  const chosen = all.filter((each) => names?.some((name) => equal(name, each.name)) || ids?.includes(each.id));
  if (chosen.length === 0)
    throw unprocessable(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  return chosen;
}
