/** Finds the block of a resource in the text of one file. Reads native syntax only, and only files without errors. */
import type { Block } from '../../parsers/terraform/syntax/ast.ts';
import { parseHcl } from '../../parsers/terraform/syntax/parse-hcl.ts';

/** Deeper files are not edited. */
const DEEPEST = 100;

export interface BlockName {
  readonly type: string;
  readonly label: string;
}

/** The one `resource` block with this type and label; undefined where there is none, or several, or a syntax error. */
export function findResourceBlock(text: string, { type, label }: BlockName): Block | undefined {
  const { body, errors } = parseHcl(text, { maxDepth: DEEPEST });
  if (errors.length > 0) return undefined;
  const found = body.blocks.filter(({ name, labels }) => {
    return name === 'resource' && labels.length === 2 && labels[0]?.value === type && labels[1]?.value === label;
  });
  const [block] = found;
  return found.length === 1 && block?.closed === true ? block : undefined;
}
