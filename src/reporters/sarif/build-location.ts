/** A place in a tree as SARIF writes it, relative to the one base all runs use. */
import type { Location } from '../../model/location.ts';
import type { SarifArtifactLocation, SarifLocation } from './sarif-log.ts';
import type { SarifOptions } from './sarif-options.ts';
import { toUri } from './to-uri.ts';

/** The name GitHub and editors know for the root of what was analysed. */
const SOURCE_ROOT = '%SRCROOT%';

/** Physical location only; lines and columns are ours as they are: from 1, UTF-16 code units, end exclusive. */
export function buildLocation(
  { path, range }: Location,
  options: Pick<SarifOptions, 'base'>,
): SarifLocation & Required<Pick<SarifLocation, 'physicalLocation'>> {
  const { startLine, startColumn, endLine, endColumn } = range;
  const folder = options.base?.folder ?? '';
  const artifactLocation: SarifArtifactLocation = {
    uri: toUri(folder === '' ? path : `${folder}/${path}`),
    uriBaseId: SOURCE_ROOT,
  };
  return { physicalLocation: { artifactLocation, region: { startLine, startColumn, endLine, endColumn } } };
}
