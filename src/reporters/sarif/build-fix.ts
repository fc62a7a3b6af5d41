/** A mechanical fix as SARIF's replacements. Whole lines; a line's own end stays, so that its style does too. */
import type { LineEdit, Patch } from '../../model/patch.ts';
import { buildLocation } from './build-location.ts';
import type { SarifFix } from './sarif-log.ts';
import type { SarifOptions } from './sarif-options.ts';

type Replacement = SarifFix['artifactChanges'][number]['replacements'][number];

/** One fix of one file. */
export function buildFix({ path, edits }: Patch, options: Pick<SarifOptions, 'base'>): SarifFix {
  const range = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const { artifactLocation } = buildLocation({ path, range }, options).physicalLocation;
  return {
    description: { text: 'The smallest change that passes.' },
    artifactChanges: [{ artifactLocation, replacements: edits.map(buildReplacement) }],
  };
}

/** Without an end column a region ends before the line's end (3.30.8); deleted lines take theirs with them. */
function buildReplacement({ startLine, endLine, lines }: LineEdit): Replacement {
  if (lines.length === 0) return { deletedRegion: { startLine, startColumn: 1, endLine: endLine + 1, endColumn: 1 } };
  return {
    deletedRegion: { startLine, startColumn: 1, endLine },
    insertedContent: { text: lines.join('\n') },
  };
}
