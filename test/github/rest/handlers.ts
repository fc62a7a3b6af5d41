/**
 * The handler of every operation, collected from the resources. Where one is missing the compiler says so.
 */
import type { Handler } from '../http/call.ts';
import { ok } from '../http/call.ts';
import type { OperationId } from '../operations.ts';
import { accountHandlers } from './accounts.ts';
import { appHandlers } from './apps.ts';
import { checkHandlers } from './checks.ts';
import { codeScanningHandlers } from './code-scanning.ts';
import { commentHandlers } from './comments.ts';
import { commitHandlers } from './commits.ts';
import { gitHandlers } from './git.ts';
import { pullHandlers } from './pulls.ts';
import { repositoryHandlers } from './repositories.ts';
import { reviewCommentHandlers } from './review-comments.ts';
import { reviewHandlers } from './reviews.ts';

export const HANDLERS: Readonly<Record<OperationId, Handler>> = {
  ...accountHandlers,
  ...appHandlers,
  ...checkHandlers,
  ...codeScanningHandlers,
  ...commentHandlers,
  ...commitHandlers,
  ...gitHandlers,
  ...pullHandlers,
  ...repositoryHandlers,
  ...reviewCommentHandlers,
  ...reviewHandlers,
  // Answered by who counts: see Dispatcher.
  'rate-limit/get': () => ok(undefined),
};
