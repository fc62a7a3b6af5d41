/** The language GitHub highlights a file's code in. Ours only: a name of the pull request never becomes one. */

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['tf', 'hcl'],
  ['tofu', 'hcl'],
  ['tfvars', 'hcl'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['template', 'yaml'],
  ['json', 'json'],
  ['dockerfile', 'dockerfile'],
]);

/** Empty where unknown. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return LANGUAGES.get(extension) ?? (name.startsWith('dockerfile') ? 'dockerfile' : '');
}
