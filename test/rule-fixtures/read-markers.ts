/**
 * Reads what a fixture expects. In files with comments, a line `# fail: <id>` (or `pass`, `open`; `//` in Terraform
 * too) speaks about the next line that is neither blank nor a comment: the finding must start there, or its
 * resource must. `expected.yaml` says the same for formats without comments: `outcome`, `file`, `line`, `address`.
 */
import { parse } from 'yaml';
import { z } from 'zod';

export interface Expectation {
  readonly path: string;
  readonly line: number;
  readonly outcome: 'fail' | 'pass' | 'open';
  readonly ruleId: string;
  /** Only from `expected.yaml`. */
  readonly address?: string;
}

const MARKER = /^\s*(?:#|\/\/)\s*(fail|pass|open):\s*(\S+)\s*$/;
const COMMENT = /^\s*(?:#|\/\/|$)/;

const expectedSchema = z.array(
  z.strictObject({
    rule: z.string(),
    outcome: z.enum(['fail', 'pass', 'open']),
    file: z.string(),
    line: z.number().int().min(1),
    address: z.string(),
  }),
);

/** Expectations of one fixture file, by its path and text. */
export function readMarkers(path: string, text: string): readonly Expectation[] {
  if (path.endsWith('expected.yaml')) {
    const folder = path.slice(0, -'expected.yaml'.length);
    return expectedSchema.parse(parse(text)).map(({ rule, file, ...rest }) => ({
      ...rest,
      ruleId: rule,
      path: `${folder}${file}`,
    }));
  }
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const marker = MARKER.exec(line);
    if (marker === null) return [];
    const below = lines.findIndex((next, at) => at > index && !COMMENT.test(next));
    const outcome = marker[1] as Expectation['outcome'];
    return [{ path, line: below + 1, outcome, ruleId: marker[2] ?? '' }];
  });
}
