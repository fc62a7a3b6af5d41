/**
 * A local repository: names to commits, merge bases, the default branch, snapshots. Only reads, only through the git
 * executable, never over the network. Values from outside stand after `--end-of-options`; all later calls use ids.
 */
import { UserError } from '../config/user-error.ts';
import type { BudgetLimits } from '../model/budget.ts';
import { GitBlobReader } from './git-blob-reader.ts';
import { GitSnapshot } from './git-snapshot.ts';
import type { ObjectFormat } from './hash-blob.ts';
import { type GitContext, type GitResult, runGit } from './run-git.ts';
import type { Snapshot } from './snapshot.ts';

export interface GitRepositoryOptions {
  readonly context: GitContext;
  readonly format: ObjectFormat;
  /** History is cut. */
  readonly shallow: boolean;
  /** Absent in a bare repository. */
  readonly topLevel?: string;
}

const DEFAULT_BRANCHES = [
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
] as const;
const DEEPEN = 'Run git fetch --unshallow (actions/checkout: fetch-depth: 0).';

export class GitRepository {
  readonly options: GitRepositoryOptions;
  readonly #blobs: GitBlobReader;

  constructor(options: GitRepositoryOptions) {
    this.options = options;
    this.#blobs = new GitBlobReader(options.context);
  }

  /**
   * Full commit id of a branch, tag or id; a name that only `origin` has is found there. Throws a UserError when there
   * is no such commit.
   */
  async resolveCommit(name: string): Promise<string> {
    const found = isPossibleName(name)
      ? ((await this.#revision(name)) ?? (await this.#revision(`refs/remotes/origin/${name}`)))
      : undefined;
    if (found !== undefined) return found;
    const hint = this.options.shallow ? DEEPEN : 'Run git fetch, or give a branch, tag or commit that exists.';
    throw new UserError(`There is no commit ${JSON.stringify(name.slice(0, 200))} in this clone.`, hint);
  }

  /**
   * All best common ancestors of two commit ids, sorted; empty for unrelated histories. A cut history may show an
   * older common ancestor than the best one: more then counts as new, never less. With none at all and a cut history
   * nothing can be said: UserError.
   */
  async mergeBases(left: string, right: string): Promise<readonly string[]> {
    const result = await this.#run(['merge-base', '--all', '--end-of-options', left, right]);
    if (result.code > 1 || result.code < 0) throw failed('find the merge base', result);
    const bases = lines(result).sort();
    if (bases.length === 0 && this.options.shallow) {
      throw new UserError('The merge base is not in this shallow clone.', DEEPEN);
    }
    return bases;
  }

  /** The default branch as a full ref name: what `origin` says, else main or master. Throws a UserError when unclear. */
  async defaultBranch(): Promise<string> {
    const result = await this.#run(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']);
    const candidates = [...(result.code === 0 ? lines(result) : []), ...DEFAULT_BRANCHES];
    for (const candidate of candidates) {
      if ((await this.#revision(candidate)) !== undefined) return candidate;
    }
    throw new UserError('The default branch cannot be told: no origin/HEAD, main or master.', 'Name it with --base.');
  }

  /** The tree of a commit id. */
  snapshot(commit: string, limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>): Snapshot {
    const { context, format } = this.options;
    return new GitSnapshot({ context, commit, format, limits, blobs: this.#blobs });
  }

  close(): Promise<void> {
    return this.#blobs.close();
  }

  async #revision(name: string): Promise<string | undefined> {
    const result = await this.#run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    const [id = ''] = lines(result);
    return result.code === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
  }

  #run(args: readonly string[]): Promise<GitResult> {
    return runGit(this.options.context, args);
  }
}

/** A process argument cannot hold NUL; no name of git holds another control character. */
function isPossibleName(name: string): boolean {
  return name !== '' && name.length <= 1000 && !Array.from(name).some((letter) => letter < ' ' || letter === '\x7f');
}

function lines(result: GitResult): string[] {
  return result.stdout
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function failed(action: string, result: GitResult): Error {
  return new Error(`${action}: git exited with ${result.code}. ${result.stderr.trim()}`);
}
