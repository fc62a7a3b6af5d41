/** Rules and dictionary as one JSON file, so that an installation needs neither folders nor YAML. */

export interface RulePack {
  /** SHA-256 over the canonical JSON of the rest, `sha256:` and hex. */
  readonly digest: string;
  /** The dictionary with its maps as lists of entries. */
  readonly dictionary: unknown;
  /** The rule files as written, sorted by path: places in messages stay true. */
  readonly rules: readonly { readonly path: string; readonly text: string }[];
}
