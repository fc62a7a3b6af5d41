/** The annotations GitHub has of a check run, in the shape they were sent in. Reads only. */
import type { CheckAnnotation } from '../../reporters/check-run/check-annotation.ts';
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';

const PAGE = 100;
/** Far beyond what we send; a bound all the same. */
const MAX_PAGES = 20;

/** All pages of them. */
export async function listAnnotations(
  client: GitHubClient,
  { owner, repo }: CheckRunTarget,
  id: number,
): Promise<readonly CheckAnnotation[]> {
  const found: CheckAnnotation[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const data = await client.call(`list the annotations of a check in ${owner}/${repo}`, async (octokit) => {
      const options = { owner, repo, check_run_id: id, per_page: PAGE, page };
      return (await octokit.rest.checks.listAnnotations(options)).data;
    });
    found.push(...data.map(toAnnotation));
    if (data.length < PAGE) break;
  }
  return found;
}

interface Listed {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: string | null;
  readonly title: string | null;
  readonly message: string | null;
  readonly raw_details: string | null;
}

function toAnnotation(listed: Listed): CheckAnnotation {
  const { path, start_line, end_line, start_column, end_column, annotation_level, title, message, raw_details } =
    listed;
  return {
    path,
    start_line,
    end_line,
    ...(start_column === null ? {} : { start_column }),
    ...(end_column === null ? {} : { end_column }),
    annotation_level: annotation_level === 'failure' || annotation_level === 'warning' ? annotation_level : 'notice',
    title: title ?? '',
    message: message ?? '',
    ...(raw_details === null ? {} : { raw_details }),
  };
}
