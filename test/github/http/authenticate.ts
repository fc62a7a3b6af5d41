/**
 * Who asks: the App by its signed JWT, or a token the stand-in gave out and that is still valid. Decides nothing about
 * permissions.
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app
 */
import { createVerify } from 'node:crypto';
import type { Token } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { HttpError } from './http-error.ts';

export type Identity = { readonly kind: 'app' } | { readonly kind: 'token'; readonly token: Token };

export function authenticate(world: World, header: string | undefined): Identity {
  if (header === undefined) throw new HttpError(401, 'Requires authentication');
  const credential = header.replace(/^(bearer|token) /i, '');
  if (credential.split('.').length === 3) {
    verifyJwt(world, credential);
    return { kind: 'app' };
  }
  const token = world.state.tokens.get(credential);
  if (!token || token.expiresAt <= world.now()) throw new HttpError(401, 'Bad credentials');
  const installation = token.installation === undefined ? undefined : world.state.installations.get(token.installation);
  if (installation?.suspendedAt) throw new HttpError(403, 'This installation has been suspended');
  if (token.kind === 'installation' && !installation) throw new HttpError(401, 'Bad credentials');
  return { kind: 'token', token };
}

interface Claims {
  readonly iss?: string | number;
  readonly iat?: number;
  readonly exp?: number;
}

function verifyJwt(world: World, jwt: string): void {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const { alg } = decode(header) as { alg?: string };
  const verifier = createVerify('RSA-SHA256').update(`${header}.${payload}`);
  const genuine = alg === 'RS256' && verifier.verify(world.app.publicKey, signature, 'base64url');
  if (!genuine) throw new HttpError(401, 'A JSON web token could not be decoded');
  const { iss, iat = 0, exp = 0 } = decode(payload) as Claims;
  // The clock of the client, which does not move when a test moves the stand-in's.
  const now = Date.now() / 1000;
  if (String(iss) !== String(world.app.id) && iss !== world.app.clientId)
    throw new HttpError(401, 'Integration not found');
  if (exp <= now)
    throw new HttpError(
      401,
      `'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires`,
    );
  if (exp > now + 601) throw new HttpError(401, `'Expiration time' claim ('exp') is too far in the future`);
  if (iat > now + 1)
    throw new HttpError(
      401,
      `'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued`,
    );
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return {};
  }
}
