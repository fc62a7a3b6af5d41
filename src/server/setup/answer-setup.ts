/**
 * The set-up pages: a guide for everybody, and details for whoever has the operator's token. The number of the
 * installation comes out of an address anybody can write, so it is believed only from the operator.
 */
import { isOperator } from './is-operator.ts';
import { type DetailsQuestion, lookAtDetails } from './look-at-details.ts';
import { renderDetails } from './render-details.ts';
import { renderGuide } from './render-guide.ts';
import type { SetupAnswer } from './setup-answer.ts';

export interface SetupDoor extends Omit<DetailsQuestion, 'now'> {
  /** Undefined where there are no details. */
  readonly token: string | undefined;
  readonly now: () => number;
}

const ASK: SetupAnswer = {
  status: 401,
  text: 'Give the token of the operator (SETUP_TOKEN) as the password, with any name.\n',
  headers: { 'www-authenticate': 'Basic realm="threatdiff", charset="UTF-8"' },
};

/**
 * Undefined for every other path, and for the details where there is no token.
 *
 * @param target path and query as they were asked for
 */
export async function answerSetup(
  target: string,
  authorization: string | undefined,
  door: SetupDoor,
): Promise<SetupAnswer | undefined> {
  const url = URL.parse(target, 'http://localhost');
  const installationId = readId(url?.searchParams.get('installation_id'));
  if (url?.pathname === '/setup') {
    const { appId, checkName, token } = door;
    const isRequested = url.searchParams.get('setup_action') === 'request';
    return renderGuide({ appId, checkName, hasDetails: token !== undefined, installationId, isRequested });
  }
  if (url?.pathname !== '/setup/details' || door.token === undefined) return undefined;
  if (!isOperator(authorization, door.token)) return ASK;
  return renderDetails(await lookAtDetails({ ...door, now: door.now() }, installationId));
}

function readId(value: string | null | undefined): number | undefined {
  return value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
}
