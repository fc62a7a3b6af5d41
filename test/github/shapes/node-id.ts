/**
 * Global ids, which GraphQL calls `id` and REST `node_id`. Ours say what they are, so that a failing test can be read;
 * clients must not look into them.
 */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

export function readNodeId(value: string): { readonly type: string; readonly id: string } {
  const [type = '', ...rest] = Buffer.from(value, 'base64url').toString('utf8').split(':');
  return { type, id: rest.join(':') };
}
