/** One package version a unit ships, identified by package URL. */
import type { Anchor } from './location.ts';

export interface Package {
  readonly purl: string;
  readonly name: string;
  readonly version: string;
  readonly ecosystem: string;
  readonly scope: 'runtime' | 'development' | 'build';
  /** Chain from the manifest to this package; one element for a direct dependency. */
  readonly broughtBy: readonly string[];
  readonly manifest?: Anchor;
  readonly lockfile?: Anchor;
}
