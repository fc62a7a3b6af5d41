/**
 * A pull request as a reader of it sees it, as Markdown: the check, the comments below it, the threads on its lines.
 * What differs from run to run (commits, numbers, addresses) has a name instead.
 */
import type { RepositoryHandle } from '../github/repository-handle.ts';
import type { Pull, ReviewComment } from '../github/state/state.ts';

export interface RenderOptions {
  /** The stand-in's address. */
  readonly url: string;
  /** From full commit ids to their names. */
  readonly commits: ReadonlyMap<string, string>;
}

export function renderConversation(repository: RepositoryHandle, pull: Pull, options: RenderOptions): string {
  const check = repository.checkRuns(pull.head.sha).at(-1);
  const comments = repository.state.comments.filter(({ issue }) => issue === pull.number);
  const parts = [
    `## The check\n\n${check?.conclusion ?? check?.status ?? 'none'}: ${check?.output.title ?? ''}`,
    ...comments.map(({ user, body }) => `## Comment\n\n${quote(user, body)}`),
    ...threadsOf(pull).map(renderThread),
  ];
  return `${nameThings(parts.join('\n\n'), options)}\n`;
}

function threadsOf({ reviewComments }: Pull): readonly (readonly ReviewComment[])[] {
  const threads = new Map<number, ReviewComment[]>();
  for (const comment of reviewComments) {
    const key = comment.replyTo ?? comment.id;
    threads.set(key, [...(threads.get(key) ?? []), comment]);
  }
  return [...threads.values()];
}

function renderThread(comments: readonly ReviewComment[]): string {
  const [first] = comments;
  if (first === undefined) return '';
  const { path, line, startLine, subject, resolvedBy } = first;
  const lines = startLine === null ? `line ${line}` : `lines ${startLine} to ${line}`;
  const place = subject === 'file' ? 'the file' : line === null ? 'a line that is gone (outdated)' : lines;
  const state = resolvedBy === null ? 'open' : `resolved by ${resolvedBy}`;
  return [`## Thread on ${path}, ${place}: ${state}`, ...comments.map(({ user, body }) => quote(user, body))].join(
    '\n\n',
  );
}

function quote(user: string, body: string): string {
  const lines = body.trimEnd().split('\n');
  return [`**${user}**`, ...lines].map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

function nameThings(text: string, { url, commits }: RenderOptions): string {
  // A commit in the words of a report is broken, so that GitHub makes no link of it.
  let named = text.replaceAll(url, 'https://github.example').replace(/\b([0-9a-f])&#8203;(?=[0-9a-f]{6}\b)/g, '$1');
  for (const [commit, name] of commits) named = named.replaceAll(commit, name).replaceAll(commit.slice(0, 7), name);
  const numbers = new Map<string, number>();
  return (
    named
      .replace(/(discussion_r|\/runs\/|check_run_id=)(\d+)/g, (_, kind: string, id: string) => {
        numbers.set(id, numbers.get(id) ?? numbers.size + 1);
        return `${kind}${numbers.get(id)}`;
      })
      .replace(/rules: [0-9a-f]{7}/g, 'rules: (digest)')
      // Every new rule counts here.
      .replace(/- \d+ rules: .*/g, '- (how many rules)')
      .replace(/\b\d{4}-\d\d-\d\d\b/g, 'DATE')
  );
}
