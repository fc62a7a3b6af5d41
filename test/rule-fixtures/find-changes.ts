/** Finds the changes among the fixtures of a rule: folders with `before/` and `after/`. Reads no file itself. */

type Files = Readonly<Record<string, string>>;

export interface FixtureChange {
  /** Where it stands in the rule's folder; empty for the folder itself. */
  readonly folder: string;
  /** Files as either side has them: paths below `before/` and `after/`. */
  readonly before: Files;
  readonly after: Files;
  readonly owns: (path: string) => boolean;
}

/** Changes by folder. An empty `after/` cannot be kept in git: it is enough that `before/` is there. */
export function findChanges(files: Files): readonly FixtureChange[] {
  const folders = Object.keys(files).flatMap((path) => /^(|.*\/)before\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)].map((folder) => {
    const below = (side: string): Files =>
      Object.fromEntries(
        Object.entries(files)
          .filter(([path]) => path.startsWith(`${folder}${side}/`))
          .map(([path, text]) => [path.slice(folder.length + side.length + 1), text]),
      );
    const owns = (path: string): boolean => path.startsWith(`${folder}before/`) || path.startsWith(`${folder}after/`);
    return { folder, before: below('before'), after: below('after'), owns };
  });
}
