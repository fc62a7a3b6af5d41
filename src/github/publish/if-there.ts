/** For requests about something that somebody may have deleted meanwhile. */
import { GitHubError } from '../github-error.ts';

/** False where it is gone; throws every other error. */
export async function ifThere(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'not-found') return false;
    throw error;
  }
}
