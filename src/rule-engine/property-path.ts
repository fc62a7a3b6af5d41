/** A property a rule names outside of CEL: what a finding points at, what a message quotes. */
export interface PropertyPath {
  readonly root: 'resource' | 'item';
  readonly names: readonly string[];
}
