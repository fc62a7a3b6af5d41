/**
 * Every function the evaluation knows, by name. What is not here is unresolved `unknown-function`.
 */
import { ASSUME_FUNCTIONS } from './assume-functions.ts';
import { CIDR_FUNCTIONS } from './cidr-functions.ts';
import { COLLECTION_FUNCTIONS } from './collection-functions.ts';
import { CONVERSION_FUNCTIONS } from './conversion-functions.ts';
import { ENCODING_FUNCTIONS } from './encoding-functions.ts';
import { FILE_FUNCTIONS } from './file-functions.ts';
import { FORMAT_FUNCTIONS } from './format-functions.ts';
import { HASH_FUNCTIONS } from './hash-functions.ts';
import { LIST_FUNCTIONS } from './list-functions.ts';
import { NUMERIC_FUNCTIONS } from './numeric-functions.ts';
import { REGEX_FUNCTIONS } from './regex-functions.ts';
import { SET_FUNCTIONS } from './set-functions.ts';
import { STRING_FUNCTIONS } from './string-functions.ts';
import { TIME_FUNCTIONS } from './time-functions.ts';
import type { TerraformFunction } from './terraform-function.ts';

export const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ...ASSUME_FUNCTIONS,
  ...CIDR_FUNCTIONS,
  ...COLLECTION_FUNCTIONS,
  ...CONVERSION_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
  ...FILE_FUNCTIONS,
  ...FORMAT_FUNCTIONS,
  ...HASH_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...NUMERIC_FUNCTIONS,
  ...REGEX_FUNCTIONS,
  ...SET_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...TIME_FUNCTIONS,
]);
