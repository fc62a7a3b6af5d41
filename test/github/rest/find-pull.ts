/**
 * The pull request a request names, or 404.
 */
import type { Call } from '../http/call.ts';
import { notFound } from '../http/http-error.ts';
import type { Pull } from '../state/state.ts';

export function findPull(call: Call): Pull {
  const pull = call.repository.pulls.get(call.number('pull_number'));
  if (!pull) throw notFound();
  return pull;
}
