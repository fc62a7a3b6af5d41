/** Paths on disk as bytes, because names in a tree need not be text. Checks nothing; callers guard against links. */

const SLASH = Buffer.from('/');

/** The path on disk of a name below a root; the root itself for an empty name. */
export function absolutePath(root: Buffer, name: Buffer): Buffer {
  return name.length === 0 ? root : Buffer.concat([root, SLASH, name]);
}
