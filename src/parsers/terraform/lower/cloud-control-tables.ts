/**
 * Types of Terraform's Cloud Control provider (`awscc_s3_bucket`): CloudFormation's types under other names, made from
 * the same schemas. Found by name in the dictionary; there is no table to keep. May not guess between kinds.
 */
import type { Dictionary } from '../../../dictionary/dictionary.ts';
import type { TypeTable } from './type-table.ts';

const CLOUD_CONTROL_PREFIX = 'awscc_';

/** Tables of the types of every kind of AWS in the dictionary, made when first asked for. */
export class CloudControlTables {
  readonly #dictionary: Dictionary;
  #kinds: ReadonlyMap<string, string> | undefined;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** `awscc_s3_bucket` is `AWS::S3::Bucket`; undefined for other providers' types and kinds the dictionary lacks. */
  find(type: string): TypeTable | undefined {
    if (!type.startsWith(CLOUD_CONTROL_PREFIX)) return undefined;
    this.#kinds ??= kindsByName(this.#dictionary);
    const kind = this.#kinds.get(type.slice(CLOUD_CONTROL_PREFIX.length).replaceAll('_', ''));
    if (kind === undefined) return undefined;
    return { type, kind, nameAttribute: nameAttribute(type, kind, this.#dictionary), fields: {} };
  }
}

/** The dictionary's kinds by service and name in lower case; of two that are equal, neither. */
function kindsByName({ kinds }: Dictionary): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const kind of kinds.keys()) {
    const [vendor, ...parts] = kind.split('::');
    if (vendor !== 'AWS') continue;
    const name = parts.join('').toLowerCase();
    if (names.has(name)) twice.add(name);
    names.set(name, kind);
  }
  for (const name of twice) names.delete(name);
  return names;
}

/** `bucket_name` of `awscc_s3_bucket`, `name` of kinds that have no such property. */
function nameAttribute(type: string, kind: string, { kinds }: Dictionary): string {
  const last = kind.split('::').at(-1) ?? '';
  if (!Object.hasOwn(kinds.get(kind)?.properties ?? {}, `${last}Name`)) return 'name';
  let words = '';
  for (const word of type.split('_').reverse()) {
    words = words === '' ? word : `${word}_${words}`;
    if (words.replaceAll('_', '') === last.toLowerCase()) return `${words}_name`;
  }
  return 'name';
}
