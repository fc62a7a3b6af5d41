/**
 * How git is called so that neither the repository nor the caller's environment decides what runs. A repository's own
 * configuration may name programs (monitors, hooks, transports, pagers); each way to one of them is closed here.
 */

/** The caller's environment; handed in by the entry points, which alone read it. */
export type HostEnvironment = Readonly<Record<string, string | undefined>>;

/** What git needs from its host: itself, and the user's own configuration (`safe.directory` is kept there). */
const KEPT = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT', 'TMPDIR', 'TEMP'] as const;

/**
 * Everything else is dropped: `GIT_DIR` and `GIT_INDEX_FILE` (set inside hooks) would point elsewhere, `GIT_TRACE`
 * writes files, `GIT_CONFIG_COUNT` and `GIT_EXEC_PATH` run programs.
 */
const SET = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  // Objects come from this clone or not at all: no fetch on demand from a promisor remote. Versions of git before
  // 2.45 do not know the first variable; with no transport allowed their fetch fails before a program is started.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  // A replacement or graft would answer for an id with another object.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  // Never write to the repository, not even its index.
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
} as const;

/** Stand before the command; `-c` wins over every configuration file. */
export const SAFE_ARGUMENTS: readonly string[] = [
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.untrackedCache=false',
  '-c',
  'core.quotePath=false',
];

/** The environment of a git process. */
export function gitEnvironment(host: HostEnvironment): Record<string, string> {
  const environment: Record<string, string> = { ...SET };
  for (const name of KEPT) {
    const value = host[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
