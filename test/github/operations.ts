/**
 * The operations of GitHub's REST interface the stand-in answers, and what a token needs for each. `app` asks for the
 * App's own JWT, an empty string for any token; else GitHub's own notation of X-Accepted-GitHub-Permissions: `;`
 * separates alternatives, `,` what is needed together. Holds no schema: that is github-api.generated.json.
 * https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps
 */
export const OPERATIONS = {
  'apps/get-authenticated': 'app',
  'apps/list-installations': 'app',
  'apps/get-installation': 'app',
  'apps/create-installation-access-token': 'app',
  'apps/get-org-installation': 'app',
  'apps/get-repo-installation': 'app',
  'apps/get-webhook-config-for-app': 'app',
  'apps/list-webhook-deliveries': 'app',
  'apps/list-repos-accessible-to-installation': 'metadata=read',
  'apps/revoke-installation-access-token': '',
  'rate-limit/get': '',
  'users/get-by-username': '',

  'repos/get': 'metadata=read',
  'repos/list-branches': 'contents=read',
  'repos/get-branch': 'contents=read',
  'repos/get-branch-protection': 'administration=read',
  'repos/get-branch-rules': 'metadata=read',
  'repos/get-repo-ruleset': 'metadata=read',
  'repos/get-content': 'contents=read',
  'repos/list-commits': 'contents=read',
  'repos/get-commit': 'contents=read',
  'repos/compare-commits-with-basehead': 'contents=read',
  'repos/list-pull-requests-associated-with-commit': 'pull_requests=read',
  'repos/list-collaborators': 'metadata=read',
  'repos/get-collaborator-permission-level': 'metadata=read',

  'git/get-ref': 'contents=read',
  'git/list-matching-refs': 'contents=read',
  'git/get-commit': 'contents=read',
  'git/get-tree': 'contents=read',
  'git/get-blob': 'contents=read',
  'git/create-ref': 'contents=write',
  'git/update-ref': 'contents=write',
  'git/delete-ref': 'contents=write',
  'git/create-blob': 'contents=write',
  'git/create-tree': 'contents=write',
  'git/create-commit': 'contents=write',

  'checks/create': 'checks=write',
  'checks/update': 'checks=write',
  'checks/get': 'checks=read',
  'checks/list-annotations': 'checks=read',
  'checks/list-for-ref': 'checks=read',
  'checks/list-for-suite': 'checks=read',
  'checks/list-suites-for-ref': 'checks=read',
  'checks/get-suite': 'checks=read',
  'checks/rerequest-run': 'checks=write',
  'checks/rerequest-suite': 'checks=write',

  'pulls/list': 'pull_requests=read',
  'pulls/get': 'pull_requests=read',
  'pulls/create': 'pull_requests=write',
  'pulls/list-files': 'pull_requests=read',
  'pulls/list-commits': 'pull_requests=read',
  'pulls/list-reviews': 'pull_requests=read',
  'pulls/get-review': 'pull_requests=read',
  'pulls/create-review': 'pull_requests=write',
  'pulls/list-comments-for-review': 'pull_requests=read',
  'pulls/list-review-comments': 'pull_requests=read',
  'pulls/get-review-comment': 'pull_requests=read',
  'pulls/create-review-comment': 'pull_requests=write',
  'pulls/create-reply-for-review-comment': 'pull_requests=write',
  'pulls/update-review-comment': 'pull_requests=write',
  'pulls/delete-review-comment': 'pull_requests=write',

  'issues/list-comments': 'issues=read; pull_requests=read',
  'issues/get-comment': 'issues=read; pull_requests=read',
  'issues/create-comment': 'issues=write; pull_requests=write',
  'issues/update-comment': 'issues=write; pull_requests=write',
  'issues/delete-comment': 'issues=write; pull_requests=write',

  'orgs/get-membership-for-user': 'members=read',
  'orgs/check-membership-for-user': 'members=read',
  'teams/get-by-name': 'members=read',
  'teams/list-members-in-org': 'members=read',
  'teams/get-membership-for-user-in-org': 'members=read',

  'code-scanning/upload-sarif': 'security_events=write',
  'code-scanning/get-sarif': 'security_events=read',
} as const satisfies Readonly<Record<string, string>>;

/** GitHub's own operation id, as its description and Octokit spell it. */
export type OperationId = keyof typeof OPERATIONS;
