/**
 * Conversion to string, as Terraform does it implicitly. Gives nothing where the value is not known or has no text.
 */
import type { Value } from '../../../model/value.ts';
import { encodeJson } from './encode-json.ts';
import { formatNumber } from './format-number.ts';

/** Text of a known scalar or of a JSON document; undefined for everything else. */
export function toText(value: Value): string | undefined {
  if (value.state !== 'known') return undefined;
  if (value.type !== 'scalar') return value.encoded === 'json' ? encodeJson(value) : undefined;
  if (typeof value.value === 'string') return value.value;
  return typeof value.value === 'number' ? formatNumber(value.value) : String(value.value);
}
