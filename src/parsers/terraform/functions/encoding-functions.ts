/**
 * Encodings. `jsonencode` keeps the structure, so that one unknown part does not hide a whole policy document.
 */
import { gunzipSync } from 'node:zlib';
import type { Value } from '../../../model/value.ts';
import { fail } from '../evaluation/fail.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { propagate } from '../evaluation/propagate.ts';
import { encodeJson } from '../values/encode-json.ts';
import { makeList } from '../values/make-list.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { readJson } from '../values/read-json.ts';
import { toText } from '../values/to-text.ts';
import { withOrigin } from '../values/with-origin.ts';
import { encodeYaml } from './encode-yaml.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import { readCsv } from './read-csv.ts';
import { readYaml } from './read-yaml.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

const MOST_BYTES = 4_000_000;

export const ENCODING_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['jsonencode', jsonEncode],
  ['jsondecode', jsonDecode],
  ['base64encode', pureFunction([1, 1], (input) => Buffer.from(input.text(0)).toString('base64'))],
  ['base64decode', pureFunction([1, 1], (input) => decodeText(Buffer.from(input.text(0), 'base64'), 'utf-8'))],
  ['base64gunzip', pureFunction([1, 1], (input) => gunzip(input.text(0)))],
  ['textencodebase64', pureFunction([2, 2], (input) => encodeText(input.text(0), input.text(1)))],
  ['textdecodebase64', pureFunction([2, 2], decodeBase64)],
  ['urlencode', pureFunction([1, 1], (input) => urlEncode(input.text(0)))],
  ['urldecode', pureFunction([1, 1], (input) => urlDecode(input.text(0)))],
  ['yamlencode', pureFunction([1, 1], ({ values: [value] }, site) => yamlEncode(value, site))],
  ['yamldecode', pureFunction([1, 1], (input, site) => readYaml(input.text(0), site))],
  ['csvdecode', pureFunction([1, 1], decodeCsv)],
]);

function jsonEncode(values: readonly Value[], site: CallSite): Value {
  const [value] = values;
  if (!value || values.length > 1) return fail(site.env.session, 'jsonencode()', site.origin);
  if (value.state === 'known' && value.type !== 'scalar' && !value.encoded) {
    return { ...withOrigin(value, site.origin), encoded: 'json' } as Value;
  }
  const unknown = propagate(values, site.origin);
  if (unknown) return unknown;
  const nested = value.state === 'known' && value.type !== 'scalar' ? JSON.stringify(toText(value) ?? '') : undefined;
  const text = nested ?? encodeJson(value);
  return text === undefined
    ? fail(site.env.session, 'jsonencode()', site.origin)
    : deriveScalar(text, values, site.origin);
}

/** What is known in full and still not written has a key, or a size, that is not worth writing. */
function yamlEncode(value: Value | undefined, { origin }: CallSite): Value | string {
  const text = value && encodeYaml(value);
  return text ?? makeUnresolved('unsupported-expression', 'yamlencode()', origin);
}

function jsonDecode(values: readonly Value[], site: CallSite): Value {
  const [value] = values;
  if (value?.state === 'known' && value.type !== 'scalar' && value.encoded) {
    const { encoded: _text, ...decoded } = value;
    return withOrigin(decoded, site.origin);
  }
  return decodeKnown(values, site);
}

const decodeKnown = pureFunction([1, 1], (input, { origin, env }) => {
  return readJson(input.text(0), origin, env.session.limits.nesting);
});

function decodeText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeBase64(input: PureArguments): string | undefined {
  return decodeText(Buffer.from(input.text(0), 'base64'), input.text(1));
}

function gunzip(text: string): string | undefined {
  try {
    return decodeText(gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: MOST_BYTES }), 'utf-8');
  } catch {
    return undefined;
  }
}

function encodeText(text: string, encoding: string): string | undefined {
  const name = encoding.toLowerCase();
  if (name === 'utf-8') return Buffer.from(text).toString('base64');
  if (name !== 'utf-16le' && name !== 'utf-16be') return undefined;
  const bytes = Buffer.from(text, 'utf16le');
  return (name === 'utf-16le' ? bytes : bytes.swap16()).toString('base64');
}

/** As Go's `url.QueryEscape`. */
function urlEncode(text: string): string | undefined {
  if (!text.isWellFormed()) return undefined;
  const escaped = encodeURIComponent(text).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return escaped.replaceAll('%20', '+');
}

function urlDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function decodeCsv(input: PureArguments, { origin }: CallSite): Value | undefined {
  const rows = readCsv(input.text(0));
  const [header, ...records] = rows ?? [];
  if (!header) return undefined;
  return makeList(
    records.map((record) =>
      makeMap(
        header.map((name, at) => [name, makeScalar(record[at] ?? '', origin)] as const),
        origin,
      ),
    ),
    origin,
  );
}
